import { openDuties } from '../../duties/index.ts'
import { type CalendarDay, dayAt } from '../../guidance/index.ts'
import { newId } from '../../kit/ids.ts'
import { type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import { selectNumbered } from '../difference/queries.ts'
import { holdPolicyForSigning } from '../queries.ts'
import { type PolicyOnPaper, seconds } from './access.ts'
import { sheetEvidence } from './evidence.ts'
import { insertSheet, type SheetTable, selectOnSheet, selectRequired, selectWaiting } from './queries.ts'
import { canBeSignedOn, codeFrom, codeOf, mostOnSheet } from './rules.ts'

export interface SheetGiven {
  /** The code printed on the sheet: it says which exact text was signed. */
  readonly code: string
  readonly persons: readonly PersonId[]
  readonly signedOn: CalendarDay
  readonly keptAt: string
  readonly explained: string
  readonly asked: PersonId
}

export type RecordRefusal =
  | Refused<'nobody'>
  | Refused<'no-such-text'>
  | Refused<'superseded'>
  | Refused<'wrong-day'>
  | Refused<'not-yours'>
  | Refused<'not-to-sign', { readonly names: readonly string[] }>
  | Refused<'not-a-second'>

/**
 * Records that people of one's own line signed a printed text, and asks a second person to confirm it. There is no
 * signature yet, and nothing opens to anybody. Refuses a text that is none of this policy's or must be signed anew in a
 * newer version, people of another line, people who have signed or stand on a sheet that waits already, and a second
 * person who is the recorder, is on the sheet, or has no role that confirms.
 */
export async function recordSheet(
  writer: Writer<PersonActor>,
  { found: { policy }, line }: Permitted<'record-paper', PolicyOnPaper>,
  given: SheetGiven,
): Promise<Recorded<SheetTable> | RecordRefusal> {
  const { db, actor, now } = writer
  const persons = [...new Set(given.persons)].sort()
  if (persons.length === 0 || persons.length > mostOnSheet) return refuse('nobody')
  await holdPolicyForSigning(db, actor.agencyId, policy.id)
  const typed = codeFrom(given.code)
  const version = typed && (await selectNumbered(db, actor.agencyId, policy.id, typed.number))
  if (!version || codeOf(version) !== typed.code) return refuse('no-such-text')
  if (version.number < (await selectRequired(db, actor.agencyId, policy.id))) return refuse('superseded')
  if (!canBeSignedOn(given.signedOn, dayAt(version.published_at), dayAt(now))) return refuse('wrong-day')
  const refused = await cannotBeOnSheet(writer, { policy, line, persons })
  if (refused) return refused
  const may = await seconds(writer)
  if (persons.includes(given.asked) || !may.some(({ id }) => id === given.asked))
    return refuse('not-a-second')
  return keepSheet(writer, {
    policy_id: policy.id,
    version_id: version.id,
    text_hash: version.text_hash,
    persons,
    signed_on: given.signedOn,
    kept_at: given.keptAt,
    explained: given.explained,
    asked_id: given.asked,
  })
}

async function cannotBeOnSheet(
  { db, actor }: Writer<PersonActor>,
  about: Pick<PolicyOnPaper, 'line'> & {
    readonly policy: PolicyOnPaper['found']['policy']
    readonly persons: readonly PersonId[]
  },
): Promise<Refused<'not-yours'> | Extract<RecordRefusal, Refused<'not-to-sign'>> | undefined> {
  const { policy, line, persons } = about
  const mine = new Set(line.map(({ id }) => id))
  if (persons.some(id => !mine.has(id))) return refuse('not-yours')
  const waiting = new Set(await selectWaiting(db, actor.agencyId, policy.id))
  const all = await selectOnSheet(db, { agency_id: actor.agencyId, policy_id: policy.id, persons })
  const names = all.filter(({ id, signed }) => signed !== null || waiting.has(id)).map(({ name }) => name)
  return names.length > 0 ? refuse('not-to-sign', { names }) : undefined
}

async function keepSheet(
  writer: Writer<PersonActor>,
  given: Omit<SheetTable, 'agency_id' | 'id' | 'recorded_by' | 'recorded_at' | 'entry_id'>,
): Promise<Recorded<SheetTable>> {
  const { db, actor, now } = writer
  const entryId = newEntryId(writer)
  const row: SheetTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    recorded_by: actor.personId,
    recorded_at: now,
    entry_id: entryId,
    ...given,
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'sheet.recorded',
        about: [
          { kind: 'paper-sheet', id: row.id },
          { kind: 'policy', id: row.policy_id },
          { kind: 'policy-version', id: row.version_id },
          { kind: 'text-sha256', id: Buffer.from(row.text_hash).toString('hex') },
        ],
        cites: ['EXP-AUP', 'INT-4'],
        content: contentOf(sheetEvidence, row),
      },
      { id: entryId, value: row },
    ),
    insertSheet(db, row),
    openDuties(writer, 'confirm-paper', [row.asked_id], { kind: 'paper-sheet', id: row.id }, entryId),
  ])
  return done
}

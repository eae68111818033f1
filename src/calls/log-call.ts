import { closeDuties, openDuties } from '../duties/index.ts'
import type { StatementId } from '../guidance/index.ts'
import { fromTyped, later, minutes } from '../kit/clock.ts'
import { newId } from '../kit/ids.ts'
import { Already, type Permitted, type Refused, refuse } from '../kit/proof.ts'
import {
  type Change,
  contentOf,
  type EntryId,
  newEntryId,
  type PersonActor,
  type PersonId,
  record,
  type Writer,
} from '../records/index.ts'
import type { ToLog } from './access.ts'
import { announceCall } from './announce-call.ts'
import { phoneCallEvidence } from './evidence.ts'
import { markCall, type Told } from './mark-call.ts'
import {
  type CallId,
  type CallRow,
  callTables,
  type PhoneCallTable,
  selectCallOfDraft,
  selectOpenings,
} from './queries.ts'
import { type Happened, happenings, type Phone, type SecondWas } from './rules.ts'

/** A call as somebody wrote it down. */
export interface CallSaid {
  readonly with: PersonId
  readonly happened: Happened
  /** The day and the time it began, where the organisation is: `2026-11-25`, `16:15`. */
  readonly day: string
  readonly time: string
  readonly minutes: number | undefined
  readonly about: string
  readonly agreed: string | undefined
  readonly phone: Phone
  readonly ownReason: string | undefined
  readonly second: PersonId | undefined
  readonly secondWas: SecondWas | undefined
  readonly key: string
}

/** A call that was written down, and what others were told because of what is in it. */
export interface Logged extends Told {
  readonly id: CallId
}

export type LogRefusal =
  | Refused<'nobody'>
  | Refused<'no-minutes'>
  | Refused<'not-yet'>
  | Refused<'no-reason'>
  | Refused<'no-second-adult'>

/**
 * Writes a call down. With a child, nobody does it without a second adult, who is told by a duty and reads it; a call on
 * somebody's own phone is told to their manager with its reason. What is in it is never refused (mark-call.ts). Sent twice, it
 * is one call.
 */
export async function logCall(
  writer: Writer<PersonActor>,
  about: Permitted<'log', ToLog>,
  said: CallSaid,
  corrects?: Permitted<'correct', CallRow>,
): Promise<Change<Logged, LogRefusal>> {
  const { db, actor } = writer
  const entryId = newEntryId(writer)
  const row = rowOf(writer, said, corrects?.id ?? null, entryId)
  if (writer.again) {
    const before = await selectCallOfDraft(db, row)
    if (before) return new Already({ id: before.id, notAgreed: false, looked: false })
  }
  const no = whyNot(writer, about, row, corrects)
  if (no) return no
  const done = await record(
    writer,
    {
      event: corrects ? 'call.corrected' : 'call.logged',
      about: [
        { kind: 'phone-call', id: row.id },
        { kind: 'person', id: row.with_id },
      ],
      cites: citesOf(row),
      content: contentOf(phoneCallEvidence, row),
    },
    { id: entryId, value: row.id },
  )
  await callTables(db).insertInto('phone_call').values(row).execute()
  await tell(writer, about, row, corrects)
  await announceCall(writer, row.with_id)
  if (corrects && corrects.with_id !== row.with_id) await announceCall(writer, corrects.with_id)
  const told = await markCall(writer, row, isWithChild(about, row, corrects))
  const opened = await selectOpenings(db, {
    agencyId: actor.agencyId,
    of: row.with_id,
    by: [actor.personId],
  })
  for (const { id } of opened)
    await closeDuties(writer, { kind: 'log-call', person: actor.personId, aboutId: id }, entryId)
  return done.with({ id: row.id, ...told })
}

function rowOf(
  { actor, now }: Writer<PersonActor>,
  said: CallSaid,
  corrects: CallId | null,
  entryId: EntryId,
): PhoneCallTable {
  const { way, result } = happenings[said.happened]
  return {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    logged_by: actor.personId,
    logged_at: now,
    with_id: said.with,
    way,
    result,
    began_at: fromTyped(said.day, said.time),
    minutes: result === 'spoke' ? (said.minutes ?? null) : null,
    about: said.about,
    agreed: said.agreed ?? null,
    phone: said.phone,
    own_reason: said.phone === 'own' ? (said.ownReason ?? null) : null,
    second_id: said.second ?? null,
    second_was: said.second ? (said.secondWas ?? 'told') : null,
    corrects,
    draft_key: said.key,
    entry_id: entryId,
  }
}

/** Why a call cannot be written down so. Whom it was with is looked up among those it can have been, never taken as sent. */
function whyNot(
  { now }: Writer<PersonActor>,
  { children, colleagues }: ToLog,
  row: PhoneCallTable,
  corrects: CallRow | undefined,
): LogRefusal | undefined {
  // What is corrected may be of a family one works with no longer.
  const before = corrects?.with_id === row.with_id ? corrects.with_kind : undefined
  const child = isWithChild({ children }, row, corrects)
  const parent = children.some(({ parents }) => parents.some(({ id }) => id === row.with_id))
  if (!child && !parent && !before) return refuse('nobody')
  if (row.began_at > later(now, minutes(5))) return refuse('not-yet')
  if (row.result === 'spoke' && row.minutes === null) return refuse('no-minutes')
  if (row.phone === 'own' && row.own_reason === null) return refuse('no-reason')
  const known = row.second_id === null || colleagues.some(({ id }) => id === row.second_id)
  if (!known || (child && row.second_id === null)) return refuse('no-second-adult')
  return undefined
}

const isWithChild = (
  { children }: Pick<ToLog, 'children'>,
  { with_id }: PhoneCallTable,
  corrects: CallRow | undefined,
): boolean =>
  (corrects?.with_id === with_id && corrects.with_kind === 'child') ||
  children.some(({ id }) => id === with_id)

/** The statements by which a call is kept, and read by another. */
const citesOf = ({ phone, second_id }: PhoneCallTable): readonly StatementId[] => [
  'GEN-APP-5',
  ...(second_id ? (['GEN-INAPP-3'] as const) : []),
  ...(phone === 'own' ? (['PH-DONT-1', 'PH-POOR-1'] as const) : []),
]

/** The second adult reads what was written down; whoever answers for the caller reads why it was on their own phone. */
async function tell(
  writer: Writer<PersonActor>,
  { second }: ToLog,
  row: PhoneCallTable,
  corrects: CallRow | undefined,
): Promise<void> {
  const about = { kind: 'phone-call', id: row.id }
  if (corrects) await closeDuties(writer, { kind: 'read-call', aboutId: corrects.id }, row.entry_id)
  if (row.second_id) await openDuties(writer, 'read-call', [row.second_id], about, row.entry_id)
  // What was asked of a manager once is not taken back by a correction, nor asked again.
  if (row.phone === 'own' && second && corrects?.phone !== 'own')
    await openDuties(writer, 'own-phone', [second], about, row.entry_id)
}

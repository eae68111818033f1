import { openDuties } from '../duties/index.ts'
import { newId } from '../kit/ids.ts'
import { Already, type Refused, refuse } from '../kit/proof.ts'
import {
  type Change,
  contentOf,
  inVault,
  newEntryId,
  type PersonId,
  record,
  vaultOf,
  type Writer,
} from '../records/index.ts'
import type { Facts } from '../routing/index.ts'
import { newIdentity, sealFor } from '../sealing/index.ts'
import { type Code, draftKeyOf, locatorOf, sealWithCode } from './code.ts'
import { concernEvidence } from './evidence.ts'
import { hearingOf } from './hearing.ts'
import { insertConcern, selectReported } from './queries.ts'
import { commitmentTo, newSalt, type Said, saidText } from './said.ts'
import type { CameBy, ConcernId, ConcernTable } from './tables.ts'

/** A concern as it was said, before it is sealed. */
export interface Report {
  readonly facts: Facts
  readonly said: Omit<Said, 'v' | 'salt' | 'at'>
  readonly code: Code
  readonly cameBy: CameBy
  /** Whoever is signed in and gives their name; undefined where nobody is, or they wish to be nobody. */
  readonly by: PersonId | undefined
}

/** What became of a report: its id, and who is to be told that it is there. */
export interface Reported {
  readonly id: ConcernId
  readonly heardBy: readonly PersonId[]
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/**
 * Stores what somebody is worried about, sealed, in their agency's vault: once for one code, however often it is sent. Whoever
 * reads it owes a first look at once. Nothing of it is written in the agency itself.
 */
export async function reportConcern(
  writer: Writer,
  report: Report,
): Promise<Change<Reported, Refused<'nobody-to-read'>>> {
  const [{ heardBy, sealedTo, withinReach, subjects }, vault] = await Promise.all([
    hearingOf(writer, report.facts, report.said.adult),
    vaultOf(writer),
  ])
  if (heardBy.length === 0) return refuse('nobody-to-read')
  const sealed = await seal(writer.now, report, sealedTo)
  const store = async (inside: Writer): Promise<Change<Reported>> => {
    const { db, actor, now } = inside
    // The first time nobody asks: a code that has been sent already is refused by its key, and this comes round again.
    const before = writer.again && (await selectReported(db, actor.agencyId, draftKeyOf(report.code)))
    if (before) return new Already({ id: before, heardBy: [] })
    const { what, about, ...facts } = report.facts
    const row: ConcernTable = {
      agency_id: actor.agencyId,
      what,
      about,
      facts: { ...facts, ...(report.said.adult ? { adult: 'yes' } : {}) },
      came_by: report.cameBy,
      reported_by: report.by ?? null,
      reported_at: now,
      heard_by: heardBy,
      subjects,
      within_reach: withinReach,
      ...sealed,
      draft_key: draftKeyOf(report.code),
      entry_id: newEntryId(inside),
    }
    insertConcern(db, row)
    const done = await record(
      inside,
      {
        event: 'concern.reported',
        about: [{ kind: 'concern', id: row.id }],
        cites: ['REP-4'],
        content: contentOf(concernEvidence, row),
      },
      { id: row.entry_id, value: { id: row.id, heardBy } },
    )
    await openDuties(inside, 'look-at-concern', heardBy, { kind: 'concern', id: row.id }, row.entry_id)
    return done
  }
  return inVault(writer, store, vault)
}

/** What was said, sealed to the concern's own key and to whoever says it; and the concern's key, sealed to its readers. */
async function seal(now: Date, { said, code }: Report, sealedTo: readonly string[]) {
  const id = newId<'concern'>(now.getTime())
  const text = saidText({ v: 1, salt: newSalt(), at: now.toISOString(), ...said })
  const [concern, reporter] = await Promise.all([newIdentity(), newIdentity()])
  const [report, keys] = await Promise.all([
    sealFor([concern.recipient, reporter.recipient], bytesOf(text)),
    sealFor(sealedTo, bytesOf(concern.identity)),
  ])
  return {
    id,
    recipient: concern.recipient,
    keys,
    report,
    commitment: commitmentTo(text),
    locator: locatorOf(code),
    reporter_recipient: reporter.recipient,
    reporter_key: sealWithCode(code, id, reporter.identity),
  }
}

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
  /** What whoever tells said when they were asked whether it is about somebody in their words who would read it. */
  readonly isAbout?: string | undefined
}

/** What became of a report: its id, and who is to be told that it is there. */
export interface Reported {
  readonly id: ConcernId
  readonly heardBy: readonly PersonId[]
}

/** Nobody here could read it; or it is to be said first whether it is about these, who would read it and stand in the words. */
export type NotReported = Refused<'nobody-to-read'> | Refused<'is-it-about', readonly string[]>

const hearingFor = (writer: Writer, { facts, said: { adult, words, who }, by }: Report) =>
  hearingOf(writer, facts, { adult, words: [words, who].join('\n'), by })

/** Which of those it is about, by the answer; undefined where it answers nothing. */
const saidOf = (asks: readonly string[], answer: string | undefined): readonly string[] | undefined => {
  if (asks.length === 0 || answer === 'no') return []
  if (answer === 'yes') return asks
  return answer && asks.includes(answer) ? [answer] : undefined
}

/** The report, with these among the names of whom it is about. */
const withNames = (report: Report, names: readonly string[]): Report =>
  names.length === 0
    ? report
    : {
        ...report,
        said: { ...report.said, adult: [report.said.adult, ...names].filter(Boolean).join(' and ') },
      }

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/**
 * Stores what somebody is worried about, sealed, in their agency's vault: once for one code, however often it is sent. Whoever
 * reads it owes a first look at once. Nothing of it is written in the agency itself.
 */
export async function reportConcern(writer: Writer, report: Report): Promise<Change<Reported, NotReported>> {
  const [first, vault] = await Promise.all([hearingFor(writer, report), vaultOf(writer)])
  const said = saidOf(first.asks, report.isAbout)
  if (!said) return refuse('is-it-about', first.asks)
  const told = withNames(report, said)
  const hearing = said.length > 0 ? await hearingFor(writer, told) : first
  const { about, heardBy, sealedTo, withinReach, subjects, leftOut } = hearing
  if (heardBy.length === 0) return refuse('nobody-to-read')
  const sealed = await seal(writer.now, told, sealedTo)
  const store = async (inside: Writer): Promise<Change<Reported>> => {
    const { db, actor, now } = inside
    // The first time nobody asks: a code that has been sent already is refused by its key, and this comes round again.
    const before = writer.again && (await selectReported(db, actor.agencyId, draftKeyOf(report.code)))
    if (before) return new Already({ id: before, heardBy: [] })
    const { what, about: _, ...facts } = report.facts
    const row: ConcernTable = {
      agency_id: actor.agencyId,
      what,
      about,
      facts,
      came_by: report.cameBy,
      reported_by: report.by ?? null,
      reported_at: now,
      heard_by: heardBy,
      subjects,
      within_reach: withinReach,
      left_out: leftOut.length > 0 ? leftOut : null,
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

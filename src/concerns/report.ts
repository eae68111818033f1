import { isDeepStrictEqual } from 'node:util'
import { openDuties, tellAtOnce } from '../duties/index.ts'
import { newId } from '../kit/ids.ts'
import { Already, Refused, refuse } from '../kit/proof.ts'
import {
  type Change,
  contentOf,
  inVault,
  newEntryId,
  type PersonId,
  type Recorded,
  record,
  vaultOf,
  type Writer,
} from '../records/index.ts'
import { openWith, sealAnew } from '../sealing/index.ts'
import { areTaken } from './chain/tables.ts'
import { type Code, codeOfOthers, draftKeyOf, locatorOf, openWithCode, sealWithCode } from './code.ts'
import { concernEvidence } from './evidence.ts'
import { type Heard, heard, type NotReported, type Report } from './heard.ts'
import { type Hearing, whoIsHere } from './hearing.ts'
import { insertConcern, type Stored, selectReported, selectSentBefore } from './queries.ts'
import { commitmentTo, newSalt, readSaid, saidText } from './said.ts'
import type { ConcernId, ConcernTable } from './tables.ts'

/** What became of a report: its id, the code it is come back to by, and who is to be told that it is there. */
export interface Reported {
  readonly id: ConcernId
  /** The form’s own; where that form had been sent before with other words, another. */
  readonly code: Code
  readonly heardBy: readonly PersonId[]
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What there is to know before anything is taken: one question, for however many tell of something in it. */
async function beforeTaking(writer: Writer, reports: readonly Report[]) {
  const isNaming = reports.some(({ said, isAbout }) => said.adult || isAbout)
  const [here, vault, taken] = await Promise.all([
    whoIsHere(writer, isNaming),
    vaultOf(writer),
    areTaken(writer),
  ])
  return { vault, heard: (report: Report) => (taken ? heard(here, report) : refuse('not-on')) }
}

/**
 * Stores what somebody is worried about, sealed, in their agency's vault: once for one code and the same words, however often they
 * are sent. Other words that come with a code which was sent before are another concern, with a code of its own: nobody is shown
 * what somebody else said, and nothing that anybody said is lost. Whoever reads it owes a first look at once. Nothing of it is
 * written in the agency itself.
 */
export async function reportConcern(writer: Writer, given: Report): Promise<Change<Reported, NotReported>> {
  const { vault, heard } = await beforeTaking(writer, [given])
  const told = heard(given)
  if (told instanceof Refused) return told
  const { report, hearing } = told
  const sealed = await seal(writer.now, told)
  const store = async (inside: Writer): Promise<Change<Reported>> => {
    // The first time nobody asks: a code that has been sent already is refused by its key, and this comes round again.
    if (!inside.again) return insert(inside, told, sealed)
    const codes = [report.code, codeOfOthers(inside, report.code, allOf(report))]
    const sent = await selectSentBefore(inside.db, codes)
    for (const code of codes) {
      if (!sent.has(code)) {
        const again = { hearing, report: { ...report, code } }
        return insert(inside, again, await seal(inside.now, again))
      }
      // Somebody else’s is not seen, and nothing is told of it.
      const before = await selectReported(inside.db, inside.actor.agencyId, draftKeyOf(code))
      if (before && (await isTheSame(before, report, hearing, code)))
        return new Already({ id: before.id, code, heardBy: [] })
    }
    throw new Error('one code has been sent with two things that were said')
  }
  const done = await inVault(writer, store, vault)
  tellAtOnce(writer, done.value.heardBy)
  return done
}

/**
 * As reportConcern for each of these, in one transaction: what became of each, in their order. Undefined for one whose code was sent
 * before, or is sent twice here: it is not stored with them, and is to be told by itself.
 */
export async function reportConcerns(
  writer: Writer,
  reports: readonly Report[],
): Promise<readonly (Recorded<Reported> | NotReported | undefined)[]> {
  const codes = reports.map(({ code }) => code)
  const [{ vault, heard }, sent] = await Promise.all([
    beforeTaking(writer, reports),
    selectSentBefore(writer.db, codes),
  ])
  const told = await Promise.all(
    reports.map(async (given, at) => {
      if (sent.has(given.code) || codes.indexOf(given.code) < at) return undefined
      const one = heard(given)
      return one instanceof Refused ? one : { ...one, sealed: await seal(writer.now, one) }
    }),
  )
  const store = (inside: Writer) =>
    Promise.all(told.map(one => (one && !(one instanceof Refused) ? insert(inside, one, one.sealed) : one)))
  const done = await inVault(writer, store, vault)
  const heardBy = done.flatMap(one => (one && !(one instanceof Refused) ? one.value.heardBy : []))
  // In one order, whoever comes first: two batches must not wait for each other’s letters.
  tellAtOnce(writer, [...new Set(heardBy)].toSorted())
  return done
}

async function insert(
  inside: Writer,
  { report, hearing: { about, heardBy, withinReach, subjects, leftOut } }: Heard,
  sealed: Awaited<ReturnType<typeof seal>>,
): Promise<Recorded<Reported>> {
  const { db, actor, now } = inside
  const row: ConcernTable = {
    agency_id: actor.agencyId,
    ...routedBy(report, about),
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
    { id: row.entry_id, value: { id: row.id, code: report.code, heardBy } },
  )
  await openDuties(inside, 'look-at-concern', heardBy, { kind: 'concern', id: row.id }, row.entry_id)
  return done
}

/** What it is routed by, as it is stored. */
function routedBy({ facts, said }: Report, about: Hearing['about']): Pick<ConcernTable, Routed> {
  const { what, about: _, ...others } = facts
  return { what, about, facts: { ...others, ...(said.adult ? { adult: 'yes' } : {}) } }
}
type Routed = 'what' | 'about' | 'facts'

/** What somebody said, as far as they said it: without when it came, and without its salt. */
const wordsOf = ({
  words,
  who,
  adult,
  when,
  web,
  device,
  paper,
  message,
  name,
  reach,
}: Report['said']): string =>
  JSON.stringify([words, who, adult, when, web, device, paper, message, name, reach])

/** The same, with who says it, and what was ticked and chosen: somebody who says now whose doing it is says something else. */
const allOf = ({ said, facts, by }: Report): string => JSON.stringify([wordsOf(said), facts, by])

/**
 * Whether what a code leads to is what is said now, and goes to the same: opened with the code, as whoever said it opens it. One
 * that was erased is not.
 */
async function isTheSame(before: Stored, report: Report, { about }: Hearing, code: Code): Promise<boolean> {
  const { id, report: sealed, reporter_key, ...routed } = before
  if (!sealed || !isDeepStrictEqual(routed, routedBy(report, about))) return false
  const identity = openWithCode(code, id, reporter_key)
  const text = identity && (await openWith(identity, sealed))
  return (
    text instanceof Uint8Array && wordsOf(readSaid(new TextDecoder().decode(text))) === wordsOf(report.said)
  )
}

/** What was said, sealed to the concern's own key and to whoever says it; and the concern's key, sealed to its readers. */
async function seal(now: Date, { report: { said, code }, hearing: { sealedTo } }: Heard) {
  const id = newId<'concern'>(now.getTime())
  const text = saidText({ v: 1, salt: newSalt(), at: now.toISOString(), ...said })
  const { recipient, keys, sealed, own } = await sealAnew({ bytes: bytesOf(text), readers: sealedTo })
  return {
    id,
    recipient,
    keys,
    report: sealed,
    commitment: commitmentTo(text),
    locator: locatorOf(code),
    reporter_recipient: own.recipient,
    reporter_key: sealWithCode(code, id, own.identity),
  }
}

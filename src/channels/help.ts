import { later } from '../kit/clock.ts'
import { newId } from '../kit/ids.ts'
import { enqueue } from '../kit/jobs/index.ts'
import { Already } from '../kit/proof.ts'
import { isWithin, organisationFacts, person } from '../people/index.ts'
import {
  type AgencyId,
  contentOf,
  type Ground,
  newEntryId,
  type Recorded,
  record,
  type SystemActor,
  system,
  type Writer,
  write,
} from '../records/index.ts'
import { speakerIn } from './access.ts'
import type { Arriving } from './arriving.ts'
import type { Channels, Handed } from './channel.ts'
import { helpEvidence } from './evidence.ts'
import { holdHelp, insertHelp, selectHelpSince, updateHelp } from './help-queries.ts'
import { helpWords } from './help-words.ts'
import { selectArrival } from './queries.ts'
import { helpOnce, mostHelpAttempts, nextAttempt, type WhyHeld } from './rules.ts'
import type { ArrivalId, ArrivalTable, HelpAnswerTable, HelpState, HelpWhy } from './tables.ts'

export interface AboutHelp {
  readonly agencyId: AgencyId
  readonly arrivalId: ArrivalId
  readonly why: HelpWhy
}

/**
 * Has somebody of a family told whom to turn to now, by the way that they wrote: at once where there was danger in it; a child
 * outside the hours of contact too. Nobody is answered at an address that may not be theirs.
 */
export async function oweHelp(
  writer: Writer,
  came: Arriving,
  arrivalId: ArrivalId,
  danger: boolean,
): Promise<void> {
  if (!isTheirs(came)) return
  const outside = async () =>
    (await speakerIn(writer, { person_id: came.personId ?? null })) === 'child' &&
    !isWithin((await organisationFacts(writer)).hours, writer.now)
  const why: HelpWhy | undefined = danger ? 'danger' : (await outside()) ? 'hours' : undefined
  if (why) await ask(writer, { agencyId: writer.actor.agencyId, arrivalId, why }, 0)
}

const ask = (writer: Writer, about: AboutHelp, wait: number): Promise<void> =>
  enqueue(writer.db, {
    task: 'answer-with-help',
    payload: { ...about },
    key: `answer-with-help:${about.arrivalId}`,
    ...(wait > 0 ? { runAt: later(writer.now, wait) } : {}),
  })

/** Whether it came from the number or address that is entered for somebody of a family. */
function isTheirs({ is, personId }: Arriving): boolean {
  if (is.kind === 'from') return true
  if (is.kind !== 'held') return false
  if (is.reason === 'several-people') return true
  return personId !== undefined && !senderIsOpen.has(is.reason)
}
const senderIsOpen: ReadonlySet<WhyHeld> = new Set(['other-sender', 'unreadable', 'not-known'])

/** Sends what is owed, once: claimed and committed before it is handed over. */
export const helpJob = (ground: Ground, channels: Channels) => async (about: AboutHelp) => {
  const actor = system(about.agencyId)
  const claimed = await write(ground, actor, writer => claim(writer, channels, about))
  if (!claimed) return
  const came = await claimed.send().catch((): Handed => ({ came: 'unsure' }))
  await write(ground, actor, async writer => {
    const row = await holdHelp(writer.db, about)
    if (row?.state !== 'claimed') return new Already(undefined)
    const again = came.came === 'not-yet' && row.attempts < mostHelpAttempts
    if (again) await ask(writer, about, nextAttempt(row.attempts))
    return (await change(writer, row, again ? 'queued' : stateOf(came))).with(undefined)
  })
}

const stateOf = ({ came }: Handed): HelpState =>
  came === 'taken' || came === 'delivered' ? 'sent' : came === 'unsure' ? 'unsure' : 'not-sent'

interface Claimed {
  readonly send: () => Promise<Handed>
}

async function claim(
  writer: Writer<SystemActor>,
  channels: Channels,
  about: AboutHelp,
): Promise<Recorded<Claimed | undefined> | Already<undefined>> {
  const arrival = await selectArrival(writer.db, about.agencyId, about.arrivalId)
  if (!arrival?.from_address) return new Already(undefined)
  const before = await holdHelp(writer.db, about)
  // A claim whose process is gone: it may have left, so it does not go again.
  if (before?.state === 'claimed') return (await change(writer, before, 'unsure')).with(undefined)
  if (before && before.state !== 'queued') return new Already(undefined)
  if (!before && (await wasHelped(writer, arrival, about.why))) return new Already(undefined)
  const send = await sending(writer, channels, arrival, about.why)
  const state = send ? 'claimed' : 'not-sent'
  const row = before
    ? await change(writer, before, state, before.attempts + 1)
    : await begin(writer, about, state)
  return row.with(send && { send })
}

/** Nobody is told twice within helpOnce; but one who writes of danger is, who was told of the hours alone. */
const wasHelped = (
  writer: Writer,
  { person_id, from_address }: ArrivalTable,
  why: HelpWhy,
): Promise<boolean> =>
  selectHelpSince(writer.db, {
    agencyId: writer.actor.agencyId,
    personId: person_id,
    from: from_address ?? '',
    whys: why === 'danger' ? ['danger'] : ['danger', 'hours'],
    since: later(writer.now, -helpOnce),
  })

async function sending(
  writer: Writer<SystemActor>,
  channels: Channels,
  arrival: ArrivalTable,
  why: HelpWhy,
): Promise<Claimed['send'] | undefined> {
  const [to, facts, kind] = await Promise.all([
    arrival.person_id ? person(writer, arrival.person_id) : undefined,
    organisationFacts(writer),
    speakerIn(writer, arrival),
  ])
  if (to?.left_at) return undefined
  const words = helpWords(why, { facts, kind, now: writer.now })
  const channel = channels.find(one => one.kind === arrival.channel)
  return channel?.help?.(writer, { arrival, to, words, place: facts.name })
}

async function begin(
  writer: Writer,
  { agencyId, arrivalId, why }: AboutHelp,
  state: HelpState,
): Promise<Recorded<HelpAnswerTable>> {
  const row: HelpAnswerTable = {
    ...{ agency_id: agencyId, id: newId(writer.now.getTime()), arrival_id: arrivalId, why, state },
    ...{ attempts: 1, made_at: writer.now, changed_at: writer.now, entry_id: newEntryId(writer) },
  }
  const done = await record(writer, happening(row), { id: row.entry_id, value: row })
  await insertHelp(writer.db, row)
  return done
}

async function change(
  writer: Writer,
  before: HelpAnswerTable,
  state: HelpState,
  attempts = before.attempts,
): Promise<Recorded<HelpAnswerTable>> {
  const row = { ...before, state, attempts, changed_at: writer.now, entry_id: newEntryId(writer) }
  const done = await record(writer, happening(row), { id: row.entry_id, value: row })
  await updateHelp(writer.db, row)
  return done
}

const happening = (row: HelpAnswerTable) => ({
  event: `help.${row.state}` as const,
  about: [
    { kind: 'help-answer', id: row.id },
    { kind: 'arrival', id: row.arrival_id },
  ] as const,
  cites: [],
  content: contentOf(helpEvidence, row),
})

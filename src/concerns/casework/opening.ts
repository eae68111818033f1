import { closeDuties, openDuties } from '../../duties/index.ts'
import { days, later, minutes } from '../../kit/clock.ts'
import type { Id } from '../../kit/ids.ts'
import { Already, type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import { dayOf, withinWorkingDays } from '../../kit/working-days/index.ts'
import { organisationFacts } from '../../people/index.ts'
import { type Change, inVault, type PersonActor, type Recorded, type Writer } from '../../records/index.ts'
import type { Settings } from '../../routing/index.ts'
import { ladoDue, settingsOf } from '../limits.ts'
import type { ConcernTable, StepTable } from '../tables.ts'
import { takeStep } from '../take-step.ts'
import { writePiece } from '../write-piece.ts'
import { changedSince, selectLastOpened, selectSubjects } from './queries.ts'
import { isReason, type ReasonName } from './rules.ts'

/** Opened again so soon, it is the same look, if nothing came and nobody else did anything in it since. */
const sameLook = minutes(5)

/** A concern is looked at again this long after its first look, unless somebody says when. */
const firstReview = days(14)

/**
 * Whether whoever opens a concern is to say why first: once a day. Whoever it came to need not say why they look for the
 * first time. What is opened is on the record, with why.
 */
export async function openingOf(
  writer: Writer<PersonActor>,
  concern: ConcernTable,
): Promise<'say-why' | 'opened'> {
  const { now, actor } = writer
  const settings = settingsOf(await organisationFacts(writer))
  return inVault(writer, async inside => {
    const last = await selectLastOpened(inside.db, inside.actor.agencyId, concern.id, actor.personId)
    if (!last) {
      if (!concern.heard_by.includes(actor.personId)) return 'say-why'
      await opened(inside, concern, { settings, reason: 'first-look' })
      return 'opened'
    }
    if (dayOf(last.taken_at) !== dayOf(now)) return 'say-why'
    if (later(last.taken_at, sameLook) <= now || (await changedSince(inside.db, last)))
      await opened(inside, concern, { settings, reason: isReason(last.reason) ? last.reason : 'work' })
    return 'opened'
  })
}

/** Says on the record that somebody looked into a concern on another page than its own: for the reason they gave that day. */
export async function noteOpened(
  writer: Writer<PersonActor>,
  { row: concern }: { readonly row: ConcernTable },
): Promise<Recorded<StepTable['id']>> {
  const settings = settingsOf(await organisationFacts(writer))
  return inVault(writer, async inside => {
    const last = await selectLastOpened(inside.db, inside.actor.agencyId, concern.id, writer.actor.personId)
    return opened(inside, concern, { settings, reason: last && isReason(last.reason) ? last.reason : 'work' })
  })
}

/** Says why, and opens it. */
export async function openBecause(
  writer: Writer<PersonActor>,
  concern: Permitted<'see', ConcernTable>,
  about: { readonly reason: ReasonName; readonly words: string | undefined; readonly key: Id<'draft'> },
): Promise<Change<unknown, Refused<'say-which'>>> {
  const settings = settingsOf(await organisationFacts(writer))
  return inVault(writer, async inside => {
    const { reason, words, key } = about
    if (reason === 'other' && !words) return refuse('say-which')
    if (!words) return opened(inside, concern, { settings, reason })
    const by = writer.actor.personId
    const piece = await writePiece(inside, concern, { kind: 'reason', words, by, key })
    if (piece instanceof Already) return new Already(undefined)
    return opened(inside, concern, { settings, reason, piece: piece.value })
  })
}

async function opened(
  inside: Writer<PersonActor>,
  concern: ConcernTable,
  about: {
    readonly settings: Settings
    readonly reason: ReasonName
    readonly piece?: StepTable['piece_id']
  },
): Promise<Recorded<StepTable['id']>> {
  const { db, actor } = inside
  const { settings, reason, piece = null } = about
  const before = await selectLastOpened(db, actor.agencyId, concern.id)
  const done = await takeStep(inside, concern, { step: 'opened', reason, piece_id: piece })
  const aboutId = concern.id
  await closeDuties(inside, { kind: 'look-at-concern', aboutId }, done.entryId)
  for (const kind of ['read-concern', 'see-broken-glass', 'see-refused-document'] as const)
    await closeDuties(inside, { kind, person: actor.personId, aboutId }, done.entryId)
  if (!before) await owedFromFirstLook(inside, concern, { done, settings })
  return done
}

/** From the first look on: an answer to whoever told, whoever outside is to be told by law, and a day to look again. */
async function owedFromFirstLook(
  inside: Writer<PersonActor>,
  concern: ConcernTable,
  { done: { entryId }, settings }: { readonly done: Recorded<unknown>; readonly settings: Settings },
): Promise<void> {
  const { actor, now } = inside
  const about = { kind: 'concern', id: concern.id }
  const owe = (kind: 'answer-reporter' | 'tell-lado' | 'review-concern', due: Date) =>
    openDuties(inside, kind, [actor.personId], about, entryId, due)
  await owe('answer-reporter', withinWorkingDays(concern.reported_at, 1))
  const named = await selectSubjects(inside.db, actor.agencyId, concern.id)
  const lado = ladoDue(concern, named, settings)
  if (lado) await owe('tell-lado', lado)
  await owe('review-concern', later(now, firstReview))
}

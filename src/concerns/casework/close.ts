import { closeDuties, openDuties, tellAtOnce } from '../../duties/index.ts'
import { Already, type Refused, refuse } from '../../kit/proof.ts'
import { organisationFacts } from '../../people/index.ts'
import { type Change, inVault, type PersonActor, type Writer } from '../../records/index.ts'
import { type OutsideBody, worksWithChildren } from '../../routing/index.ts'
import { settingsOf } from '../limits.ts'
import { tellingsOf, undecidedIn } from '../page/tellings.ts'
import { selectSteps } from '../queries.ts'
import type { ConcernTable, StepTable, SubjectTable } from '../tables.ts'
import { readersOf } from './access.ts'
import { selectActions, selectSubjects } from './queries.ts'
import { concernDuties } from './rules.ts'
import { type Keyed, type Reads, writeAndStep } from './write-and-step.ts'

export type Standing = 'open' | 'asked' | 'closed'
export type Toward = 'close' | 'open'

/** Bodies outside of which nothing is decided yet. */
interface Undecided {
  readonly bodies: readonly OutsideBody[]
}
type No =
  | Refused<'second-person' | 'no-second-person' | 'still-to-do' | 'read-first' | 'otherwise'>
  | Refused<'undecided', Undecided>

/**
 * Whether it is about an adult who works with children, or may be: what somebody did who does and nobody knows, or an adult who
 * was named and is not known. Then two close it. The database holds the same (is_of_adult, 0109).
 */
export const isAboutAdult = (row: ConcernTable, named: readonly SubjectTable[]): boolean =>
  row.subjects.length > 0 ||
  named.length > 0 ||
  worksWithChildren.some(one => row.about.includes(one)) ||
  (row.about.includes('unknown') && (row.what.includes('conduct') || row.facts.adult === 'yes'))

/**
 * Closes a concern or asks another to, or opens it again; always with why. About an adult, one asks and another, who has read it
 * since, closes: never the same person. Nothing is closed over that is still to be done, or that must be told outside.
 */
export async function closeOrOpen(
  writer: Writer<PersonActor>,
  concern: Reads,
  { toward, ...typed }: Keyed & { readonly toward: Toward },
): Promise<Change<unknown, No>> {
  const me = writer.actor.personId
  const others = [...(await readersOf(writer, concern))].filter(id => id !== me)
  const settings = settingsOf(await organisationFacts(writer))
  const { steps, subjects, ...found } = await inVault(writer, async ({ db, actor }) => ({
    steps: await selectSteps(db, actor.agencyId, concern.id),
    subjects: await selectSubjects(db, actor.agencyId, concern.id),
    toDo: (await selectActions(db, actor.agencyId, concern.id)).some(({ done_at }) => !done_at),
  }))
  const bodies = undecidedIn(tellingsOf({ row: concern }, { steps, subjects }, settings))
  const two = isAboutAdult(concern, subjects)
  const step = nextStep({ ...found, two, steps, toward, me, others: others.length, bodies })
  if (typeof step !== 'string') return step
  const done = await inVault(writer, async inside => {
    const done = await writeAndStep(inside, concern, { kind: 'closing', ...typed }, { step })
    if (done instanceof Already) return done
    const about = { kind: 'concern', id: concern.id }
    await closeDuties(inside, { kind: 'confirm-closing', aboutId: concern.id }, done.entryId)
    if (step === 'close-asked') await openDuties(inside, 'confirm-closing', others, about, done.entryId)
    if (step === 'closed')
      for (const kind of concernDuties) await closeDuties(inside, { kind, aboutId: concern.id }, done.entryId)
    if (step === 'reopened') await openDuties(inside, 'review-concern', [me], about, done.entryId)
    return done
  })
  if (step === 'close-asked') tellAtOnce(writer, others)
  return done
}

function nextStep(about: {
  readonly steps: readonly StepTable[]
  readonly bodies: readonly OutsideBody[]
  readonly two: boolean
  readonly toDo: boolean
  readonly toward: Toward
  readonly me: string
  readonly others: number
}): 'close-asked' | 'closed' | 'reopened' | No {
  const { steps, bodies, two, toDo, toward, me, others } = about
  const last = steps.findLast(({ step }) => ['close-asked', 'closed', 'reopened'].includes(step))
  const asked = last?.step === 'close-asked'
  const closed = last?.step === 'closed'
  if (toward === 'open') return closed || asked ? 'reopened' : refuse('otherwise')
  if (closed) return refuse('otherwise')
  if (toDo) return refuse('still-to-do')
  if (bodies.length > 0) return refuse('undecided', { bodies })
  if (!two) return 'closed'
  if (asked && last.taken_by === me) return refuse('second-person')
  const read = steps.some(
    one => one.step === 'opened' && one.taken_by === me && last && one.taken_at >= last.taken_at,
  )
  if (asked) return read ? 'closed' : refuse('read-first')
  return others > 0 ? 'close-asked' : refuse('no-second-person')
}

import { closeDuties, openDuties, tellAtOnce } from '../../duties/index.ts'
import { Already, type Refused, refuse } from '../../kit/proof.ts'
import { type Change, inVault, type PersonActor, type Writer } from '../../records/index.ts'
import { worksWithChildren } from '../../routing/index.ts'
import type { ConcernTable, StepKind, SubjectTable } from '../tables.ts'
import { readersOf } from './access.ts'
import { selectActions, selectStanding, selectSubjects } from './queries.ts'
import { concernDuties } from './rules.ts'
import { type Keyed, type Reads, writeAndStep } from './write-and-step.ts'

export type Standing = 'open' | 'asked' | 'closed'
export type Toward = 'close' | 'open'

type No = Refused<'second-person' | 'no-second-person' | 'still-to-do' | 'otherwise'>

/** Whether it is about an adult who works with children: then two close it. The database holds the same (0089). */
export const isAboutAdult = (row: ConcernTable, named: readonly SubjectTable[]): boolean =>
  row.subjects.length > 0 || named.length > 0 || worksWithChildren.some(one => row.about.includes(one))

/**
 * Closes a concern or asks another to, or opens it again; always with why. About an adult, one asks and another closes: never
 * the same person. Nothing that is still to be done is closed over.
 */
export async function closeOrOpen(
  writer: Writer<PersonActor>,
  concern: Reads,
  { toward, ...typed }: Keyed & { readonly toward: Toward },
): Promise<Change<unknown, No>> {
  const me = writer.actor.personId
  const others = [...(await readersOf(writer, concern))].filter(id => id !== me)
  const found = await inVault(writer, async ({ db, actor }) => ({
    last: await selectStanding(db, actor.agencyId, concern.id),
    two: isAboutAdult(concern, await selectSubjects(db, actor.agencyId, concern.id)),
    toDo: (await selectActions(db, actor.agencyId, concern.id)).some(({ done_at }) => !done_at),
  }))
  const step = nextStep({ ...found, toward, me, others: others.length })
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
  readonly last: { readonly step: StepKind; readonly taken_by: string | null } | undefined
  readonly two: boolean
  readonly toDo: boolean
  readonly toward: Toward
  readonly me: string
  readonly others: number
}): 'close-asked' | 'closed' | 'reopened' | No {
  const { last, two, toDo, toward, me, others } = about
  const asked = last?.step === 'close-asked'
  const closed = last?.step === 'closed'
  if (toward === 'open') return closed || asked ? 'reopened' : refuse('otherwise')
  if (closed) return refuse('otherwise')
  if (toDo) return refuse('still-to-do')
  if (!two) return 'closed'
  if (asked) return last?.taken_by === me ? refuse('second-person') : 'closed'
  return others > 0 ? 'close-asked' : refuse('no-second-person')
}

import { inVault, type PersonActor, type PersonId, type Writer } from '../../records/index.ts'
import type { Concern } from '../access.ts'
import { selectWaitingOf, type WaitingHere } from '../documents/queries.ts'
import { selectReaders, selectSteps } from '../queries.ts'
import type { LinkTable, ReaderTable, StepTable, SubjectTable } from '../tables.ts'
import { type Action, namesOf, selectActions, selectLinks, selectSubjects } from './queries.ts'

/** All that was done about a concern, with the names of whoever did it. */
export interface Case {
  readonly steps: readonly StepTable[]
  readonly links: readonly LinkTable[]
  readonly actions: readonly Action[]
  readonly readers: readonly ReaderTable[]
  readonly subjects: readonly SubjectTable[]
  /** Documents that wait to be checked for viruses. */
  readonly waiting: readonly WaitingHere[]
  readonly nameOf: (id: PersonId | null) => string
}

/** Reads it for whoever reads the concern. The names are asked of the agency, outside the vault. */
export async function caseOf(
  writer: Writer<PersonActor>,
  { row, pieces, documents }: Concern,
): Promise<Case> {
  const found = await inVault(writer, async ({ db, actor }) => ({
    steps: await selectSteps(db, actor.agencyId, row.id),
    links: await selectLinks(db, actor.agencyId, row.id),
    actions: await selectActions(db, actor.agencyId, row.id),
    readers: await selectReaders(db, actor.agencyId, [row.id]),
    subjects: await selectSubjects(db, actor.agencyId, row.id),
    waiting: await selectWaitingOf(db, actor.agencyId, row.id),
  }))
  const { steps, links, actions, readers, subjects } = found
  const people = [
    row.reported_by,
    ...row.heard_by,
    ...row.subjects,
    ...(row.left_out ?? []),
    ...pieces.map(one => one.written_by),
    ...documents.map(one => one.row.handed_in_by),
    ...steps.map(one => one.taken_by),
    ...links.map(one => one.person_id),
    ...actions.map(one => one.owner_id),
    ...readers.flatMap(one => [one.person_id, one.let_in_by]),
    ...subjects.map(one => one.person_id),
  ].filter(id => id !== null)
  const names = await namesOf(writer.db, writer.actor.agencyId, people)
  return { ...found, nameOf: id => (id && names.get(id)) || 'Somebody' }
}

/** Who reads it now: from the first, and let in since; not whoever was kept out since. */
export function readsNow({ heard_by }: Concern['row'], { readers, subjects }: Case): readonly PersonId[] {
  const out = new Set(subjects.map(one => one.person_id))
  return [...new Set([...heard_by, ...readers.map(one => one.person_id)])].filter(id => !out.has(id))
}

export type Stands = 'open' | 'asked' | 'closed'
export function standsAt({ steps }: Case): Stands {
  const last = steps.filter(({ step }) => ['close-asked', 'closed', 'reopened'].includes(step)).at(-1)?.step
  return last === 'closed' ? 'closed' : last === 'close-asked' ? 'asked' : 'open'
}

import { closeDuties, openDuties, owes } from '../../duties/index.ts'
import { newId } from '../../kit/ids.ts'
import { type Refused, refuse } from '../../kit/proof.ts'
import { withRole } from '../../people/index.ts'
import {
  type Change,
  contentOf,
  inVault,
  newEntryId,
  type PersonActor,
  type PersonId,
  record,
  type Writer,
} from '../../records/index.ts'
import { type About, isKeptOut } from '../../routing/index.ts'
import { subjectEvidence } from '../evidence.ts'
import { mayRead } from '../routes.ts'
import type { SubjectTable } from '../tables.ts'
import { readersOf } from './access.ts'
import { letIn, type Shared, whoMayBeLetIn } from './let-in.ts'
import { insertSubject, selectActions, selectSubjects, selectTyped } from './queries.ts'
import { concernDuties } from './rules.ts'

const abouts = [
  'designated-person',
  'deputy-designated-person',
  'senior-manager',
  'manager',
] as const satisfies readonly About[]

type No = Refused<'nobody' | 'several' | 'yourself' | 'nobody-left'>

/**
 * Says that a concern is about somebody of the staff. They find nothing of it from then on, nor does anybody who stands too near
 * to them: a deputy, where it is about the designated person. What they owed in it is another's. Where nobody would be left to
 * read it, whoever comes next by the routing table is let in first.
 */
export async function nameSubject(
  writer: Writer<PersonActor>,
  shared: Shared,
  name: string,
): Promise<Change<{ readonly stays: boolean }, No>> {
  const { row } = shared
  const { actor } = writer
  const [one, other] = await selectTyped(writer.db, actor.agencyId, name, 'staff')
  if (!one) return refuse('nobody')
  if (other) return refuse('several')
  if (one.id === actor.personId) return refuse('yourself')
  const about = await aboutOf(writer, one.id)
  const near = await tooNear(writer, about)
  const out = new Set([one.id, ...near])
  const left = [...(await readersOf(writer, row))].filter(id => !out.has(id))
  if (left.length === 0) {
    const next = [...(await whoMayBeLetIn(writer, row, [...row.about, ...about]))].filter(
      ([id]) => !out.has(id),
    )
    if (next.length === 0) return refuse('nobody-left')
    for (const [id, recipient] of next) {
      await letIn(writer, shared, { id, recipient, why: 'handed-over' })
      left.push(id)
    }
  }
  const reading = await readersOf(writer, row)
  const takes = left.includes(actor.personId) ? actor.personId : (left[0] as PersonId)
  return inVault(writer, async inside => {
    const before = new Set(
      (await selectSubjects(inside.db, inside.actor.agencyId, row.id)).map(one => one.person_id),
    )
    const kept = [...near].filter(id => id !== one.id && reading.has(id) && !before.has(id))
    const done = before.has(one.id) ? undefined : await keepOut(inside, shared, one.id, 'named', takes)
    // Whoever names and stands too near goes last: from then on they see nothing of it.
    kept.sort((one, other) => Number(one === actor.personId) - Number(other === actor.personId))
    for (const id of kept) await keepOut(inside, shared, id, 'too-near', takes)
    return (done ?? (await keepOut(inside, shared, one.id, 'named', takes))).with({
      stays: !out.has(actor.personId),
    })
  })
}

async function aboutOf(writer: Writer<PersonActor>, id: PersonId): Promise<readonly About[]> {
  const found: About[] = []
  for (const role of abouts) if ((await withRole(writer, role)).includes(id)) found.push(role)
  return found.length > 0 ? found : ['worker']
}

/** Those of our own who may not read what is about such a person. */
async function tooNear(writer: Writer<PersonActor>, about: readonly About[]): Promise<ReadonlySet<PersonId>> {
  const roles = mayRead.filter(role => about.some(subject => isKeptOut(role, subject)))
  const found: PersonId[] = []
  for (const role of roles) found.push(...(await withRole(writer, role)))
  return new Set(found)
}

/** Keeps one person out, and makes what they owed in it another’s. */
async function keepOut(
  inside: Writer<PersonActor>,
  { row: concern }: Shared,
  person: PersonId,
  why: SubjectTable['why'],
  takes: PersonId,
) {
  const { db, actor, now } = inside
  const row: SubjectTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    concern_id: concern.id,
    person_id: person,
    why,
    named_by: actor.personId,
    named_at: now,
    entry_id: newEntryId(inside),
  }
  const actions = await selectActions(db, actor.agencyId, concern.id)
  const theirs = [
    ...concernDuties.map(kind => ({ kind, about: { kind: 'concern', id: concern.id } })),
    ...actions
      .filter(({ owner_id }) => owner_id === person)
      .map(({ id }) => ({ kind: 'do-concern-action' as const, about: { kind: 'concern-action', id } })),
  ]
  const owed: typeof theirs = []
  for (const duty of theirs)
    if (await owes(inside, { kind: duty.kind, person, aboutId: duty.about.id })) owed.push(duty)
  await insertSubject(db, row)
  for (const { kind, about } of owed) {
    await closeDuties(inside, { kind, person, aboutId: about.id }, row.entry_id)
    await openDuties(inside, kind, [takes], about, row.entry_id)
  }
  return record(
    inside,
    {
      event: 'concern.subject-named',
      about: [{ kind: 'concern', id: concern.id }],
      cites: ['REP-4'],
      content: contentOf(subjectEvidence, row),
    },
    { id: row.entry_id },
  )
}

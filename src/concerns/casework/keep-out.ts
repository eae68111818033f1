import { closeDuties, openDuties, owes } from '../../duties/index.ts'
import { newId } from '../../kit/ids.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import type { About } from '../../routing/index.ts'
import { subjectEvidence } from '../evidence.ts'
import type { ConcernTable, SubjectTable } from '../tables.ts'
import { insertSubject, selectActions } from './queries.ts'
import { concernDuties } from './rules.ts'

/**
 * Keeps one person out, and makes what they owed in it another's. `inside` is in the vault, and holds the concern: whoever opens
 * a duty in it at the same time waits, and is refused.
 */
export async function keepOut(
  inside: Writer<PersonActor>,
  concern: ConcernTable,
  about: {
    readonly person: PersonId
    readonly why: SubjectTable['why']
    readonly as: readonly About[] | null
    readonly takes: PersonId
  },
): Promise<Recorded<undefined>> {
  const { db, actor, now } = inside
  const { person, why, as, takes } = about
  const row: SubjectTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    concern_id: concern.id,
    person_id: person,
    why,
    about: as,
    named_by: actor.personId,
    named_at: now,
    entry_id: newEntryId(inside),
  }
  const owed = await owedBy(inside, concern, person)
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

/** What somebody owes because of a concern. */
async function owedBy(inside: Writer<PersonActor>, concern: ConcernTable, person: PersonId) {
  const actions = await selectActions(inside.db, inside.actor.agencyId, concern.id)
  const theirs = [
    ...concernDuties.map(kind => ({ kind, about: { kind: 'concern', id: concern.id } })),
    ...actions
      .filter(({ owner_id }) => owner_id === person)
      .map(({ id }) => ({ kind: 'do-concern-action' as const, about: { kind: 'concern-action', id } })),
  ]
  const owed: typeof theirs = []
  for (const duty of theirs)
    if (await owes(inside, { kind: duty.kind, person, aboutId: duty.about.id })) owed.push(duty)
  return owed
}

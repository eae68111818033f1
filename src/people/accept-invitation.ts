import {
  contentOf,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import { personEvidence } from './evidence.ts'
import { holdAgency, selectPerson, tables } from './queries.ts'

/** Joins a login to the person it was invited as. From now on signing in with it is being that person. */
export async function acceptInvitation(
  writer: Writer<PersonActor>,
  { loginId }: { readonly loginId: string },
): Promise<Recorded<PersonId>> {
  const { actor, now, db } = writer
  // The entry holds the whole row: nobody changes it between its being read and its being written.
  await holdAgency(db, actor.agencyId)
  const before = await selectPerson(db, actor.agencyId, actor.personId)
  if (!before || before.left_at) throw new Error('an invitation names nobody who is here')
  if (before.login_id && before.login_id !== loginId)
    throw new Error('somebody else has joined as this person')
  const entryId = newEntryId(writer)
  const after = { ...before, login_id: loginId, entry_id: entryId }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'invitation.accepted',
        about: [{ kind: 'person', id: actor.personId }],
        cites: ['GEN-APP-6'],
        content: contentOf(personEvidence, after),
      },
      { id: entryId, value: actor.personId },
    ),
    tables(db)
      .updateTable('person')
      .set({ login_id: loginId, entry_id: entryId })
      .where('agency_id', '=', actor.agencyId)
      .where('id', '=', actor.personId)
      .execute(),
    tables(db)
      .updateTable('invitation')
      .set({ accepted_at: now })
      .where('agency_id', '=', actor.agencyId)
      .where('person_id', '=', actor.personId)
      .execute(),
  ])
  return done
}

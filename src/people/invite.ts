import { days, later } from '../kit/clock.ts'
import { newId } from '../kit/ids.ts'
import { enqueue } from '../kit/jobs/index.ts'
import { type Refused, refuse } from '../kit/proof.ts'
import { newToken, tokenHash } from '../kit/tokens.ts'
import type { PersonId, Recorded, Writer } from '../records/index.ts'
import { addPerson, type NewPerson } from './add-person.ts'
import { selectStaffByEmail, tables } from './queries.ts'

const goodFor = days(7)

/** Adds a member of staff and has their invitation mailed. Refuses an address that somebody here already has. */
export async function inviteStaff(
  writer: Writer,
  given: Omit<NewPerson, 'kind'> & { readonly email: string },
): Promise<Recorded<PersonId> | Refused<'known'>> {
  if (await selectStaffByEmail(writer.db, writer.actor.agencyId, given.email)) return refuse('known')
  const added = await addPerson(writer, { ...given, kind: 'staff' })
  await sendInvitation(writer, added.value)
  return added
}

/** Has an invitation mailed. The link's secret is made when the mail is, and kept only as a hash. */
export async function sendInvitation(writer: Writer, personId: PersonId): Promise<void> {
  const { agencyId } = writer.actor
  await enqueue(writer.db, {
    task: 'invitation',
    payload: { agencyId, personId },
    key: `invitation:${personId}`,
  })
}

/** Makes the secret of an invitation, good for a week. Earlier ones to the same person end. */
export async function makeInvitation(writer: Writer, personId: PersonId): Promise<string> {
  const { db, now, actor } = writer
  const token = newToken()
  await tables(db)
    .updateTable('invitation')
    .set({ expires_at: now })
    .where('agency_id', '=', actor.agencyId)
    .where('person_id', '=', personId)
    .execute()
  await tables(db)
    .insertInto('invitation')
    .values({
      agency_id: actor.agencyId,
      id: newId(now.getTime()),
      person_id: personId,
      token_hash: tokenHash(token),
      expires_at: later(now, goodFor),
      accepted_at: null,
    })
    .execute()
  return token
}

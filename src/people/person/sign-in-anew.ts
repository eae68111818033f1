import { Already, type Permitted } from '../../kit/proof.ts'
import type { PersonActor, PersonId, Recorded, Writer } from '../../records/index.ts'
import type { PersonHere } from '../access.ts'
import { sendInvitation } from '../invite.ts'
import { goneTopic } from '../leaving/gone.ts'
import { forgetProofs } from '../sign-in/end-sign-in.ts'
import { changePerson } from './change-person.ts'

/**
 * For somebody who has lost their phone or their passkey: nothing they signed in with works any longer, anywhere, and a
 * new invitation goes to the address we have. Who they are, what they signed and what they do here stay as they are.
 */
export async function letSignInAnew(
  writer: Writer<PersonActor>,
  { person }: Permitted<'sign-in-anew', PersonHere>,
): Promise<Recorded<PersonId> | Already<PersonId>> {
  if (!person.login_id) return new Already(person.id)
  await forgetProofs(writer.db, person.login_id)
  await sendInvitation(writer, person.id)
  writer.announce(goneTopic(person.id))
  return changePerson(writer, person, { login_id: null }, { event: 'person.signs-in-anew', cites: [] })
}

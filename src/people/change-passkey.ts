import { type Refused, refuse } from '../kit/proof.ts'
import { type PersonActor, type Recorded, record, type Writer } from '../records/index.ts'
import { deletePasskey, type PasskeyRow } from './sign-in/queries.ts'

/** Puts on the record that a person can now sign in with a new passkey. The key itself is the sign-in library's. */
export const passkeyAdded = (writer: Writer<PersonActor>, id: string): Promise<Recorded<undefined>> =>
  record(writer, {
    event: 'passkey.added',
    about: [{ kind: 'person', id: writer.actor.personId }],
    cites: [],
    content: { passkey: id, at: writer.now.toISOString() },
  })

/** A person's passkeys, and whether an app stands beside them. */
export interface OwnPasskey {
  readonly passkey: PasskeyRow
  readonly others: number
  readonly app: boolean
}

/**
 * Takes a passkey away: it signs nobody in from now on. Refuses the last one of somebody who has no app: they would be
 * left with a password alone.
 */
export async function removePasskey(
  writer: Writer<PersonActor>,
  { passkey, others, app }: OwnPasskey,
): Promise<Recorded<undefined> | Refused<'only-second-step'>> {
  if (others === 0 && !app) return refuse('only-second-step')
  await deletePasskey(writer.db, writer.actor, passkey.id)
  return record(writer, {
    event: 'passkey.removed',
    about: [{ kind: 'person', id: writer.actor.personId }],
    cites: [],
    content: { passkey: passkey.id, at: writer.now.toISOString() },
  })
}

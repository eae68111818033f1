import { idAgo } from '../../kit/ids.ts'
import type { PersonActor, PersonId, Writer } from '../../records/index.ts'
import { supervisedAmong } from '../access.ts'
import { conversationsOf } from '../look-back.ts'
import { routes } from '../routes.ts'
import { type Found, foundIn, readHere } from './find-messages.ts'
import { findWith } from './queries.ts'

/** A message with where it stands. */
export interface SaidWith extends Found {
  readonly href: string
}

/**
 * What was said in the conversations that somebody is or was in, the newest, as far as the reader may read those: their own, and
 * those that they supervise. What is masked stays masked. Each conversation of others that it shows is read by that, on the record.
 */
export async function saidWith(
  writer: Writer<PersonActor>,
  person: PersonId,
  most: number,
): Promise<readonly SaidWith[]> {
  const { db, actor } = writer
  const all = (await conversationsOf(writer, { with: person })).map(({ id }) => id)
  const readable = [...(await supervisedAmong(writer, all))]
  const about = { agencyId: actor.agencyId, reader: actor.personId, person, readable, most }
  const found = (await findWith(db, about)).flatMap(row => foundIn(row, '') ?? [])
  await readHere(writer, found)
  return found.map(one => ({
    ...one,
    href: `${routes.conversation.to({ conversation: one.conversation })}?after=${idAgo(one.id, 1)}#m-${one.id}`,
  }))
}

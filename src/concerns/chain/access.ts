import { idFrom } from '../../kit/ids.ts'
import { type Permitted, permit } from '../../kit/proof.ts'
import { hasRole } from '../../people/index.ts'
import { inVault, type PersonActor, type Reader } from '../../records/index.ts'
import { mayRead, maySeeChain } from '../routes.ts'
import { type Chain, chainOf } from './links.ts'
import { selectLetter, type Tried } from './tables.ts'

/** The chain, for those who answer for it: designated persons, deputies, senior managers, administrators. */
export const chainToSee = async (
  reader: Reader<PersonActor>,
): Promise<Permitted<'mend', Chain> | undefined> =>
  (await hasRole(reader, ...maySeeChain)) ? permit('mend', await chainOf(reader)) : undefined

/** A letter that was sent to the acting person. Its id stands in that letter and nowhere else. */
export async function letterThatCame(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'say-it-came', Tried> | undefined> {
  const id = idFrom<'chain-letter'>(text)
  if (!id || !(await hasRole(reader, ...mayRead))) return undefined
  const letter = await inVault(reader, ({ db, actor }) => selectLetter(db, actor.agencyId, id))
  return letter?.person_id === reader.actor.personId ? permit('say-it-came', letter) : undefined
}

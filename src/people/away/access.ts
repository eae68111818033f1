import { dayAt } from '../../guidance/index.ts'
import { type Permitted, permit } from '../../kit/proof.ts'
import type { PersonActor, Reader } from '../../records/index.ts'
import { type PersonHere, personTo } from '../access.ts'
import { type AwayTable, selectAways } from './queries.ts'

/** One time away that stands, to say that it is over: by whoever may enter it. */
export async function awayToEnd(
  reader: Reader<PersonActor>,
  person: string,
  away: string,
): Promise<{ readonly found: PersonHere; readonly row: Permitted<'end-away', AwayTable> } | undefined> {
  const found = await personTo(reader, person, 'enter-away')
  if (!found) return undefined
  const { db, actor, now } = reader
  const which = { agencyId: actor.agencyId, personId: found.person.id, day: dayAt(now) }
  const row = (await selectAways(db, which)).find(one => one.id === away)
  return row && { found, row: permit('end-away', row) }
}

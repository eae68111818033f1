import type { PersonActor, PersonId, Reader } from '../records/index.ts'
import { familyToCall } from './access.ts'
import { selectCalls, selectIsInCall } from './queries.ts'
import { routes } from './routes.ts'
import { resultWords } from './rules.ts'

/** Where the calls with somebody of a family are; undefined for a reader who may not see them. */
export async function callsWith(reader: Reader<PersonActor>, id: PersonId): Promise<string | undefined> {
  return (await familyToCall(reader, id)) && routes.with.to({ person: id })
}

/** Whether the acting person made a call with somebody, or was the second adult of one. */
export const isInCallsWith = ({ db, actor }: Reader<PersonActor>, id: PersonId): Promise<boolean> =>
  selectIsInCall(db, { agencyId: actor.agencyId, family: id, staff: actor.personId })

/** A call as a line: what came of it and why it was made. Opening it is an entry. */
export interface CallLine {
  readonly at: Date
  readonly says: string
  readonly by: string
  readonly href: string
}

/** The newest calls with somebody of a family, as far as the reader may see them listed. */
export async function callLines(
  reader: Reader<PersonActor>,
  id: PersonId,
  most: number,
): Promise<readonly CallLine[]> {
  const family = await familyToCall(reader, id)
  if (!family) return []
  const which = { agencyId: reader.actor.agencyId, people: family.calls, family: [id] }
  const rows = await selectCalls(reader.db, which, { skip: 0, length: most })
  return rows.map(call => ({
    at: call.began_at,
    says: `${resultWords[call.way][call.result]}: ${call.about}`,
    by: call.caller,
    href: routes.call.to({ call: call.id }),
  }))
}

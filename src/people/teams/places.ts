import type { PersonId, Reader } from '../../records/index.ts'
import { selectPlaces } from './queries.ts'

/** Somebody's place in a team. */
export interface PlaceInTeam {
  readonly team: string
  readonly name: string
  readonly person: PersonId
}

/** Who is in which team now: everybody who is in one. */
export const placesInTeams = ({ db, actor }: Reader): Promise<readonly PlaceInTeam[]> =>
  selectPlaces(db, actor.agencyId)

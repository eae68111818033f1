import { whoIsLate } from '../../duties/index.ts'
import { tidy } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import type { Permitted } from '../../kit/proof.ts'
import { hasRole, lineOf, type PlaceInTeam, placesInTeams } from '../../people/index.ts'
import type { PersonActor, Reader } from '../../records/index.ts'
import type { PolicyInForce } from '../access.ts'
import { mayPublish } from '../rules.ts'
import type { PartOfList, Seen, Sort, Sought } from './queries.ts'

export const parts: Readonly<Record<PartOfList, string>> = {
  all: 'Everybody',
  not: 'Has not signed',
  signed: 'Has signed',
  paper: 'On paper',
  late: 'Late',
}
export const sorts: Readonly<Record<Sort, string>> = {
  standing: 'To sign first',
  name: 'By name',
  newest: 'Newest signature first',
}

/** What an address asks of the list. */
export interface Asked {
  readonly sought: Sought
  readonly sort: Sort
  /** The team whose people are sought, if one is. */
  readonly team: string | undefined
}

/** A manager sees those they answer for; those who publish, and designated people, see everybody. */
export async function seenBy(
  reader: Reader<PersonActor>,
  { policy }: Permitted<'follow', PolicyInForce>,
): Promise<Seen> {
  const all = [...mayPublish, 'designated-person', 'deputy-designated-person'] as const
  const [everybody, line, late] = await Promise.all([
    hasRole(reader, ...all),
    lineOf(reader, reader.actor.personId),
    whoIsLate(reader, 'sign-policy', policy.id),
  ])
  return {
    agencyId: reader.actor.agencyId,
    policyId: policy.id,
    only: everybody ? undefined : line,
    late,
  }
}

const oneOf = <T extends string>(
  words: Readonly<Record<T, string>>,
  asked: string | null,
  otherwise: T,
): T => (asked !== null && Object.hasOwn(words, asked) ? (asked as T) : otherwise)

/** Reads what the address asks; what makes no sense in it is left out. `places` is asked for only when a team is. */
export async function askedOf(reader: Reader, query: URLSearchParams): Promise<Asked> {
  const team = idFrom<'team'>(query.get('team'))
  // Ids name a person by where they stand; somebody of another agency has nobody here who answers to them.
  const manager = idFrom<'person'>(query.get('manager'))
  const places: readonly PlaceInTeam[] = team ? await placesInTeams(reader) : []
  return {
    team,
    sort: oneOf(sorts, query.get('sort'), 'standing'),
    sought: {
      part: oneOf(parts, query.get('who'), 'all'),
      find: tidy(query.get('find') ?? '').slice(0, 100),
      manager,
      members: team && places.filter(place => place.team === team).map(({ person }) => person),
    },
  }
}

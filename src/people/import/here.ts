import type { Reader, Role } from '../../records/index.ts'
import { selectAgency, type TeamTable } from '../queries.ts'
import { rolesOf } from '../rules.ts'
import { type PersonHere, selectPeopleHere, selectTeams } from './queries.ts'

/** Who and what is in the agency already, for holding a file against. Keys are as keyOf() and childKey() make them. */
export interface Here {
  readonly staff: ReadonlyMap<string, PersonHere>
  readonly staffNames: ReadonlySet<string>
  readonly parents: ReadonlyMap<string, PersonHere>
  readonly children: ReadonlySet<string>
  readonly childrensAddresses: ReadonlySet<string>
  readonly teams: ReadonlyMap<string, TeamTable['id']>
  readonly roles: readonly Role[]
  readonly today: string
}

/** Names that differ only in capitals are one. */
export const keyOf = (name: string): string => name.toLowerCase()
export const childKey = (name: string, bornOn: string | null): string => `${keyOf(name)} ${bornOn ?? ''}`

export async function whatIsHere(reader: Reader): Promise<Here> {
  const { actor, db, now } = reader
  const [people, teams, agency] = await Promise.all([
    selectPeopleHere(db, actor.agencyId),
    selectTeams(db, actor.agencyId),
    selectAgency(db, actor.agencyId),
  ])
  const of = (kind: PersonHere['kind']) => people.filter(person => person.kind === kind)
  const byEmail = (some: readonly PersonHere[]) =>
    new Map(some.flatMap(person => (person.email ? [[person.email.toLowerCase(), person] as const] : [])))
  return {
    staff: byEmail(of('staff')),
    staffNames: new Set(of('staff').map(({ name }) => keyOf(name))),
    parents: byEmail(of('parent')),
    children: new Set(of('child').map(({ name, born_on }) => childKey(name, born_on))),
    childrensAddresses: new Set(byEmail(of('child')).keys()),
    teams: new Map(teams.map(({ id, name }) => [keyOf(name), id])),
    roles: rolesOf[agency.kind],
    today: now.toISOString().slice(0, 10),
  }
}

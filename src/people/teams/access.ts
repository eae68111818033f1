import { idFrom } from '../../kit/ids.ts'
import { type Permitted, permit } from '../../kit/proof.ts'
import type { PersonActor, PersonId, Reader } from '../../records/index.ts'
import { hasRole, isHere } from '../access.ts'
import { selectPerson, type TeamTable } from '../queries.ts'
import { type MemberRow, selectMembers, selectTeam } from './queries.ts'

export interface TeamHere {
  readonly team: TeamTable
  readonly leader: { readonly id: PersonId; readonly name: string } | undefined
  readonly members: readonly MemberRow[]
  /** Whether the acting person may change who is in it: an administrator, or who leads it. */
  readonly mayChange: boolean
}

/** A team, for any member of the staff to see. */
export async function teamToSee(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'see', TeamHere> | undefined> {
  const id = idFrom<'team'>(text)
  const { db, actor } = reader
  if (!id || actor.kind !== 'staff' || !(await isHere(reader))) return undefined
  const team = await selectTeam(db, actor.agencyId, id)
  if (!team) return undefined
  const [leader, members, administers] = await Promise.all([
    team.manager_id ? selectPerson(db, actor.agencyId, team.manager_id) : undefined,
    selectMembers(db, actor.agencyId, id),
    hasRole(reader, 'administrator'),
  ])
  return permit('see', {
    team,
    leader,
    members,
    mayChange: administers || team.manager_id === actor.personId,
  })
}

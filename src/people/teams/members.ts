import {
  contentOf,
  newEntryId,
  type PersonId,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import { teamMemberEvidence } from '../evidence.ts'
import { type TeamMemberTable, tables } from '../queries.ts'
import type { TeamId } from './queries.ts'

/** Puts somebody in a team from now on. The caller has seen that they are not in it. */
export async function joinTeam(
  writer: Writer,
  teamId: TeamId,
  personId: PersonId,
): Promise<Recorded<PersonId>> {
  const row: TeamMemberTable = {
    agency_id: writer.actor.agencyId,
    team_id: teamId,
    person_id: personId,
    since: writer.now,
    until: null,
    entry_id: newEntryId(writer),
  }
  const [done] = await Promise.all([
    recordPlace(writer, 'team.joined', row),
    tables(writer.db).insertInto('team_member').values(row).execute(),
  ])
  return done
}

/** Takes somebody out of a team. That they were in it stays. */
export async function leaveTeam(writer: Writer, before: TeamMemberTable): Promise<Recorded<PersonId>> {
  const row: TeamMemberTable = {
    agency_id: before.agency_id,
    team_id: before.team_id,
    person_id: before.person_id,
    since: before.since,
    until: writer.now,
    entry_id: newEntryId(writer),
  }
  const [done] = await Promise.all([
    recordPlace(writer, 'team.left', row),
    tables(writer.db)
      .updateTable('team_member')
      .set({ until: row.until, entry_id: row.entry_id })
      .where('agency_id', '=', row.agency_id)
      .where('team_id', '=', row.team_id)
      .where('person_id', '=', row.person_id)
      .where('until', 'is', null)
      .execute(),
  ])
  return done
}

const recordPlace = (writer: Writer, event: 'team.joined' | 'team.left', row: TeamMemberTable) =>
  record(
    writer,
    {
      event,
      about: [
        { kind: 'team', id: row.team_id },
        { kind: 'person', id: row.person_id },
      ],
      cites: [],
      content: contentOf(teamMemberEvidence, row),
    },
    { id: row.entry_id, value: row.person_id },
  )

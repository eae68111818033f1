import { newId } from '../kit/ids.ts'
import { contentOf, newEntryId, type PersonId, type Recorded, record, type Writer } from '../records/index.ts'
import { teamEvidence } from './evidence.ts'
import { type TeamTable, tables } from './queries.ts'

/** Makes a team. Its name is the only one of its kind in the agency, capitals or not. */
export async function makeTeam(
  writer: Writer,
  given: { readonly name: string; readonly managerId?: PersonId | undefined },
): Promise<Recorded<TeamTable['id']>> {
  const { actor, now, db } = writer
  const entryId = newEntryId(writer)
  const row: TeamTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    name: given.name,
    manager_id: given.managerId ?? null,
    entry_id: entryId,
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'team.made',
        about: [{ kind: 'team', id: row.id }],
        cites: [],
        content: contentOf(teamEvidence, row),
      },
      { id: entryId, value: row.id },
    ),
    tables(db).insertInto('team').values(row).execute(),
  ])
  return done
}

/** Puts a person in a team from now on. */
export async function joinTeam(
  writer: Writer,
  place: { readonly teamId: TeamTable['id']; readonly personId: PersonId },
): Promise<Recorded<undefined>> {
  const { actor, now, db } = writer
  const row = {
    agency_id: actor.agencyId,
    team_id: place.teamId,
    person_id: place.personId,
    since: now,
    until: null,
  }
  const [done] = await Promise.all([
    record(writer, {
      event: 'team.joined',
      about: [
        { kind: 'team', id: place.teamId },
        { kind: 'person', id: place.personId },
      ],
      cites: [],
      content: {
        team_id: row.team_id,
        person_id: row.person_id,
        since: now.toISOString(),
        until: null,
      },
    }),
    tables(db).insertInto('team_member').values(row).execute(),
  ])
  return done
}

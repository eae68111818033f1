import { newId } from '../../kit/ids.ts'
import {
  contentOf,
  newEntryId,
  type PersonId,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import { teamEvidence } from '../evidence.ts'
import { type TeamTable, tables } from '../queries.ts'
import type { TeamId } from './queries.ts'

/** Makes a team. Nobody is in it yet. */
export async function makeTeam(
  writer: Writer,
  given: { readonly name: string; readonly managerId: PersonId | null },
): Promise<Recorded<TeamId>> {
  const entryId = newEntryId(writer)
  const row: TeamTable = {
    agency_id: writer.actor.agencyId,
    id: newId(writer.now.getTime()),
    name: given.name,
    manager_id: given.managerId,
    entry_id: entryId,
  }
  const [done] = await Promise.all([
    recordTeam(writer, 'team.made', row),
    tables(writer.db).insertInto('team').values(row).execute(),
  ])
  return done
}

/** Gives a team another name or another leader. */
export async function changeTeam(
  writer: Writer,
  before: TeamTable,
  set: Partial<Pick<TeamTable, 'name' | 'manager_id'>>,
): Promise<Recorded<TeamId>> {
  const row = { ...before, ...set, entry_id: newEntryId(writer) }
  const [done] = await Promise.all([
    recordTeam(writer, 'team.changed', row),
    tables(writer.db)
      .updateTable('team')
      .set({ name: row.name, manager_id: row.manager_id, entry_id: row.entry_id })
      .where('agency_id', '=', row.agency_id)
      .where('id', '=', row.id)
      .execute(),
  ])
  return done
}

const recordTeam = (writer: Writer, event: 'team.made' | 'team.changed', row: TeamTable) =>
  record(
    writer,
    { event, about: [{ kind: 'team', id: row.id }], cites: [], content: contentOf(teamEvidence, row) },
    { id: row.entry_id, value: row.id },
  )

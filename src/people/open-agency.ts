import { type AgencyId, type Recorded, record, type SystemActor, type Writer } from '../records/index.ts'
import { type AgencyTable, tables } from './queries.ts'

/** An agency to open, its id the writer's own. A board has no board; a member agency names its board. */
export type NewAgency = Omit<AgencyTable, 'id'>

/**
 * Opens the agency in whose name the writer acts; its first entry says so. Needs the database's owner: the application's
 * role may open nothing. Throws what the database throws when the short name is taken.
 */
export async function openAgency(writer: Writer<SystemActor>, given: NewAgency): Promise<Recorded<AgencyId>> {
  const id = writer.actor.agencyId
  await tables(writer.db)
    .insertInto('agency')
    .values({ id, ...given })
    .execute()
  return record(
    writer,
    { event: 'agency.opened', about: [{ kind: 'agency', id }], cites: [], content: { id, ...given } },
    { value: id },
  )
}

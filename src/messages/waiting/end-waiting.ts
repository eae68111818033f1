import type { PersonId, Writer } from '../../records/index.ts'
import { selectAllWaiting } from './queries.ts'
import { goesByItself } from './wait.ts'

/** Has what a leaver wrote and waits still looked at once more: it goes to no one now, and whoever answered for them is told. */
export async function endWaitingOf(writer: Writer, leaver: PersonId): Promise<void> {
  for (const { id } of await selectAllWaiting(writer.db, writer.actor.agencyId, [leaver]))
    await goesByItself(writer, id, writer.now)
}

import { dayAt } from '../guidance/index.ts'
import type { PersonId, Reader } from '../records/index.ts'
import { selectAgreed } from './queries.ts'
import type { Channel } from './rules.ts'

/** Whether contact with a child over a channel is agreed to today. */
export async function isAgreed(reader: Reader, childId: PersonId, channel: Channel): Promise<boolean> {
  const which = { agencyId: reader.actor.agencyId, childId, day: dayAt(reader.now) }
  return (await selectAgreed(reader.db, which)).includes(channel)
}

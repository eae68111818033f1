import { sql } from 'kysely'
import { idFrom } from '../kit/ids.ts'
import { openedParts } from '../messages/index.ts'
import { type Kept, partOf } from '../retention/index.ts'
import { arrivalEvidence } from './evidence.ts'
import { selectArrival } from './queries.ts'

/** Where something that came is from, and what came with it besides. What is held still is decided first. */
export const keptArrivals: Kept = {
  kind: 'arrival',
  event: 'arrival.received',
  standing: agencyId => sql`
    select a.id, a.received_at as counts_from from arrival a
    where a.agency_id = ${agencyId} and a.outcome <> 'held'
      and (a.from_address is not null or a.to_address is not null)`,
  parts: async (reader, text) => {
    const id = idFrom<'arrival'>(text)
    const row = id && (await selectArrival(reader.db, reader.actor.agencyId, id))
    return row ? [partOf(arrivalEvidence, row), ...(await openedParts(reader, row.id))] : []
  },
  byHand: async ({ db, actor }, text) => {
    const id = idFrom<'arrival'>(text)
    const row = id && (await selectArrival(db, actor.agencyId, id))
    return row !== undefined && row.outcome !== 'held'
  },
}

import type { WhomNow } from '../duties/index.ts'
import { allDesignated, staffIn, whereSaid } from '../messages/index.ts'
import { whoLooks } from './keep-arrival.ts'
import { selectArrival, selectDelivery } from './queries.ts'
import type { ArrivalId, DeliveryId } from './tables.ts'

/** Who would be asked today to look at what came, or at what may not have arrived. */
export const channelsWhomNow = {
  'held-arrival': async (reader, id) => {
    const arrival = await selectArrival(reader.db, reader.actor.agencyId, id as ArrivalId)
    return whoLooks(reader, arrival?.conversation_id)
  },
  'danger-held': async (reader, id) => {
    const designated = await allDesignated(reader)
    const arrival = await selectArrival(reader.db, reader.actor.agencyId, id as ArrivalId)
    return designated.length > 0 ? designated : whoLooks(reader, arrival?.conversation_id)
  },
  // Whoever has the conversation now.
  'not-delivered': async (reader, id) => {
    const delivery = await selectDelivery(reader.db, reader.actor.agencyId, id as DeliveryId)
    const said = delivery && (await whereSaid(reader, delivery.message_id))
    return said ? staffIn(reader, said.conversation) : []
  },
} satisfies Partial<WhomNow>

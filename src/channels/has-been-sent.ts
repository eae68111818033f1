import type { PersonId, Reader } from '../records/index.ts'
import type { ChannelKind } from './rules.ts'
import { type DeliveryId, tables } from './tables.ts'

/** Whether anything was sent to somebody over a channel, whatever came of it, besides this delivery. */
export async function hasBeenSent(
  { db, actor }: Reader,
  about: { readonly kind: ChannelKind; readonly to: PersonId; readonly besides: DeliveryId },
): Promise<boolean> {
  const found = await tables(db)
    .selectFrom('delivery')
    .select('id')
    .where('agency_id', '=', actor.agencyId)
    .where('person_id', '=', about.to)
    .where('channel', '=', about.kind)
    .where('id', '<>', about.besides)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

import { closeDuties, openDuties } from '../duties/index.ts'
import { topicOf } from '../messages/index.ts'
import { contentOf, newEntryId, type PersonId, type Recorded, record, type Writer } from '../records/index.ts'
import { deliveryEvidence } from './evidence.ts'
import { type DeliveryState, stuck } from './rules.ts'
import { type DeliveryTable, tables } from './tables.ts'

const events = {
  claimed: 'delivery.claimed',
  'handed-over': 'delivery.handed-over',
  queued: 'delivery.put-back',
  unsure: 'delivery.unsure',
  delivered: 'delivery.delivered',
  failed: 'delivery.failed',
  returned: 'delivery.returned',
} as const satisfies Record<DeliveryState, string>

type Changing = Partial<Pick<DeliveryTable, 'attempts' | 'reference' | 'why' | 'handed_at'>>

const happening = (event: string, row: DeliveryTable) => ({
  event: event as `${string}.${string}`,
  about: [
    { kind: 'delivery', id: row.id },
    { kind: 'message', id: row.message_id },
  ] as const,
  cites: [],
  content: contentOf(deliveryEvidence, row),
})

/** A message to one person over one channel: claimed to be handed over; or failed before it was, and then its author owes a look. */
export async function beginDelivery(
  writer: Writer,
  row: Omit<DeliveryTable, 'entry_id'>,
  author?: PersonId,
): Promise<Recorded<DeliveryTable>> {
  const whole: DeliveryTable = { ...row, entry_id: newEntryId(writer) }
  const { id, entry_id, state } = whole
  const [done] = await Promise.all([
    record(writer, happening(events[state], whole), { id: entry_id, value: whole }),
    tables(writer.db).insertInto('delivery').values(whole).execute(),
  ])
  if (author) await openDuties(writer, 'not-delivered', [author], { kind: 'delivery', id }, entry_id)
  return done
}

/** Says how a delivery stands from now on. Whoever wrote the message owes a look at one that did not arrive. */
export async function changeDelivery(
  writer: Writer,
  before: DeliveryTable,
  state: DeliveryState,
  about: {
    readonly set?: Changing
    readonly author?: PersonId
    readonly event?: 'delivery.asked-again'
  } = {},
): Promise<Recorded<DeliveryTable>> {
  const row: DeliveryTable = {
    ...before,
    ...about.set,
    state,
    changed_at: writer.now,
    entry_id: newEntryId(writer),
  }
  const { agency_id, id, attempts, reference, why, handed_at, changed_at, entry_id } = row
  const [done] = await Promise.all([
    record(writer, happening(about.event ?? events[state], row), { id: entry_id, value: row }),
    tables(writer.db)
      .updateTable('delivery')
      .set({ state, attempts, reference, why, handed_at, changed_at, entry_id })
      .where('agency_id', '=', agency_id)
      .where('id', '=', id)
      .execute(),
  ])
  if (stuck.includes(state) && about.author)
    await openDuties(writer, 'not-delivered', [about.author], { kind: 'delivery', id }, entry_id)
  else if (!stuck.includes(state)) await closeDuties(writer, { kind: 'not-delivered', aboutId: id }, entry_id)
  writer.announce(topicOf(row.conversation_id))
  return done
}

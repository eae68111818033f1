import { Already } from '../kit/proof.ts'
import { messageToDeliver } from '../messages/index.ts'
import { agency, person } from '../people/index.ts'
import { type Ground, type Recorded, read, system, type Writer, write } from '../records/index.ts'
import { changeDelivery } from './change-delivery.ts'
import type { Channels, Handed, Outgoing } from './channel.ts'
import { deliveryByReference, holdDelivery, selectDelivery } from './queries.ts'
import { type ChannelKind, type DeliveryState, mostAttempts, nextAttempt, type WhyFailed } from './rules.ts'
import type { DeliveryId, DeliveryTable } from './tables.ts'
import { tryAfter } from './try-at.ts'

/** Says what came of a claim. One that has been settled meanwhile stays as it is. */
export async function settle(
  writer: Writer,
  id: DeliveryId,
  came: Handed,
  channels: Channels,
): Promise<Recorded<DeliveryTable> | Already<undefined>> {
  const row = await holdDelivery(writer.db, writer.actor.agencyId, id)
  if (!row || (row.state !== 'claimed' && row.state !== 'unsure')) return new Already(undefined)
  const author = (await messageToDeliver(writer, row.message_id, row.person_id))?.author.id
  const by = author ? { author } : {}
  const reference = 'reference' in came && came.reference ? { reference: came.reference } : {}
  switch (came.came) {
    case 'taken':
      return changeDelivery(writer, row, 'handed-over', { set: { handed_at: writer.now, ...reference } })
    case 'delivered':
      return changeDelivery(writer, row, 'delivered', {
        set: { handed_at: row.handed_at ?? writer.now, ...reference },
      })
    case 'refused':
      return changeDelivery(writer, row, 'failed', { set: { why: came.why }, ...by })
    case 'not-yet': {
      if (row.attempts >= mostAttempts)
        return changeDelivery(writer, row, 'failed', { set: { why: 'too-long-tried' }, ...by })
      await tryAfter(writer, row, nextAttempt(row.attempts))
      return changeDelivery(writer, row, 'queued')
    }
    case 'unsure': {
      // Where the other side can be asked, the next look does: until then the claim stands.
      const asks = channels.some(one => one.kind === row.channel && one.ask)
      return asks || row.state === 'unsure'
        ? new Already(undefined)
        : changeDelivery(writer, row, 'unsure', by)
    }
  }
}

/** Settles a claim whose answer was lost: asks where the other side can be asked, else says that it is not sure. */
export async function settleOld(ground: Ground, channels: Channels, old: DeliveryTable): Promise<void> {
  const actor = system(old.agency_id)
  const channel = channels.find(one => one.kind === old.channel)
  const came = channel?.ask ? await asked(ground, channels, old) : ({ came: 'unsure' } as const)
  if (came.came === 'unsure' && channel?.ask) return
  await write(ground, actor, writer => settle(writer, old.id, came, channels))
}

async function asked(ground: Ground, channels: Channels, old: DeliveryTable): Promise<Handed> {
  const channel = channels.find(one => one.kind === old.channel)
  const outgoing = await read(
    ground,
    system(old.agency_id),
    async (reader): Promise<Outgoing | undefined> => {
      const [message, to] = await Promise.all([
        messageToDeliver(reader, old.message_id, old.person_id),
        person(reader, old.person_id),
      ])
      if (!message || !to || to.kind === 'staff') return undefined
      const { kind } = to
      return {
        deliveryId: old.id,
        agency: await agency(reader),
        message,
        to: { ...to, kind },
        attempt: old.attempts,
      }
    },
  )
  if (!outgoing || !channel?.ask) return { came: 'unsure' }
  return channel.ask(outgoing, undefined).catch(() => ({ came: 'unsure' }) as const)
}

/** What the other side tells of something that was handed over: it is there, or it is not and never will be. */
export interface Told {
  readonly state: Extract<DeliveryState, 'delivered' | 'failed' | 'returned'>
  readonly why?: WhyFailed
}

/** From which states it is believed: a bounce may come after all, and a receipt before our own answer did. */
const before: Readonly<Record<Told['state'], readonly DeliveryState[]>> = {
  delivered: ['claimed', 'unsure', 'handed-over', 'failed'],
  failed: ['claimed', 'unsure', 'handed-over'],
  returned: ['claimed', 'unsure', 'handed-over', 'delivered'],
}

/** Puts down what the other side tells of a delivery, in the transaction of what it came with. Undefined where it changes nothing. */
export async function hear(
  writer: Writer,
  id: DeliveryId,
  { state, why }: Told,
): Promise<Recorded<DeliveryTable> | undefined> {
  const row = await holdDelivery(writer.db, writer.actor.agencyId, id)
  if (!row || !before[state].includes(row.state)) return undefined
  const author = (await messageToDeliver(writer, row.message_id, row.person_id))?.author.id
  return changeDelivery(writer, row, state, {
    set: { why: state === 'delivered' ? null : (why ?? 'returned') },
    ...(author ? { author } : {}),
  })
}

/** The same by what the other side knows it by. Says whether there is such a delivery. */
export async function hearOf(
  ground: Ground,
  kind: ChannelKind,
  reference: string,
  told: Told,
): Promise<boolean> {
  const found = await deliveryByReference(ground.pool, kind, reference)
  if (!found) return false
  await write(
    ground,
    system(found.agencyId),
    async writer =>
      (await hear(writer, found.id, told)) ??
      new Already(await selectDelivery(writer.db, found.agencyId, found.id)),
  )
  return true
}

import { closeDuties } from '../duties/index.ts'
import { type Permitted, type Refused, refuse } from '../kit/proof.ts'
import { type PersonActor, type Recorded, record, type Writer } from '../records/index.ts'
import type { DeliveryHere } from './access.ts'
import { changeDelivery } from './change-delivery.ts'
import { stuck } from './rules.ts'
import type { DeliveryTable } from './tables.ts'
import { tryAfter } from './try-at.ts'

type Seen = Permitted<'see', DeliveryHere>

/** A person says that it is to go again, knowing that it may have arrived: the only way on from where nobody can be asked. */
export async function sendAgain(
  writer: Writer<PersonActor>,
  { delivery }: Seen,
): Promise<Recorded<DeliveryTable> | Refused<'under-way'>> {
  if (!stuck.includes(delivery.state)) return refuse('under-way')
  await tryAfter(writer, delivery, 0)
  return changeDelivery(writer, delivery, 'queued', { set: { why: null }, event: 'delivery.asked-again' })
}

/** Whoever owes a look has taken care of it in another way: a call, the next visit. */
export async function takenCareOf(
  writer: Writer<PersonActor>,
  { delivery }: Seen,
): Promise<Recorded<DeliveryTable>> {
  const done = await record(
    writer,
    {
      event: 'delivery.taken-care-of',
      about: [{ kind: 'delivery', id: delivery.id }],
      cites: [],
      content: { delivery: delivery.id, at: writer.now.toISOString() },
    },
    { value: delivery },
  )
  await closeDuties(writer, { kind: 'not-delivered', aboutId: delivery.id }, done.entryId)
  return done
}

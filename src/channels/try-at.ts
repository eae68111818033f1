import { later } from '../kit/clock.ts'
import { enqueue } from '../kit/jobs/index.ts'
import type { MessageId } from '../messages/index.ts'
import type { AgencyId, PersonId, Writer } from '../records/index.ts'
import type { DeliveryTable } from './tables.ts'

export interface AboutDelivery {
  readonly agencyId: AgencyId
  readonly messageId: MessageId
  readonly personId: PersonId
}

/** Has a message tried again at a moment, for one person. */
export const tryAt = (
  writer: Writer,
  { agencyId, messageId, personId }: AboutDelivery,
  runAt?: Date,
): Promise<void> =>
  enqueue(writer.db, {
    task: 'deliver-message',
    payload: { agencyId, messageId, personId },
    key: `deliver-message:${messageId}:${personId}`,
    ...(runAt ? { runAt } : {}),
  })

/** Has a delivery that waits tried once `wait` milliseconds have passed; outside the hours of contact it waits for them (hours.ts). */
export const tryAfter = (writer: Writer, row: DeliveryTable, wait: number): Promise<void> =>
  tryAt(
    writer,
    { agencyId: row.agency_id, messageId: row.message_id, personId: row.person_id },
    wait > 0 ? later(writer.now, wait) : undefined,
  )

import { later } from '../kit/clock.ts'
import { enqueue } from '../kit/jobs/index.ts'
import type { Writer } from '../records/index.ts'
import type { DeliveryTable } from './tables.ts'

/** Has a delivery that waits tried once `wait` milliseconds have passed. */
export const tryAfter = (writer: Writer, row: DeliveryTable, wait: number): Promise<void> =>
  enqueue(writer.db, {
    task: 'deliver-message',
    payload: { agencyId: row.agency_id, messageId: row.message_id, personId: row.person_id },
    key: `deliver-message:${row.message_id}:${row.person_id}`,
    ...(wait > 0 ? { runAt: later(writer.now, wait) } : {}),
  })

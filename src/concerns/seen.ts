import { sql } from 'kysely'
import { later, minutes } from '../kit/clock.ts'
import { inVault, type PersonActor, type Writer } from '../records/index.ts'
import type { ConcernId, StepKind } from './tables.ts'
import { takeStep } from './take-step.ts'

/** Seen again so soon in the same way, it is the same look. */
const sameLook = minutes(5)

/**
 * Says in each of these concerns that the acting person saw something of it elsewhere than on its own page. It is not an opening:
 * it ends no duty, and nobody has read it by that.
 */
export const noteSeen = (
  writer: Writer<PersonActor>,
  concerns: readonly ConcernId[],
  step: Extract<StepKind, 'seen-together' | 'gone-through'>,
): Promise<void> =>
  inVault(writer, async inside => {
    const { db, actor, now } = inside
    const { rows } = await sql<{ id: ConcernId }>`
      select distinct concern_id as id from concern_step where agency_id = ${actor.agencyId} and step = ${step}
        and concern_id = any(${[...concerns]}::uuid[]) and taken_by = ${actor.personId}
        and taken_at > ${later(now, -sameLook)}`.execute(db)
    const seen = new Set(rows.map(({ id }) => id))
    for (const id of concerns) if (!seen.has(id)) await takeStep(inside, { id }, { step })
  })

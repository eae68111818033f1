import { openDuties, whoOwes } from '../duties/index.ts'
import { type CalendarDay, dayAt } from '../guidance/index.ts'
import { days, later } from '../kit/clock.ts'
import { Already } from '../kit/proof.ts'
import { staff, withRole } from '../people/index.ts'
import {
  newEntryId,
  type PersonId,
  type Recorded,
  record,
  type SystemActor,
  type Writer,
} from '../records/index.ts'
import { type DecisionRow, selectDecisions } from './queries.ts'
import { reviewDays } from './rules.ts'

/** The end of a day, near enough for a duty: 11pm in winter, midnight in summer, by the clocks of London. */
export const endOfDay = (day: CalendarDay): Date => new Date(`${day}T23:00:00Z`)

/** Whether a decision ends soon and nobody has said yet that it was reviewed. */
export const toBeReviewed = ({ ended_at, reviewed_at, until }: DecisionRow, now: Date): boolean =>
  !ended_at && !reviewed_at && until >= dayAt(now) && until <= dayAt(later(now, days(reviewDays)))

/**
 * Opens the duty to review each decision that ends soon, for the senior manager who answers for it; for every senior
 * manager where that one no longer is. Says how many decisions.
 */
export async function oweDecisions(writer: Writer<SystemActor>): Promise<Recorded<number> | Already<number>> {
  const { db, actor, now } = writer
  const seniors = await withRole(writer, 'senior-manager')
  const here = new Set((await staff(writer)).map(({ id }) => id))
  const opening: { decision: DecisionRow; persons: readonly PersonId[] }[] = []
  for (const decision of await selectDecisions(db, actor.agencyId)) {
    if (!toBeReviewed(decision, now)) continue
    const own = seniors.includes(decision.holder_id) ? [decision.holder_id] : seniors
    const persons = own.filter(id => here.has(id))
    const owing = await whoOwes(writer, 'review-exception', decision.id)
    if (persons.length > 0 && owing.length === 0) opening.push({ decision, persons })
  }
  if (opening.length === 0) return new Already(0)
  const entry = newEntryId(writer)
  const done = await record(
    writer,
    {
      event: 'decisions.end-soon',
      about: [{ kind: 'agency', id: actor.agencyId }],
      cites: ['GEN-STATUS'],
      content: { decisions: opening.map(({ decision, persons }) => ({ decision: decision.id, persons })) },
    },
    { id: entry, value: opening.length },
  )
  for (const { decision, persons } of opening)
    await openDuties(
      writer,
      'review-exception',
      persons,
      { kind: 'decision', id: decision.id },
      entry,
      endOfDay(decision.until),
    )
  return done
}

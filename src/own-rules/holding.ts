import { closeDuties, openDuties } from '../duties/index.ts'
import { acts, dayAt, isAct, whenInWords } from '../guidance/index.ts'
import type { Holding } from '../people/index.ts'
import type { PersonId, Reader } from '../records/index.ts'
import { holdDecision } from './hold-decision.ts'
import { endOfDay, toBeReviewed } from './owe-reviews.ts'
import { type DecisionRow, selectDecisions } from './queries.ts'
import { mayDecide } from './rules.ts'

/** The decisions that hold, or will, and that somebody answers for. */
async function heldDecisions({ db, actor, now }: Reader, person: PersonId): Promise<readonly DecisionRow[]> {
  const all = await selectDecisions(db, actor.agencyId)
  return all.filter(one => one.holder_id === person && !one.ended_at && one.until >= dayAt(now))
}

/** A leaver's decisions: another senior manager answers for each, and is told before it ends. What was decided stays. */
export const decisionsHolding: Holding = {
  kind: 'decisions',
  words: ['decision they answer for', 'decisions they answer for'],
  roles: mayDecide,
  heldBy: async (reader, person) =>
    (await heldDecisions(reader, person)).map(({ id, act, until }) => ({
      id,
      name: `${isAct(act) ? acts[act].says : act}, until ${whenInWords(until)}`,
    })),
  async handOver(writer, { from, to, entry }) {
    for (const decision of await heldDecisions(writer, from)) {
      await holdDecision(writer, decision.id, to)
      await closeDuties(writer, { kind: 'review-exception', person: from, aboutId: decision.id }, entry)
      if (!toBeReviewed(decision, writer.now)) continue
      const about = { kind: 'decision', id: decision.id }
      await openDuties(writer, 'review-exception', [to], about, entry, endOfDay(decision.until))
    }
    return undefined
  },
}

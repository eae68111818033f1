import { closeDuties } from '../duties/index.ts'
import { type CalendarDay, type Decision, dayAt, ruleRows, type Unkept } from '../guidance/index.ts'
import { newId } from '../kit/ids.ts'
import { type Permitted, type Refused, refuse } from '../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import type { Setter } from './access.ts'
import { decisionEvidence } from './evidence.ts'
import { holdDecision } from './hold-decision.ts'
import { asDecision } from './in-force.ts'
import { insertDecision, selectDecisions } from './queries.ts'
import type { DecisionId, DecisionTable } from './tables.ts'
import { restsOn } from './tighten.ts'
import { tryOut } from './try-out.ts'

/** What a decision loosens, where, to what, for how long and why. */
export type Deciding = Pick<
  DecisionTable,
  'act' | 'limit_row' | 'conditions' | 'stands' | 'says' | 'begins_on' | 'until'
>

export type DecidingRefusal = Refused<'unkept', Unkept> | Refused<'undoes', string> | Refused<'past'>

/**
 * Takes a decision for the whole organisation, in the name of the senior manager who acts. Refuses, before anything is
 * stored, what would not be kept to: a limit that is firm, more than a year, one that would make a safeguard harm. The
 * database refuses it of anybody who is no senior manager at that moment.
 */
export async function decide(
  writer: Writer<PersonActor>,
  { name }: Permitted<'decide', Setter>,
  deciding: Deciding,
): Promise<Recorded<DecisionId> | DecidingRefusal> {
  if (deciding.begins_on < dayAt(writer.now)) return refuse('past')
  const row = decisionOf(writer, deciding)
  const decision = asDecision({ ...row, decided_by_name: name })
  const tried = decision && (await tryOut(writer, { decision }, row.begins_on))
  if (!tried || tried.why) return refuse('unkept', tried?.why ?? 'no-such-value')
  if (tried.undoes) return refuse('undoes', tried.undoes)
  const loosened = ruleRows.find(({ id }) => id === row.limit_row)
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'decision.taken',
        about: [
          { kind: 'decision', id: row.id },
          { kind: 'person', id: row.decided_by },
        ],
        cites: [...(loosened?.because ?? []), ...restsOn],
        content: contentOf(decisionEvidence, row),
      },
      { id: row.entry_id, value: row.id },
    ),
    insertDecision(writer.db, row),
  ])
  await holdDecision(writer, row.id, row.decided_by)
  await reviewedBy(writer, row)
  return done
}

function decisionOf(writer: Writer<PersonActor>, deciding: Deciding): DecisionTable {
  const { actor, now } = writer
  return {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    ...deciding,
    because: restsOn,
    decided_by: actor.personId,
    decided_at: now,
    entry_id: newEntryId(writer),
  }
}

/** Whoever decides anew on a limit has reviewed what was decided on it before. */
async function reviewedBy(writer: Writer, { id, limit_row, entry_id }: DecisionTable): Promise<void> {
  const others = await selectDecisions(writer.db, writer.actor.agencyId)
  for (const other of others.filter(one => one.limit_row === limit_row && one.id !== id && !one.ended_at))
    await closeDuties(writer, { kind: 'review-exception', aboutId: other.id }, entry_id)
}

/** Not stored: a decision as it would be, to be tried out before anybody confirms it. Its entry does not stand yet. */
export const proposedDecision = (deciding: Deciding, by: string, now: Date): Decision | undefined => {
  const [id, entry_id] = [newId<'decision'>(now.getTime()), newId<'entry'>(now.getTime())]
  return asDecision({ id, ...deciding, because: restsOn, decided_by_name: by, entry_id })
}

/** The last day that a decision which begins on `day` may have. */
export const latestDay = (day: CalendarDay): CalendarDay => {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCFullYear(at.getUTCFullYear() + 1)
  // toISOString begins with the year, month and day of exactly this shape.
  return at.toISOString().slice(0, 10) as CalendarDay
}

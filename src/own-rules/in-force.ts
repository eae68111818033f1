import {
  type AgencyRules,
  type CalendarDay,
  type Decision,
  dayAt,
  documentRules,
  isAct,
  isRowId,
  isStatementId,
  type RulesInForce,
  rulesOf,
  type Tightening,
} from '../guidance/index.ts'
import type { Reader } from '../records/index.ts'
import {
  type DecisionRow,
  selectDecisions,
  selectIdsInForce,
  selectTightenings,
  type TighteningRow,
} from './queries.ts'

const guidanceAlone: RulesInForce = { rules: documentRules, unkept: [] }

// Rules worked out before, by the ids of those in force: a rule's row is never changed, so the same ids are the same rules.
const workedOut = new Map<string, RulesInForce>()
const mostKept = 64

/**
 * The rules of the reader's agency on this day: the guidance's, with its own laid over them. Which are in force is asked of
 * the database each time, in one question; they are worked out anew only when that has changed.
 */
export async function rulesInForce(reader: Reader): Promise<RulesInForce> {
  const { db, actor, now } = reader
  const day = dayAt(now)
  const ids = await selectIdsInForce(db, actor.agencyId, day)
  if (ids.length === 0) return guidanceAlone
  const key = `${actor.agencyId} ${ids.join(' ')}`
  const before = workedOut.get(key)
  workedOut.delete(key)
  const found = before ?? rulesOf(rulesAmong(await allOf(reader), ids), day)
  workedOut.set(key, found)
  const [oldest] = workedOut.keys()
  if (workedOut.size > mostKept && oldest !== undefined) workedOut.delete(oldest)
  return found
}

/** All that an organisation ever set or decided. */
export interface OwnRows {
  readonly tightenings: readonly TighteningRow[]
  readonly decisions: readonly DecisionRow[]
}

export async function allOf({ db, actor }: Reader): Promise<OwnRows> {
  const [tightenings, decisions] = await Promise.all([
    selectTightenings(db, actor.agencyId),
    selectDecisions(db, actor.agencyId),
  ])
  return { tightenings, decisions }
}

/** What nobody has ended, as the rulings take it: they keep to what is in force on their day. */
export const agencyRules = ({ tightenings, decisions }: OwnRows): AgencyRules => ({
  tightened: tightenings.filter(row => !row.ended_at).flatMap(row => asTightening(row) ?? []),
  decided: decisions.filter(row => !row.ended_at).flatMap(row => asDecision(row) ?? []),
})

/** Who set it, in words: a name, or the policy's version that did. */
export const setBy = ({
  set_by_name,
  policy_title,
  policy_version,
}: Pick<TighteningRow, 'set_by_name' | 'policy_title' | 'policy_version'>): string =>
  set_by_name ?? `${policy_title}, version ${policy_version}`

/** Those with these ids, whatever became of them since they were asked for. */
function rulesAmong({ tightenings, decisions }: OwnRows, ids: readonly string[]): AgencyRules {
  const asked = new Set(ids)
  return {
    tightened: tightenings.filter(({ id }) => asked.has(id)).flatMap(row => asTightening(row) ?? []),
    decided: decisions.filter(({ id }) => asked.has(id)).flatMap(row => asDecision(row) ?? []),
  }
}

type AsSet = Pick<
  TighteningRow,
  | 'id'
  | 'act'
  | 'conditions'
  | 'at_most'
  | 'needs'
  | 'owed'
  | 'says'
  | 'because'
  | 'begins_on'
  | 'set_by_name'
  | 'policy_title'
  | 'policy_version'
>

/** A row as a rule. Undefined when the guidance no longer has its act: there is then nothing that it could be laid over. */
export function asTightening(row: AsSet): Tightening | undefined {
  const { id, act, conditions, at_most, needs, owed, says, because, begins_on } = row
  if (!isAct(act) || !because.every(isStatementId)) return undefined
  const when = conditions
  const by = setBy(row)
  // Facts and values are the act's own, or rulesOf leaves the rule out and says so.
  return { id, act, when, atMost: at_most, needs, owed, says, because, by, on: begins_on } as Tightening
}

type AsDecided = Pick<
  DecisionRow,
  | 'id'
  | 'act'
  | 'limit_row'
  | 'conditions'
  | 'stands'
  | 'says'
  | 'because'
  | 'begins_on'
  | 'until'
  | 'decided_by_name'
  | 'entry_id'
>

/** A row as a decision. Its trigger has seen that a senior manager took it. */
export function asDecision(row: AsDecided): Decision | undefined {
  const { id, act, limit_row, conditions, stands, says, because, begins_on, until, entry_id } = row
  if (!isAct(act) || !isRowId(limit_row) || !because.every(isStatementId)) return undefined
  const by = { name: row.decided_by_name, role: 'senior-manager' } as const
  const more = { id, act, row: limit_row, only: conditions, to: stands, says, because, by }
  // The limit's name begins with the act's: the database checks it. The rest rulesOf looks at.
  return { ...more, on: begins_on, until, entry: entry_id } as Decision
}

/** What of all these is not kept to on a day, with why. */
export const unkeptOn = (rows: OwnRows, day: CalendarDay): RulesInForce['unkept'] =>
  rulesOf(agencyRules(rows), day).unkept

/** The reader's day, and which rules of our own are not kept to on it. */
export async function unkeptToday(reader: Reader) {
  const day = dayAt(reader.now)
  return { day, unkept: unkeptOn(await allOf(reader), day) }
}

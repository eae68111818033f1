import assert from 'node:assert/strict'
import {
  type Act,
  type AnyRow,
  documentRules,
  rule,
  ruleRows,
  type Standing,
  standings,
} from '../../src/guidance/index.ts'
import type { Proposal } from './proposals.ts'

const rowsOfAct = Map.groupBy(ruleRows, row => row.act)
const rank = ({ standing }: AnyRow) => standings.indexOf(standing)
const allowed = standings.indexOf('safe')

const holds = ({ when }: AnyRow, facts: Readonly<Record<string, string>>) =>
  Object.entries(when).every(([fact, wanted]) =>
    typeof wanted === 'string' ? facts[fact] === wanted : wanted?.includes(facts[fact] ?? ''),
  )

/** A ruling as one would write it down at first: every row tried, the worst limit, else the best that allows. */
export const straight = (act: Act, facts: Readonly<Record<string, string>>) =>
  outcomeOf((rowsOfAct.get(act) ?? []).filter(row => holds(row, facts)))

/** What it comes to when these rows hold: the worst limit wins, else the best allowance; what nothing allows is forbidden. */
export function outcomeOf(held: readonly AnyRow[]) {
  const ranks = held.map(rank)
  const limits = ranks.filter(one => one < allowed)
  const decisive = limits.length > 0 ? Math.min(...limits) : Math.max(0, ...ranks)
  const by = held.filter(row => rank(row) === decisive)
  return {
    standing: standings[decisive] as Standing,
    because: [...new Set(by.flatMap(row => row.because))],
    needs: new Set(decisive < allowed ? [] : by.flatMap(row => row.needs ?? [])),
    owed: new Set(by.flatMap(row => row.owed ?? [])),
  }
}

/** A ruling, with what is listed in it in no order. */
export type Outcome = ReturnType<typeof outcomeOf>

/** Throws when one proposal is ruled on in two ways. */
export async function mustAgree(
  proposals: readonly Proposal[],
  other: (proposal: Proposal, at: number) => Outcome | Promise<Outcome>,
): Promise<void> {
  for (const [at, proposal] of proposals.entries()) {
    const { standing, because, needs, owed } = rule(proposal.act, proposal.facts, documentRules)
    const ours = { standing, because: new Set(because), needs: new Set(needs), owed: new Set(owed) }
    const theirs = await other(proposal, at)
    assert.deepEqual(ours, { ...theirs, because: new Set(theirs.because) })
  }
}

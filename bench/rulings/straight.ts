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
export function straight(act: Act, facts: Readonly<Record<string, string>>) {
  const held = (rowsOfAct.get(act) ?? []).filter(row => holds(row, facts))
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

/** Throws when one proposal is ruled on in two ways. */
export function mustAgree(proposals: readonly Proposal[]): void {
  for (const { act, facts } of proposals) {
    const { standing, because, needs, owed } = rule(act, facts, documentRules)
    assert.deepEqual({ standing, because, needs: new Set(needs), owed: new Set(owed) }, straight(act, facts))
  }
}

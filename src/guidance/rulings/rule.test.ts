import { describe, expect, test } from 'vitest'
import {
  type AnyFacts,
  asFacts,
  everyFull,
  everyPartial,
  factsOf,
  unknownIn,
  ways,
} from '../../../tests/setup/every-fact.ts'
import {
  type Act,
  actNames,
  documentRules,
  isStatementId,
  type Kind,
  rule,
  ruleRows,
  type Standing,
  type StatementId,
  safeguard,
  standings,
  statements,
} from '../index.ts'

const ruled = (act: Act, facts: AnyFacts) => rule(act, asFacts(facts), documentRules)
const rank = (standing: Standing) => standings.indexOf(standing)
const worst = (some: readonly Standing[]): Standing => standings[Math.min(...some.map(rank))] ?? 'best'

/** Statements of the kinds that rank practice which no row cites, each with the reason. */
const uncited: Partial<Record<StatementId, string>> = {}

describe.each(actNames)('%s', act => {
  test('every combination of facts has exactly one standing, with reasons that are statements', () => {
    for (const facts of everyPartial(act)) {
      const ruling = ruled(act, facts)
      expect(standings.filter(one => one === ruling.standing)).toHaveLength(1)
      expect(ruling.because.length, JSON.stringify(facts)).toBeGreaterThan(0)
      expect(ruling.because.every(isStatementId)).toBe(true)
      expect(ruling.rows.length, `nothing rules on ${JSON.stringify(facts)}`).toBeGreaterThan(0)
      expect(unknownIn(facts)).toEqual(expect.arrayContaining([...ruling.ask]))
      expect(ruled(act, facts)).toBe(ruling)
      if (rank(ruling.standing) < rank('safe')) expect(ruling.needs).toEqual([])
    }
  })

  test('what is not known counts as the worst it may be, and is asked for only while it can change something', () => {
    for (const facts of everyPartial(act)) {
      const ruling = ruled(act, facts)
      const [open] = unknownIn(facts)
      if (open === undefined) {
        expect(ruling.ask).toEqual([])
        continue
      }
      const next = ways(act, facts, open).map(known => ruled(act, known))
      expect(ruling.standing).toBe(worst(next.map(({ standing }) => standing)))
      if (ruling.ask.length > 0) continue
      for (const one of next)
        expect([one.standing, one.needs, one.owed]).toEqual([ruling.standing, ruling.needs, ruling.owed])
    }
  })

  test('a safeguard never makes it stand worse', () => {
    const worse: string[] = []
    for (const facts of everyPartial(act))
      for (const [name, fact] of Object.entries(factsOf(act)))
        for (const value of Object.keys(fact.values)) {
          const now = facts[name] ?? ''
          if (now === 'unknown' || safeguard(fact, value) <= safeguard(fact, now)) continue
          const [before, after] = [ruled(act, facts), ruled(act, { ...facts, [name]: value })]
          if (rank(after.standing) < rank(before.standing))
            worse.push(`${JSON.stringify(facts)} ${name}: ${value}`)
        }
    expect(worse).toEqual([])
  })

  test('every row decides something, and its facts turn on five at most, asked in a sentence each', () => {
    const used = new Set(everyFull(act).flatMap(facts => ruled(act, facts).rows))
    expect(ruleRows.filter(row => row.act === act && !used.has(row.id)).map(({ id }) => id)).toEqual([])
    const facts = Object.values(factsOf(act))
    expect(facts.length).toBeLessThanOrEqual(5)
    for (const { asks, values } of facts) {
      expect(asks).toMatch(/^[A-Z].*\?$/)
      expect(Object.keys(values).length).toBeGreaterThan(1)
      expect(Object.keys(values)).not.toContain('unknown')
    }
  })
})

test('every statement that ranks practice is cited by a row, or it is said why not', () => {
  const ranking: readonly Kind[] = ['best', 'safe', 'good', 'poor', 'dont', 'appropriate', 'inappropriate']
  const wanted = statements.filter(({ kind }) => ranking.includes(kind)).map(({ id }) => id)
  expect(wanted).toHaveLength(93)
  const cited = new Set(ruleRows.flatMap(({ because }) => because))
  expect(wanted.filter(id => !cited.has(id) && !uncited[id])).toEqual([])
  expect(Object.keys(uncited).filter(id => isStatementId(id) && cited.has(id))).toEqual([])
})

test('what the guidance forbids outright is cited where something is forbidden, and nowhere as leave to do it', () => {
  const notes: readonly StatementId[] = ['SUM-INAPP-7.2']
  const forbids = statements.filter(
    ({ kind, id }) => (kind === 'dont' || kind === 'inappropriate') && !notes.includes(id),
  )
  const limits = new Set(
    ruleRows.filter(({ standing }) => standing === 'forbidden').flatMap(row => row.because),
  )
  expect(forbids.map(({ id }) => id).filter(id => !limits.has(id))).toEqual([])
})

test('poor practice is never what a row that allows something rests on', () => {
  const poor = new Set(statements.filter(({ kind }) => kind === 'poor').map(({ id }) => id))
  const allows = ruleRows.filter(({ standing }) => standing === 'safe' || standing === 'best')
  expect(allows.filter(({ because }) => because.some(id => poor.has(id))).map(({ id }) => id)).toEqual([])
})

test('an act, a fact or a value that is misspelt does not compile, and a value from outside is not known', () => {
  // @ts-expect-error There is no such act.
  expect(() => rule('telepathy', {}, documentRules)).toThrow()
  // @ts-expect-error There is no such fact of a text.
  rule('text', { whom: 'child' }, documentRules)
  // @ts-expect-error There is no such value of it.
  const astray = rule('text', { who: 'toString', device: 'constructor' }, documentRules)
  expect(astray).toBe(rule('text', {}, documentRules))
  expect(Object.isFrozen(astray)).toBe(true)
})

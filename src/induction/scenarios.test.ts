import { expect, test } from 'vitest'
import {
  type Act,
  actNames,
  better,
  documentRules,
  type Facts,
  rule,
  rulesOf,
  type Tightening,
} from '../guidance/index.ts'
import { ways } from '../library/index.ts'
import { asked, chooseScenarios } from './choose-scenarios.ts'
import { judge } from './judge.ts'
import { optionsOf } from './question.ts'
import { type Proposed, type Scenario, scenarios } from './scenarios/index.ts'

const proposedIn = (one: Scenario): readonly Proposed[] =>
  one.kind === 'may' ? [one.proposed] : one.ways.map(({ proposed }) => proposed)
const standing = ({ act, facts }: Proposed, rules = documentRules) => rule<Act>(act, facts, rules).standing
const good = (words: string) => words === 'safe' || words === 'best'
const rightFor = (one: Scenario, rules = documentRules): readonly string[] =>
  judge(one, optionsOf(one)[0]?.value ?? '', rules)?.rightAnswers ?? []

test('there are enough situations, of every way of being in contact and every act', () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(24)
  expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length)
  for (const way of [...Object.keys(ways), 'reporting'])
    expect([way, scenarios.filter(one => one.way === way).length > 1]).toEqual([way, true])
  const acts = new Set(scenarios.flatMap(proposedIn).map(({ act }) => act))
  expect(actNames.filter(act => !acts.has(act))).toEqual([])
})

test.each(scenarios.map(one => [one.id, one] as const))(
  '%s is well formed: every fact is known, and something is right and something wrong',
  (_, one) => {
    for (const { act, facts } of proposedIn(one)) expect(rule<Act>(act, facts, documentRules).ask).toEqual([])
    const right = rightFor(one)
    expect(right.length).toBeGreaterThan(0)
    expect(right.length).toBeLessThan(optionsOf(one).length)
    for (const { value } of optionsOf(one))
      expect(judge(one, value, documentRules)?.right).toBe(right.includes(value))
    expect(judge(one, 'nonsense', documentRules)).toBeUndefined()
    expect(one.says.endsWith('.') || one.says.endsWith('!”')).toBe(true)
  },
)

/** An organisation that forbids these acts, whatever the facts. */
const forbidding = (all: readonly Proposed[]) => {
  const tightened = all.map(
    ({ act }, at) =>
      ({
        id: `own-${at}`,
        act,
        when: {},
        atMost: 'forbidden',
        says: 'We do not do this here.',
        because: ['GEN-STATUS'],
        on: '2026-01-01',
        by: 'Dev Mehta',
      }) as unknown as Tightening,
  )
  return rulesOf({ tightened, decided: [] }, '2026-11-25').rules
}

test.each(scenarios.map(one => [one.id, one] as const))(
  'nobody has written down which answer of %s is right: it follows the rules, and the facts',
  (_, one) => {
    // What may be done no longer may once an organisation forbids it; but nothing stands before telling somebody.
    const mayBe = proposedIn(one).filter(proposed => good(standing(proposed)))
    const open = mayBe.filter(({ act }) => act !== 'report')
    if (open.length > 0) {
      const rules = forbidding(open)
      expect([one.id, rightFor(one, rules)]).not.toEqual([one.id, rightFor(one)])
      expect(rightFor(one, rules)).toEqual([one.kind === 'may' ? 'no' : 'none'])
    }
    // What may not be done may be once what would make it better is so.
    for (const proposed of proposedIn(one).filter(each => !good(standing(each)))) {
      const { act, facts } = proposed
      const change = better<Act>(act, facts, documentRules)?.change ?? []
      if (change.length === 0) continue
      const changed: Proposed = {
        act,
        facts: { ...facts, ...Object.fromEntries(change.map(({ fact, to }) => [fact, to])) } as Facts<Act>,
      }
      if (!good(standing(changed))) continue
      const other: Scenario =
        one.kind === 'may'
          ? { ...one, proposed: changed }
          : {
              ...one,
              ways: one.ways.map(way => (way.proposed === proposed ? { ...way, proposed: changed } : way)),
            }
      expect([one.id, rightFor(other)]).not.toEqual([one.id, rightFor(one)])
    }
  },
)

test('each of the three answers is right for some, and no one answer is right for most', () => {
  const may = scenarios.filter(({ kind }) => kind === 'may')
  for (const answer of ['yes', 'agreed', 'no']) {
    const share = may.filter(one => rightFor(one)[0] === answer).length / may.length
    expect([answer, share > 0.15 && share < 0.6, share]).toEqual([answer, true, share])
  }
})

test('a person is asked eight, from every way their role can meet, and other ones the next time', () => {
  for (const contact of [true, false])
    for (let round = 0; round < 40; round++) {
      const first = chooseScenarios({ seed: `a ${round}`, contact, last: [] })
      expect(first).toHaveLength(asked)
      expect(new Set(first).size).toBe(asked)
      const of = first.flatMap(id => scenarios.filter(one => one.id === id))
      expect(of.some(({ way }) => way === 'reporting')).toBe(true)
      if (!contact) expect(of.some(one => one.contact)).toBe(false)
      else expect(new Set(of.map(({ way }) => way)).size).toBe(7)
      const second = chooseScenarios({ seed: `b ${round}`, contact, last: first })
      expect([contact, second.filter(id => first.includes(id))]).toEqual([contact, []])
      expect(chooseScenarios({ seed: `a ${round}`, contact, last: [] })).toEqual(first)
    }
})

test('every situation is asked of somebody', () => {
  const seen = new Set(
    Array.from({ length: 300 }, (_, at) =>
      chooseScenarios({ seed: `${at}`, contact: at % 2 === 0, last: [] }),
    ).flat(),
  )
  expect(scenarios.filter(({ id }) => !seen.has(id)).map(({ id }) => id)).toEqual([])
})

import { expect, test } from 'vitest'
import { asFacts, everyFull } from '../../tests/setup/every-fact.ts'
import {
  type Act,
  actNames,
  type Decision,
  documentRules,
  rule,
  ruleRows,
  rulesOf,
  type Tightening,
} from '../guidance/index.ts'
import type { Conditions } from './tables.ts'
import { whatChanges } from './what-changes.ts'

const day = '2026-11-25'
const own = {
  id: 'own',
  says: 'So we ask.',
  because: ['GEN-STATUS'],
  on: day,
} as const

/** A tightening that brings what is best down to safe, and asks for something to be done afterwards. */
const asking = (act: Act): Tightening =>
  ({
    ...own,
    act,
    when: {},
    atMost: 'safe',
    owed: ['tell-manager', 'note-contact'],
    by: 'Grace Lin',
  }) as unknown as Tightening

const holds = (where: Conditions, facts: Readonly<Record<string, string>>) =>
  Object.entries(where).every(([fact, some]) => some.includes(facts[fact] ?? ''))

/** Every combination is named by one change at most, and by one exactly where the ruling is another. */
function expectExact(act: Act, after: ReturnType<typeof rulesOf>) {
  const changes = whatChanges(act, documentRules, after.rules)
  let changed = 0
  for (const facts of everyFull(act)) {
    const [was, is] = [rule(act, asFacts(facts), documentRules), rule(act, asFacts(facts), after.rules)]
    const named = changes.flatMap(change => change.where.filter(one => holds(one, facts)).map(() => change))
    const same = ['standing', 'needs', 'owed'].every(part => {
      const of = part as 'standing' | 'needs' | 'owed'
      return JSON.stringify(was[of]) === JSON.stringify(is[of])
    })
    expect([act, facts, named.length]).toEqual([act, facts, same ? 0 : 1])
    if (named[0]) expect([named[0].from, named[0].to]).toEqual([was.standing, is.standing])
    changed += same ? 0 : 1
  }
  return changed
}

test('the page that says what changes names exactly the combinations of facts that do, whatever act is tightened', () => {
  const found = actNames
    .filter(act => act !== 'report')
    .map(act => [act, expectExact(act, rulesOf({ tightened: [asking(act)], decided: [] }, day))])
  for (const [act, changed] of found) expect([act, Number(changed) > 0]).toEqual([act, true])
})

test('and whichever limit is loosened', () => {
  const loose = ruleRows.filter(
    ({ act, standing, firm }) =>
      act !== 'report' && !firm && (standing === 'forbidden' || standing === 'poor'),
  )
  expect(loose.length).toBeGreaterThan(10)
  for (const { id, act } of loose) {
    const by = { name: 'Dev Mehta', role: 'senior-manager' }
    const decision = { ...own, act, row: id, to: 'safe', by, until: '2026-12-25', entry: 'an-entry' }
    // The id and the act are those of one row.
    expectExact(act, rulesOf({ tightened: [], decided: [decision as unknown as Decision] }, day))
  }
})

test('combinations that differ in one fact alone are said in one line', () => {
  const never = {
    ...own,
    act: 'play',
    when: { who: ['friend', 'stranger'] },
    atMost: 'forbidden',
    by: 'Grace',
  }
  const { rules } = rulesOf({ tightened: [never as Tightening], decided: [] }, day)
  expect(whatChanges('play', documentRules, rules).map(({ from, to, where }) => [from, to, where])).toEqual(
    expect.arrayContaining([['poor', 'forbidden', [{ who: ['stranger'], checked: ['no'] }]]]),
  )
})

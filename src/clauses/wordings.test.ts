import { expect, test } from 'vitest'
import { asFacts, everyFull } from '../../tests/setup/every-fact.ts'
import { type Act, documentRules, type Facts, rule, standings } from '../guidance/index.ts'
import {
  type BuiltKind,
  changedBy,
  clause,
  clauseIds,
  edited,
  exampleBlanks,
  fitOf,
  freshMadeOf,
  partFrom,
  reworded,
  rulesIn,
  rulesWith,
  waysOf,
} from './index.ts'

const wordings = clauseIds.flatMap(id =>
  Object.entries(clause(id).wordings ?? {}).map(([name, wording]) => ({ id, name, wording })),
)
const day = '2026-05-01'

test('where there is a choice, each way says what it is, and reads otherwise than the others', () => {
  expect(wordings.length).toBeGreaterThan(12)
  for (const id of clauseIds) {
    const ways = waysOf(id)
    expect(new Set(ways.map(({ text }) => text)).size).toBe(ways.length)
    expect(new Set(ways.map(({ label }) => label)).size).toBe(ways.length)
    if (ways.length > 1) expect([id, clause(id).label]).not.toEqual([id, undefined])
  }
})

test('only a stricter wording sets rules; a weaker one says what it lacks, on what, and never sets any', () => {
  for (const { id, name, wording } of wordings) {
    const { standing, rules, lacks, weakerOn = [], allows } = wording
    if (standing !== 'stricter') expect([id, name, rules]).toEqual([id, name, undefined])
    const weaker = standing === 'weaker'
    expect([id, name, lacks !== undefined, weakerOn.length > 0]).toEqual([id, name, weaker, weaker])
    if (!weaker) expect([id, name, allows]).toEqual([id, name, undefined])
    expect([id, name, weakerOn.filter(one => !clause(id).carries.includes(one))]).toEqual([id, name, []])
  }
})

test('every rule that a wording sets is kept to, changes something, and only ever for the stricter', () => {
  const setting = wordings.filter(({ wording }) => wording.rules)
  expect(setting.length).toBeGreaterThan(6)
  for (const { id, name } of setting) {
    const part = partFrom(id, name)
    const sets = rulesIn({ parts: [part], blanks: {} })
    for (const set of sets) {
      expect([id, name, rulesWith([set], day).unkept.map(({ why }) => why)]).toEqual([id, name, []])
      expect(set.because.length).toBeGreaterThan(0)
      expect(set.says).toContain(clause(id).heading)
    }
    const changes = changedBy(part)
    expect([id, name, changes.every(({ way }) => way === 'stricter')]).toEqual([id, name, true])
    const acts = new Set(sets.map(({ rule }) => rule.act))
    // A rule that only asks for somebody else's agreement changes what is needed, and no standing.
    for (const act of acts)
      if (sets.some(({ rule }) => rule.act === act && !rule.needs))
        expect([id, act, changes.some(change => change.act === act)]).toEqual([id, act, true])
  }
})

test('all the strictest wordings together are kept to as well', () => {
  for (const kind of ['acceptable-use', 'social-media'] satisfies BuiltKind[]) {
    const fresh = freshMadeOf(kind)
    const strictest = {
      blanks: exampleBlanks(),
      parts: fresh.parts.map(part => {
        const [first] = Object.entries(clause(part.id as (typeof clauseIds)[number]).wordings ?? {}).filter(
          ([, { standing }]) => standing === 'stricter',
        )
        return first ? reworded(part, first[0]) : part
      }),
    }
    expect(rulesWith(rulesIn(strictest), day).unkept).toEqual([])
    expect(fitOf(kind, strictest).every(({ stands }) => stands === 'covered')).toBe(true)
  }
})

test('what a weaker wording would allow is, in each case it names, more than the guidance allows', () => {
  const weaker = wordings.filter(({ wording }) => wording.standing === 'weaker')
  expect(weaker.length).toBeGreaterThan(2)
  for (const { id, name, wording } of weaker) {
    for (const { act, when, to } of wording.allows ?? []) {
      const matching = everyFull(act).filter(facts =>
        Object.entries(when).every(([fact, wanted]) => [wanted].flat().includes(facts[fact] ?? '')),
      )
      const now = matching.map(facts => rule(act, asFacts(facts) as Facts<Act>, documentRules).standing)
      expect(now.length).toBeGreaterThan(0)
      expect([id, name, now.every(one => standings.indexOf(one) < standings.indexOf(to))]).toEqual([
        id,
        name,
        true,
      ])
    }
    const changes = changedBy(partFrom(id, name))
    expect([id, name, changes.length > 0 && changes.every(({ way }) => way === 'weaker')]).toEqual([
      id,
      name,
      true,
    ])
  }
})

test('a wording that somebody changed sets no rule and changes no ruling: what it says now is for a person to read', () => {
  const part = partFrom('own-equipment', 'never')
  expect(rulesIn({ parts: [part], blanks: {} }).length).toBeGreaterThan(5)
  const changed = edited(part, { heading: part.heading, text: `${part.text} Mostly.` })
  expect(rulesIn({ parts: [changed], blanks: {} })).toEqual([])
  expect(changedBy(changed)).toEqual([])
})

import { expect, test } from 'vitest'
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
  better,
  documentRules,
  mostQuestions,
  questions,
  rule,
  type Standing,
  standings,
} from '../index.ts'

const ruled = (act: Act, facts: AnyFacts) => rule(act, asFacts(facts), documentRules)
const asked = (act: Act, facts: AnyFacts) => questions(act, asFacts(facts), documentRules)
const nothing = (act: Act): AnyFacts =>
  Object.fromEntries(Object.keys(factsOf(act)).map(name => [name, 'unknown']))

test.each(actNames)(
  '%s: whatever the answers, five questions at most decide, and as the full ruling does',
  act => {
    for (const full of everyFull(act)) {
      let known = nothing(act)
      let count = 0
      for (
        let { next, atMost } = asked(act, known);
        next !== undefined;
        { next, atMost } = asked(act, known)
      ) {
        expect(known[next], 'nothing is asked twice').toBe('unknown')
        expect(atMost).toBeGreaterThan(0)
        known = { ...known, [next]: full[next] ?? '' }
        count++
        expect(asked(act, known).atMost).toBeLessThan(atMost)
      }
      expect(count).toBeLessThanOrEqual(mostQuestions)
      expect(asked(act, known).atMost).toBe(0)
      const [answer, whole] = [ruled(act, known), ruled(act, full)]
      expect([answer.standing, answer.needs, answer.owed]).toEqual([whole.standing, whole.needs, whole.owed])
      expect(whole.because).toEqual(expect.arrayContaining([...answer.because]))
      expect(answer.ask).toEqual([])
    }
  },
)

/** The fewest questions that decide whatever the answers, found by trying every order: nothing is taken from compile.ts. */
function fewest(act: Act, facts: AnyFacts, found = new Map<string, number>()): number {
  const key = JSON.stringify(facts)
  const before = found.get(key)
  if (before !== undefined) return before
  const settled = ruled(act, facts).ask.length === 0
  const number = settled
    ? 0
    : 1 +
      Math.min(
        ...unknownIn(facts).map(name =>
          Math.max(...ways(act, facts, name).map(one => fewest(act, one, found))),
        ),
      )
  found.set(key, number)
  return number
}

test.each(actNames)('%s: no other order of questions needs fewer', act => {
  const found = new Map<string, number>()
  for (const facts of everyPartial(act)) expect(asked(act, facts).atMost).toBe(fewest(act, facts, found))
})

const rank = (standing: Standing) => standings.indexOf(standing)

test.each(actNames)('%s: what would change the answer does, and no fewer safeguards would', act => {
  const scales = Object.keys(factsOf(act)).filter(name => factsOf(act)[name]?.kind === 'scale')
  for (const facts of everyFull(act)) {
    const others = everyFull(act).filter(one =>
      Object.keys(facts).every(name => scales.includes(name) || one[name] === facts[name]),
    )
    const found = better(act, asFacts(facts), documentRules)
    const best = Math.max(...others.map(one => rank(ruled(act, one).standing)))
    expect(found ? rank(found.standing) : rank(ruled(act, facts).standing)).toBe(best)
    if (!found) continue
    const changed = { ...facts, ...Object.fromEntries(found.change.map(({ fact, to }) => [fact, to])) }
    expect(ruled(act, changed).standing).toBe(found.standing)
    const differ = (one: AnyFacts) => scales.filter(name => one[name] !== facts[name]).length
    const reaching = others.filter(one => rank(ruled(act, one).standing) === best)
    expect(found.change.length).toBe(Math.min(...reaching.map(differ)))
  }
})

test('who is asked about first, where that alone can decide', () => {
  expect(asked('play', nothing('play'))).toEqual({ next: 'who', atMost: 2 })
  expect(asked('play', { ...nothing('play'), who: 'child' })).toEqual({ next: undefined, atMost: 0 })
  expect(asked('message', { ...nothing('message'), who: 'parent', profile: 'own' }).next).toBeUndefined()
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  builtKinds,
  clause,
  clauseIds,
  edited,
  everyQuestion,
  exampleBlanks,
  fewestAsked,
  freshMadeOf,
  type MadeOf,
  mostAsked,
  ownPart,
  partFrom,
  type Question,
  questionsFor,
  reworded,
} from './index.ts'

const policy = (): MadeOf => ({ ...freshMadeOf('acceptable-use'), blanks: exampleBlanks() })
const all: readonly (readonly [string, Question])[] = clauseIds.flatMap(id => {
  const { question, wordings } = clause(id)
  return [question, ...Object.values(wordings ?? {}).map(one => one.question)].flatMap(one =>
    one ? [[id, one] as const] : [],
  )
})
const change = (madeOf: MadeOf, id: string): MadeOf => ({
  ...madeOf,
  parts: madeOf.parts.map(part =>
    part.id === id ? edited(part, { heading: part.heading, text: `${part.text} And more.` }) : part,
  ),
})

test('most rules have a question, and every question one right answer, a wrong one, and a reason for each', () => {
  const asking = clauseIds.filter(id => clause(id).question)
  expect(asking.length / clauseIds.length).toBeGreaterThan(0.7)
  for (const [id, { asks, answers }] of all) {
    expect([id, asks, answers.filter(({ right }) => right).length]).toEqual([id, asks, 1])
    expect(answers.some(({ right }) => !right)).toBe(true)
    expect(new Set(answers.map(({ text }) => text)).size).toBe(answers.length)
    expect(new Set(answers.map(({ why }) => why)).size).toBe(answers.length)
    for (const { why } of answers) expect([id, /^[A-Z{].{10,140}\.$/.test(why)]).toEqual([id, true])
    expect([id, asks.endsWith('?')]).toEqual([id, true])
  }
})

test('where an answer stands tells nothing: the right one is now the first, now the last', () => {
  const places = all.map(([, { answers }]) => answers.findIndex(({ right }) => right))
  for (const place of [0, 1, 2]) expect(places.filter(one => one === place).length).toBeGreaterThan(3)
})

test('no question is a trick: none asks “which is not”, none has “except” or “all of the above”', () => {
  const trick = /\b(which|what)\b[^?]*\bis not\b|\bexcept\b|\b(all|none) of (the above|these)\b/i
  for (const [id, { asks, answers }] of all)
    for (const words of [asks, ...answers.map(({ text }) => text)])
      expect([id, words, trick.test(words)]).toEqual([id, words, false])
})

test.each(builtKinds)(
  '%s: three to five questions, the weightiest, about different things, in the order of the policy',
  kind => {
    const madeOf = { ...freshMadeOf(kind), blanks: exampleBlanks() }
    fc.assert(
      fc.property(fc.string(), seed => {
        const asked = questionsFor(madeOf, { seed })
        expect(asked.length).toBe(mostAsked)
        expect(asked.length).toBeGreaterThanOrEqual(fewestAsked)
        expect(asked.every(({ question }) => question.matters === 1)).toBe(true)
        const order = madeOf.parts.map(({ id }) => id)
        const places = asked.map(({ part }) => order.indexOf(part))
        expect(places).toEqual([...places].sort((one, other) => one - other))
        expect(questionsFor(madeOf, { seed })).toEqual(asked)
      }),
      { numRuns: 50 },
    )
    const seeds = Array.from({ length: 20 }, (_, at) =>
      questionsFor(madeOf, { seed: `${at}` })
        .map(({ part }) => part)
        .join(),
    )
    expect(new Set(seeds).size).toBeGreaterThan(3)
    for (const seed of seeds) expect(seed).toMatch(/danger-now|tell-somebody|sexual-pictures|about-an-adult/)
  },
)

test('a part that somebody changed asks nothing, and neither does the organisation’s own', () => {
  const own = ownPart('ours', 'Ours', 'No phones at lunch.')
  const changed = change({ ...policy(), parts: [...policy().parts, own] }, 'no-friends')
  expect(everyQuestion(policy()).map(({ part }) => part)).toContain('no-friends')
  expect(everyQuestion(changed).map(({ part }) => part)).not.toContain('no-friends')
  expect(everyQuestion(changed).map(({ part }) => part)).not.toContain('ours')
  expect(questionsFor({ parts: [own], blanks: {} })).toEqual([])
})

test('what changed since it was signed last is asked about first', () => {
  const before = policy()
  const after = {
    ...before,
    parts: before.parts
      .filter(({ id }) => id !== 'games')
      .map(part => (part.id === 'private-use' ? reworded(part, 'none') : part)),
  }
  for (const seed of ['a', 'b', 'c', 'd']) {
    expect(questionsFor(after, { seed, since: before }).map(({ part }) => part)).toContain('private-use')
    expect(questionsFor(before, { seed, since: after }).map(({ part }) => part)).toEqual(
      expect.arrayContaining(['private-use', 'games']),
    )
  }
})

test('a wording asks its own question or none, never one about words that are not there', () => {
  const stricter = { parts: [partFrom('never-alone', 'no-calls-alone')], blanks: {} }
  expect(everyQuestion(stricter)[0]?.question).toEqual(
    clause('never-alone').wordings?.['no-calls-alone']?.question,
  )
  expect(everyQuestion({ parts: [partFrom('no-friends', 'known-before')], blanks: {} })).toEqual([])
})

test('a question names whom the policy names', () => {
  const [asked] = everyQuestion({
    parts: [partFrom('own-equipment')],
    blanks: { 'exceptions-by': 'Dev Mehta' },
  })
  expect(asked?.question.answers.map(({ text }) => text).join()).toContain('Dev Mehta, before the trip')
  expect(JSON.stringify(everyQuestion(policy()))).not.toMatch(/\{[a-z-]+\}/)
})

import { expect, test } from 'vitest'
import { knownRuns, sharedRuns } from '../../tests/setup/source-runs.ts'
import { isNoteId, isStatementId, type StatementId, statements } from '../guidance/index.ts'
import {
  type BlankId,
  blankIds,
  blanks,
  builtKinds,
  clause,
  clauseIds,
  clausesCarrying,
  clausesFor,
  exampleBlanks,
  expected,
  fitOf,
  freshMadeOf,
  marksIn,
  textOf,
  waysOf,
} from './index.ts'

/** Every text of every clause, its wordings among them. */
const texts = clauseIds.flatMap(id =>
  waysOf(id).map(way => ({ id, name: way.name ?? 'its own', text: way.text })),
)
const sayings = clauseIds.flatMap(id => {
  const { heading, question, wordings } = clause(id)
  const asked = [question, ...Object.values(wordings ?? {}).map(one => one.question)].flatMap(
    one => one ?? [],
  )
  return [
    heading,
    ...asked.flatMap(one => [one.asks, ...one.answers.flatMap(({ text, why }) => [text, why])]),
  ]
})

test('every “what should be in place” that says something, and every statement a policy has to carry, has a clause', () => {
  const inPlace = statements.filter(({ kind, id }) => kind === 'in-place' && id !== 'IM-INPLACE-BLANK')
  expect(inPlace.length).toBe(17)
  const musts: readonly StatementId[] = [...inPlace.map(({ id }) => id), 'EXP-AUP']
  for (const id of musts) expect([id, clausesCarrying(id, 'acceptable-use').length > 0]).toEqual([id, true])
  for (const kind of builtKinds)
    for (const id of expected(kind, true))
      expect([kind, id, clausesCarrying(id, kind).length > 0]).toEqual([kind, id, true])
  expect(expected('acceptable-use', true)).toEqual(expect.arrayContaining([...musts]))
  expect(expected('social-media', true)).toContain('EXP-SOCIALMEDIA')
})

test('every “do not”, every practice and every rule that binds a worker is carried by one of the two policies', () => {
  const telling = ['dont', 'inappropriate', 'appropriate', 'best', 'good', 'safe', 'poor', 'report']
  const missing = statements
    .filter(({ kind }) => telling.includes(kind))
    .filter(({ id }) => builtKinds.every(kind => clausesCarrying(id, kind).length === 0))
  expect(missing.map(({ id }) => id)).toEqual([])
})

test('a clause carries statements that are, each once, and rests on notes that are', () => {
  for (const id of clauseIds) {
    const { carries, restsOn = [] } = clause(id)
    expect(new Set(carries).size).toBe(carries.length)
    expect([id, carries.filter(one => !isStatementId(one))]).toEqual([id, []])
    expect([id, restsOn.filter(one => !isNoteId(one))]).toEqual([id, []])
  }
})

test.each(builtKinds)(
  '%s: as it comes, with its blanks filled in, it covers everything; with a clause left out, not',
  kind => {
    const fresh = { ...freshMadeOf(kind), blanks: exampleBlanks() }
    const not = fitOf(kind, fresh).filter(({ stands }) => stands !== 'covered')
    expect(not).toEqual([])
    const without = { ...fresh, parts: fresh.parts.filter(({ id }) => id !== 'no-friends') }
    expect(fitOf(kind, without).find(({ statement }) => statement === 'SUM-INAPP-5')?.stands).toBe('missing')
  },
)

test('every mark in a clause is a blank, every blank is used, and a statement that needs one has it in a clause', () => {
  const used = new Set<BlankId>()
  for (const { id, name, text } of [
    ...texts,
    ...sayings.map(text => ({ id: 'a question', name: '', text })),
  ]) {
    const marks = [...text.matchAll(/\{([^}]*)\}/g)].map(([, mark]) => mark)
    expect([id, name, marks.filter(mark => !blankIds.some(blank => blank === mark))]).toEqual([id, name, []])
    for (const blank of marksIn(text)) used.add(blank)
  }
  expect([...used].sort()).toEqual([...blankIds].sort())
  for (const blank of blankIds)
    for (const id of blanks[blank].neededBy)
      expect([
        blank,
        id,
        clausesFor('acceptable-use').some(
          one => clause(one).carries.includes(id) && marksIn(clause(one).text).includes(blank),
        ),
      ]).toEqual([blank, id, true])
})

test('the words are our own: no run of eight with the 2015 document', () => {
  expect(knownRuns).toBeGreaterThan(4000)
  for (const { id, name, text } of texts) expect([id, name, sharedRuns(text)]).toEqual([id, name, []])
  for (const text of sayings) expect([text, sharedRuns(text)]).toEqual([text, []])
  // The check can fail: a run of the document as it is printed.
  expect(
    sharedRuns('Remember you are responsible for the data on your electronic communication device'),
  ).toHaveLength(5)
})

test('it is plain to read: short sentences, plain words, no heading said twice', () => {
  const sentences = (text: string) =>
    text
      .split('\n')
      .flatMap(line => line.replace(/^- /, '').split(/(?<=[.?!:])\s+/))
      .filter(one => one.trim() !== '')
  const length = (sentence: string) => sentence.split(/\s+/).length
  for (const { id, name, text } of texts) {
    const all = sentences(text)
    const average = all.reduce((sum, one) => sum + length(one), 0) / all.length
    expect([id, name, average <= 20]).toEqual([id, name, true])
    expect([id, name, all.filter(one => length(one) > 30)]).toEqual([id, name, []])
    expect([
      id,
      name,
      text.match(/['"<>]|\bshall\b|\bhereby\b|\bpursuant\b|\be\.g\.|\bi\.e\.|\n{3}| \n/g),
    ]).toEqual([id, name, null])
    expect([id, text.split('\n').some(line => line.startsWith('# '))]).toEqual([id, false])
  }
  const headings = clauseIds.map(id => clause(id).heading)
  expect(new Set(headings).size).toBe(headings.length)
})

test.each(builtKinds)(
  '%s can be read in the time people have: under 4,000 words, and 999 before any rule',
  kind => {
    const text = textOf({ ...freshMadeOf(kind), blanks: exampleBlanks() })
    expect(text.split(/\s+/).length).toBeLessThan(4000)
    expect(text.indexOf('Call 999')).toBeGreaterThan(0)
    expect(text.indexOf('Call 999')).toBeLessThan(text.indexOf('Never from your own phone'))
  },
)

test('what one clause calls another by is the heading of one in the same policy', () => {
  for (const kind of builtKinds) {
    const headings = clausesFor(kind).map(id => clause(id).heading)
    for (const id of clausesFor(kind))
      for (const { text } of waysOf(id))
        for (const [, named = ''] of text.matchAll(/“([A-Z][^”]+)”/g)) {
          const elsewhere = text.includes(`acceptable use policy, under “${named}”`)
          const known = elsewhere ? clausesFor('acceptable-use').map(one => clause(one).heading) : headings
          expect([kind, id, named, known.includes(named)]).toEqual([kind, id, named, true])
        }
  }
})

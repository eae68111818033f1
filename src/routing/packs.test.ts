import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type FieldId,
  fields,
  type Known,
  type NoPack,
  type PackBody,
  packFor,
  packs,
  packText,
} from './index.ts'

const bodies = Object.keys(packs) as PackBody[]
const everyField = Object.keys(fields) as FieldId[]
/** Something known in every field, each to be told from every other. */
const all: Known = {
  ...Object.fromEntries(everyField.map((field, at) => [field, `canary-${at}-${field}`])),
  webAddress: 'https://canary-address.example/page',
}
const problemsOf = (made: string | NoPack) => (typeof made === 'string' ? [] : made.problems)

test.each(bodies)('%s is handed its own fields in its own order, and nothing of any other', body => {
  const text = packText(body, all)
  if (typeof text !== 'string') throw new Error(text.problems.map(({ says }) => says).join(' '))
  const its: readonly FieldId[] = packs[body].fields
  for (const field of everyField) expect(text.includes(all[field] ?? ''), field).toBe(its.includes(field))
  const places = its.map(field => text.indexOf(all[field] ?? ''))
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(new Set(its).size).toBe(its.length)
})

test('nothing but an address goes to the Internet Watch Foundation: nothing of a child, and no words in its place', () => {
  expect(packText('iwf', all)).toBe(
    'Report to the Internet Watch Foundation\n\nWeb address: https://canary-address.example/page\nWhen it was seen there: ' +
      `${all.seenWhen}\n`,
  )
  for (const webAddress of [
    'Jamie Taylor is on site.example/a',
    'jamie@example.org',
    'ask Jamie',
    'https://',
    'x',
  ])
    expect(
      problemsOf(packText('iwf', { webAddress })).map(({ field }) => field),
      webAddress,
    ).toEqual(['webAddress'])
  for (const webAddress of ['site.example', 'https://site.example:8080/a?b=c', 'a.example/1\nb.example/2'])
    expect(problemsOf(packText('iwf', { webAddress }))).toEqual([])
})

test('a report to CEOP cannot be made without a name, and says what to do instead', () => {
  const { reporterName: _, ...nameless } = all
  const made = packFor('ceop', nameless)
  expect(made).toMatchObject({ kind: 'no-pack', problems: [{ field: 'reporterName' }] })
  expect(problemsOf(packText('ceop', { ...all, reporterName: '  \u0000\n' }))[0]?.says).toContain(
    'tell the police',
  )
  expect(packFor('police', nameless).kind).toBe('pack')
})

test('what is not known is said to be not known, and not left out', () => {
  const text = packText('police', { happened: 'She said: “he follows me home”.\nThen she cried.' })
  expect(text).toContain('The child’s full name: not known\n')
  expect(text).toContain('in the words first used:\n  She said: “he follows me home”.\n  Then she cried.\n')
})

test('whatever is typed, no line of it looks like another field, and nothing in it is lost but what does not print', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 300 })
  fc.assert(
    fc.property(anything, fc.constantFrom(...bodies), (typed, body) => {
      const forged = `${typed}\r\nWho it is about: Somebody Else\u2028Who is reporting: Nobody`
      const text = packText(body, { ...all, happened: forged, childNow: forged })
      if (typeof text !== 'string') throw new Error('no pack')
      const labelled = text.split('\n').filter(line => /^(Who it is about|Who is reporting):/.test(line))
      const its: readonly FieldId[] = packs[body].fields
      expect(labelled).toHaveLength(its.filter(one => one === 'subjectName' || one === 'reporterName').length)
    }),
  )
})

test('every pack says how it is handed over, and what it leaves out', () => {
  for (const body of bodies) {
    const made = packFor(body, all)
    expect(made).toMatchObject({
      kind: 'pack',
      title: expect.stringMatching(/^[A-Z]/),
      leaves: expect.stringMatching(/\.$/),
    })
    if (made.kind === 'pack') expect(made.how).toMatch(/\.$/)
  }
})

import { expect, test } from 'vitest'
import { type NoteId, note, whenInWords } from '../guidance/index.ts'
import { clause, clauseIds, exampleBlanks, fitOf, freshMadeOf, waysOf } from './index.ts'

/** Addresses and telephone numbers that a text prints. */
const places = (text: string) =>
  text.match(/\b(?:www\.)?[a-z-]+(?:\.[a-z-]+)+(?:\/[\w-]+)*|\b0\d{2,4}(?: \d{3,4})+/gi) ?? []
const said = (ids: readonly NoteId[]) => ids.map(id => note(id).text).join('\n')

test('every address and number in a clause is that of a note it rests on, and none is one of 2015', () => {
  const printed = clauseIds.flatMap(id =>
    waysOf(id).flatMap(({ text }) => places(text).map(place => ({ id, place }))),
  )
  expect(printed.length).toBeGreaterThan(4)
  for (const { id, place } of printed)
    expect([id, place, said(clause(id).restsOn ?? []).includes(place)]).toEqual([id, place, true])
  expect(printed.some(({ place }) => /ceop\.uk|iwf\.org$|thinkuknow/.test(place))).toBe(false)
})

test('the law is said as of the month in which its notes were checked, with their figures and for England and Wales', () => {
  const { text, restsOn = [] } = clause('the-law')
  for (const id of restsOn) expect([id, text.includes(whenInWords(note(id).checkedOn))]).toEqual([id, true])
  expect(text).toContain('England and Wales')
  const figures = text.match(/\b\d+ (?:years|months)\b/g) ?? []
  expect(figures.length).toBeGreaterThan(8)
  const notes = said(restsOn)
  for (const figure of figures) expect([figure, notes.includes(figure)]).toEqual([figure, true])
  // Fear of violence was 5 years in 2015, and malicious messages 6 months.
  expect(text).toMatch(/fear violence: 10 years/)
  expect(text).toMatch(/offensive messages, sent to distress: 2 years/)
})

test('words that rest on notes grown old say so, and count as before', () => {
  const madeOf = { ...freshMadeOf('acceptable-use'), blanks: exampleBlanks() }
  const find = (day: '2026-11-25' | '2027-11-25') =>
    fitOf('acceptable-use', madeOf, day).find(({ statement }) => statement === 'REP-CEOP')
  expect(find('2026-11-25')).toMatchObject({ stands: 'covered', checkAgain: [] })
  expect(find('2027-11-25')).toMatchObject({ stands: 'covered', checkAgain: ['ceop-address'] })
  expect(find('2027-11-25')?.why).toContain('is to be checked again: “CEOP: where to report now”')
})

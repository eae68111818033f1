import { expect, test } from 'vitest'
import {
  dayAt,
  effects,
  expiresOn,
  goesAbove,
  gradeOf,
  hasExpired,
  isNoteId,
  type Note,
  type NoteId,
  note,
  notes,
  notesBeside,
  notesOn,
  printedPlaces,
  reviewState,
  type StatementId,
  statement,
  statements,
  toBeReviewed,
  topics,
  whenInWords,
} from '../index.ts'
import { from, inTopic, published } from './note.ts'
import { monthsAfter, nextSeptember } from './when.ts'

test('a note without a source, or a source without a date, does not compile', () => {
  const within = { topic: 'data', keeps: 'practice' } as const
  const row = { title: 'T', effect: 'adds', beside: [], text: 'T.' } as const
  inTopic(within, { whole: { ...row, sources: [from('Act', 'A', published('2026'))] } })
  // @ts-expect-error It has no sources.
  inTopic(within, { none: row })
  // @ts-expect-error It has none in its list.
  inTopic(within, { empty: { ...row, sources: [] } })
  // @ts-expect-error Its source has no date.
  inTopic(within, { undated: { ...row, sources: [{ title: 'Act', grade: 'A' }] } })
  // @ts-expect-error Its source has no grade.
  inTopic(within, { ungraded: { ...row, sources: [{ title: 'Act', dated: { published: '2026' } }] } })
  expect(notes.filter(({ sources }) => sources.length === 0)).toEqual([])
})

test('every note says something in whole sentences, under every topic, beside statements that there are', () => {
  const wrong = notes.filter(
    ({ text, title, notVerified = 'None.' }) =>
      !/^[A-Z“].*[.?]$/.test(text) ||
      text.length > 480 ||
      title.endsWith('.') ||
      !/^[A-Z“].*\.$/.test(notVerified) ||
      /['"]/.test(text + title + notVerified),
  )
  expect(wrong.map(({ id }) => id)).toEqual([])
  for (const topic of Object.keys(topics) as (keyof typeof topics)[])
    expect(notesOn(topic).length, topic).toBeGreaterThan(0)
  const ids = new Set<string>(statements.map(({ id }) => id))
  expect(notes.flatMap(({ beside }) => beside.filter(id => !ids.has(id)))).toEqual([])
  expect(notes.filter(one => one.beside.length === 0 && one.topic !== 'software')).toEqual([])
})

test('every source has a real date, none later than the day on which the note was checked', () => {
  const dates = notes.flatMap(one =>
    one.sources.map(({ dated }) => ({ id: one.id, on: Object.values(dated).join() })),
  )
  expect(dates.filter(({ on }) => !/^20\d\d(-(0[1-9]|1[0-2])(-([0-2]\d|3[01]))?)?$/.test(on))).toEqual([])
  expect(dates.filter(({ id, on }) => on > `${note(id).checkedOn}-31`)).toEqual([])
})

test('whatever stands beside the law says where it holds', () => {
  const law = notes.filter(
    ({ beside, topic }) => beside.some(id => id.startsWith('LEG-')) || topic === 'offences',
  )
  expect(law.length).toBeGreaterThan(12)
  expect(law.filter(({ where }) => where !== 'England and Wales').map(({ id }) => id)).toEqual([])
})

test('what could do harm as it was printed is corrected, and the correction goes above the statement', () => {
  const corrected: readonly (readonly [StatementId, NoteId])[] = [
    ['LEG-FEAR-3', 'fear-of-violence'],
    ['LEG-MALCOMMS-1', 'malicious-narrower'],
    ['LEG-MALCOMMS-2', 'malicious-two-years'],
    ['CASE-2-OUTCOME', 'case-two-unfair'],
    ['REP-IWF', 'never-copy'],
    ['REP-IWF', 'iwf-remit'],
    ['REP-CEOP', 'ceop-address'],
    ['REP-4', 'lado'],
    ['SRC-IWF', 'iwf-remit'],
    ['WEB-BEST-1', 'monitoring-workers'],
    ['META-REVIEW', 'review-overdue'],
  ]
  for (const [beside, id] of corrected) {
    const above = notesBeside(beside).filter(goesAbove)
    expect(above, beside).toContain(note(id))
    expect(notesBeside(beside).slice(0, above.length)).toEqual(above)
  }
  expect(effects.adds.above).toBe(false)
})

test('the figures are those of the sources, and what nobody verified is never in the text', () => {
  expect(note('fear-of-violence').text).toMatch(/10 years.*14/)
  expect(note('malicious-two-years').text).toContain('2 years')
  expect(note('magistrates-twelve-months').text).toMatch(/12 months.*18 November 2024/)
  expect(note('sexual-communication').text).toMatch(/3 April 2017.*under 16.*2 years.*15A/)
  expect(note('case-two-unfair').text).toMatch(/facts match.*unfair.*£11,350/)
  expect(note('threatening-messages').text).not.toMatch(/years/)
  expect(note('threatening-messages').notVerified).toMatch(/five years/)
  const unsure: readonly NoteId[] = [
    'duty-to-report',
    'kcsie-2026',
    'working-together-2026',
    'schools-act-2026',
  ]
  for (const id of unsure) expect(note(id).notVerified, id).toBeTruthy()
})

test('a note is due again when its kind says, counted from the first day that “checked on” can mean', () => {
  expect(expiresOn(note('childline'))).toBe('2027-02-01')
  expect(expiresOn(note('fear-of-violence'))).toBe('2027-08-01')
  expect(expiresOn(note('kcsie-2025'))).toBe('2026-09-01')
  expect(expiresOn(note('boards-abolished'))).toBeUndefined()
  expect(expiresOn(note('childline'), '2026-11-23')).toBe('2027-05-23')
  expect(hasExpired(note('kcsie-2025'), new Date('2026-08-31T12:00:00Z'))).toBe(false)
  expect(hasExpired(note('kcsie-2025'), new Date('2026-09-01T12:00:00Z'))).toBe(true)
  expect(hasExpired(note('kcsie-2025'), new Date('2026-11-23T12:00:00Z'), '2026-11-20')).toBe(false)
  expect(hasExpired(note('boards-abolished'), new Date('2099-01-01'))).toBe(false)
})

test('dates', () => {
  expect([whenInWords('2026-04-29'), whenInWords('2026-04'), whenInWords('2026')]).toEqual([
    '29 April 2026',
    'April 2026',
    '2026',
  ])
  expect([monthsAfter('2026-08-31', 6), monthsAfter('2026-12', 1), monthsAfter('2027-03-15', -1)]).toEqual([
    '2027-02-28',
    '2027-01-01',
    '2027-02-15',
  ])
  expect([nextSeptember('2026-08-31'), nextSeptember('2026-09-01')]).toEqual(['2026-09-01', '2027-09-01'])
  // Half past midnight in a London summer is the evening before in UTC.
  expect(dayAt(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01')
})

test('the document’s own review, July 2018, is overdue, reckoned like a policy’s', () => {
  expect(reviewState(toBeReviewed, new Date('2026-11-23'))).toBe('overdue')
  expect(reviewState(toBeReviewed, new Date('2018-07-31T12:00:00Z'))).toBe('due')
  expect(reviewState(toBeReviewed, new Date('2018-08-01T12:00:00Z'))).toBe('overdue')
  expect(reviewState('2027-03-15', new Date('2027-02-14T12:00:00Z'))).toBe('in force')
  expect(reviewState('2027-03-15', new Date('2027-02-15T12:00:00Z'))).toBe('due')
  expect(reviewState('2027', new Date('2027-12-31T12:00:00Z'))).toBe('due')
})

test('every address that the 2015 text prints has its state, and one that moved says where to', () => {
  const prints = statements.filter(({ says }) => /\bwww\.|homeoffice\.gov/.test(says)).map(({ id }) => id)
  const known = new Set(printedPlaces.map(place => place.statement))
  expect(prints.filter(id => !known.has(id))).toEqual([])
  expect(prints.length).toBeGreaterThan(15)
  for (const { statement: id, printed } of printedPlaces)
    if (id && printed && !printed.startsWith('a PDF')) expect(statement(id).says).toContain(printed)
})

test('the grade of a note is its weakest source’s, and text from outside is not taken for a note', () => {
  expect(gradeOf(note('out-of-school'))).toBe('C')
  expect(gradeOf(note('threats-to-kill'))).toBe('A')
  expect(isNoteId('toString')).toBe(false)
  expect(isNoteId('dpia')).toBe(true)
  const one: Note = note('dpia')
  expect(one.sources.length).toBe(2)
})

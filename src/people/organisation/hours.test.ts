import { expect, test } from 'vitest'
import { inWords } from '../../kit/clock.ts'
import { type ContactHours, isWithin, nextWithin } from './hours.ts'
import { closedDays, maybeStretch, spokenDay, spokenStretch } from './hours-fields.ts'

const weekday = { from: '09:00', to: '17:30' }
const hours: ContactHours = {
  week: [weekday, weekday, weekday, weekday, weekday, null, null],
  closed: [{ day: '2026-12-25', called: 'Christmas Day' }],
}
const at = (iso: string) => new Date(iso)

test.each<[string, string, boolean, string]>([
  ['a weekday afternoon', '2026-11-25T14:00:00Z', true, '2026-11-25T14:00:00Z'],
  ['the first minute', '2026-11-25T09:00:00Z', true, '2026-11-25T09:00:00Z'],
  ['the minute before', '2026-11-25T08:59:59Z', false, '2026-11-25T09:00:00Z'],
  ['the minute they end', '2026-11-25T17:30:00Z', false, '2026-11-26T09:00:00Z'],
  ['a Friday evening', '2026-11-27T18:00:00Z', false, '2026-11-30T09:00:00Z'],
  [
    'the evening before a day that is closed, and a weekend after it',
    '2026-12-24T20:00:00Z',
    false,
    '2026-12-28T09:00:00Z',
  ],
  ['a summer morning, by the clocks of summer', '2026-07-01T08:00:00Z', true, '2026-07-01T08:00:00Z'],
  ['an hour before it', '2026-07-01T07:00:00Z', false, '2026-07-01T08:00:00Z'],
  ['the Friday before the clocks go forward', '2027-03-26T18:00:00Z', false, '2027-03-29T08:00:00Z'],
  ['the Friday before they go back', '2026-10-23T18:00:00Z', false, '2026-10-26T09:00:00Z'],
])('%s', (_, when, within, next) => {
  expect(isWithin(hours, at(when))).toBe(within)
  expect(nextWithin(hours, at(when))).toEqual(at(next))
})

test('without hours, a message goes at any time', () => {
  for (const none of [undefined, { week: null, closed: [] }]) {
    expect(isWithin(none, at('2026-11-29T03:00:00Z'))).toBe(true)
    expect(nextWithin(none, at('2026-11-29T03:00:00Z'))).toEqual(at('2026-11-29T03:00:00Z'))
  }
})

test('a time is said as people in the UK say it', () => {
  expect(inWords(at('2026-11-30T09:00:00Z'))).toBe('Monday 30 November at 9am')
  expect(inWords(at('2026-07-01T16:30:00Z'))).toBe('Wednesday 1 July at 5:30pm')
})

test.each([
  ['9am to 5:30pm', '09:00', '17:30'],
  ['09:00-17:30', '09:00', '17:30'],
  ['9 to 17', '09:00', '17:00'],
  ['8.30am until 12pm', '08:30', '12:00'],
  ['noon – midnight', '12:00', '24:00'],
])('the hours of a day are read as people write them: %s', (typed, from, to) => {
  expect(maybeStretch('Monday').parse(typed)).toEqual({ ok: true, value: { from, to } })
  expect(maybeStretch('Monday').parse(spokenStretch({ from, to }))).toEqual({ ok: true, value: { from, to } })
})

test.each(['five', '5pm to 9am', '25:00 to 26:00', '9', '13pm to 14pm'])('%s is no hours of a day', typed => {
  expect(maybeStretch('Monday').parse(typed).ok).toBe(false)
})

test('closed days are read one to a line, in order, and written as they are read', () => {
  const value = [
    { day: '2026-12-25', called: 'Christmas Day' },
    { day: '2027-01-01', called: '' },
  ]
  expect(closedDays.parse('2027-01-01\n 25 dec 2026: Christmas  Day\n\n')).toEqual({ ok: true, value })
  expect(closedDays.parse(value.map(({ day, called }) => `${spokenDay(day)} ${called}`).join('\n'))).toEqual({
    ok: true,
    value,
  })
  for (const wrong of ['31 February 2027', 'Christmas', '1 foo 2026'])
    expect(closedDays.parse(wrong).ok).toBe(false)
})

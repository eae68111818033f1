import Holidays from 'date-holidays'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asTyped, fromTyped } from '../clock.ts'
import {
  bankHolidays,
  dayOf,
  endOfDay,
  isWorkingDay,
  nextWorkingDay,
  ownDays,
  withinWorkingDays,
} from './index.ts'

const years = Array.from({ length: 2060 - 2015 + 1 }, (_, at) => 2015 + at)
const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())

test('the bank holidays of 2015 to 2060 are those of a well-kept library', () => {
  const library = new Holidays('GB', 'ENG')
  for (const year of years) {
    const theirs = library
      .getHolidays(year)
      .filter(({ type, date }) => type === 'public' && !isWeekend(date.slice(0, 10)))
      .map(({ date }) => date.slice(0, 10))
    expect([...bankHolidays(year)].toSorted(), String(year)).toEqual([...new Set(theirs)].toSorted())
  }
})

test('the bank holidays of 2026 and 2027 are those that the government lists', () => {
  expect([...bankHolidays(2026)].toSorted()).toEqual(
    ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'].map(day => `2026-${day}`),
  )
  expect([...bankHolidays(2027)].toSorted()).toEqual(
    ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'].map(day => `2027-${day}`),
  )
})

const from = (day: string, time: string, count = 1, own?: ReadonlySet<string>) => {
  const by = asTyped(withinWorkingDays(fromTyped(day, time), count, own))
  return `${by.day} ${by.time}`
}

test.each([
  ['a Thursday afternoon', '2026-11-26', '15:00', '2026-11-27 15:00'],
  ['a Friday afternoon', '2026-11-27', '15:00', '2026-11-30 15:00'],
  ['a Saturday, until the end of the Monday', '2026-11-28', '10:00', '2026-11-30 23:59'],
  ['the Thursday before Good Friday, at 11:30pm', '2026-04-02', '23:30', '2026-04-07 23:30'],
  ['Good Friday itself', '2026-04-03', '09:00', '2026-04-07 23:59'],
  ['Christmas Eve, with Boxing Day on a Saturday', '2026-12-24', '17:00', '2026-12-29 17:00'],
  ['Christmas Eve, with Christmas Day on a Saturday', '2027-12-24', '17:00', '2027-12-29 17:00'],
  ['Christmas Eve, with Christmas Day on a Sunday', '2022-12-23', '17:00', '2022-12-28 17:00'],
  ['New Year’s Eve', '2026-12-31', '08:00', '2027-01-04 08:00'],
  ['the Friday before the clocks go on', '2028-03-24', '23:45', '2028-03-27 23:45'],
  ['the Saturday night in which the clocks go on, over Easter', '2027-03-28', '00:30', '2027-03-30 23:59'],
  ['the Friday before the clocks go back', '2026-10-23', '01:30', '2026-10-26 01:30'],
  ['the hour that an autumn night has twice', '2026-10-25', '01:30', '2026-10-26 23:59'],
  ['the Jubilee’s two days', '2022-06-01', '12:00', '2022-06-06 12:00'],
])('one working day from %s', (_, day, time, by) => {
  expect(from(day, time)).toBe(by)
})

test('over the night in which the clocks change, the hour on the clock is the same and the hours between are not', () => {
  const spring = fromTyped('2026-03-27', '15:00')
  const autumn = fromTyped('2026-10-23', '15:00')
  const hoursFrom = (at: Date) => (withinWorkingDays(at, 1).getTime() - at.getTime()) / 3_600_000
  expect([hoursFrom(spring), hoursFrom(autumn)]).toEqual([71, 73])
})

test('an organisation’s own days hold it up, and do so only there', () => {
  const own = ownDays(['2026-11-27', '2026-11-30'])
  expect(from('2026-11-26', '15:00', 1, own)).toBe('2026-12-01 15:00')
  expect(from('2026-11-26', '15:00')).toBe('2026-11-27 15:00')
  expect(() => ownDays(['2026-02-30'])).toThrow(RangeError)
  const always = ownDays(
    Array.from({ length: 500 }, (_, at) => new Date(Date.UTC(2026, 10, 1 + at)).toISOString().slice(0, 10)),
  )
  expect(() => from('2026-11-26', '15:00', 1, always)).toThrow('no working day')
})

test('what is no number of days, and no day, is refused', () => {
  const now = fromTyped('2026-11-26', '15:00')
  for (const count of [0, -1, 1.5, Number.NaN, 1000])
    expect(() => withinWorkingDays(now, count)).toThrow(RangeError)
  expect(() => isWorkingDay('2026-13-01')).toThrow(RangeError)
  expect(() => bankHolidays(1970)).toThrow(RangeError)
})

const moment = fc.date({
  min: new Date('2015-01-01T00:00:00Z'),
  max: new Date('2060-12-01T00:00:00Z'),
  noInvalidDate: true,
})
const shut = fc
  .uniqueArray(fc.integer({ min: 0, max: 16_000 }), { maxLength: 40 })
  .map(days => ownDays(days.map(on => new Date(Date.UTC(2015, 0, 1 + on)).toISOString().slice(0, 10))))

test('whenever it begins, it ends on a working day, and never in less than 24 hours a day', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 12 }), shut, (at, count, own) => {
      const by = withinWorkingDays(at, count, own)
      expect(isWorkingDay(dayOf(by), own)).toBe(true)
      expect(by.getTime() - at.getTime()).toBeGreaterThanOrEqual(count * 86_400_000 - 1)
      // The working days passed through are as many as were asked for, no more.
      let last = dayOf(at)
      for (let on = 0; on < count; on++) last = nextWorkingDay(last, own)
      expect(dayOf(by)).toBe(last)
    }),
    { numRuns: 2000 },
  )
})

test('what comes later is never due sooner, nor is more time less', () => {
  // Close together, around a weekend or a night on which the clocks change, is where it would show.
  const near = fc.oneof(
    fc.integer({ min: 0, max: 4 * 86_400_000 }),
    fc.integer({ min: 0, max: 90 * 60_000 }),
    fc.integer({ min: 0, max: 2 }),
  )
  fc.assert(
    fc.property(moment, near, fc.integer({ min: 1, max: 6 }), shut, (at, more, count, own) => {
      const after = new Date(at.getTime() + more)
      expect(withinWorkingDays(after, count, own).getTime()).toBeGreaterThanOrEqual(
        withinWorkingDays(at, count, own).getTime(),
      )
      expect(withinWorkingDays(at, count + 1, own).getTime()).toBeGreaterThan(
        withinWorkingDays(at, count, own).getTime(),
      )
    }),
    { numRuns: 3000 },
  )
})

test('every minute of both nights on which the clocks change counts forward', () => {
  for (const night of ['2026-03-28T22:00:00Z', '2026-10-24T22:00:00Z', '2027-03-27T22:00:00Z']) {
    let before = 0
    for (let minute = 0; minute < 6 * 60; minute++) {
      const by = withinWorkingDays(new Date(Date.parse(night) + minute * 60_000), 1).getTime()
      expect(by).toBeGreaterThanOrEqual(before)
      before = by
    }
  }
})

test('a day ends at its last moment here, in summer and in winter', () => {
  expect(endOfDay('2026-07-01').toISOString()).toBe('2026-07-01T22:59:59.999Z')
  expect(endOfDay('2026-11-26').toISOString()).toBe('2026-11-26T23:59:59.999Z')
})

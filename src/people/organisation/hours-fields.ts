import { type Field, maybeDate, tidy } from '../../kit/forms/index.ts'
import { mostClosed, type Said } from './parts.ts'

type Stretch = { readonly from: string; readonly to: string }
type Closed = Said['hours']['closed']

const time = '(\\d{1,2})(?:[:.]([0-5]\\d))?\\s?(am|pm|a\\.m\\.|p\\.m\\.)?'
const stretch = new RegExp(`^(?:from )?${time}\\s?(?:to|until|till|-|–)\\s?${time}$`)

/** `9`, `00` and `pm` as `21:00`; undefined when there is no such time. 24:00 ends a day, as midnight does. */
function clockTime(hour: string, minute = '00', half = ''): string | undefined {
  const spoken = Number(hour)
  if (half !== '' && (spoken < 1 || spoken > 12)) return undefined
  const full = half.startsWith('p') ? (spoken % 12) + 12 : half.startsWith('a') ? spoken % 12 : spoken
  if (full > 24 || (full === 24 && minute !== '00')) return undefined
  return `${String(full).padStart(2, '0')}:${minute}`
}

/** The hours of one day as people write them: *9am to 5:30pm*, *09:00-17:30*. Nothing, or *closed*: no contact that day. */
export const maybeStretch = (day: string): Field<Stretch | null> => ({
  parse(typed) {
    const value = tidy(typed)
      .toLowerCase()
      .replace('midnight', '24:00')
      .replace(/\bnoon\b/, '12:00')
    if (value === '' || value === 'closed') return { ok: true, value: null }
    const found = value.length <= 40 ? stretch.exec(value) : null
    const from = found ? clockTime(found[1] ?? '', found[2], found[3]) : undefined
    const to = found ? clockTime(found[4] ?? '', found[5], found[6]) : undefined
    if (!from || !to || from >= to)
      return { ok: false, sentence: `${day} must be two times of one day, like 9am to 5:30pm, or empty` }
    return { ok: true, value: { from, to } }
  },
})

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)

/** One line of the closed days: a day, and what it is called: *25 December 2026 Christmas Day*, *2026-12-25*. */
function closedOn(line: string): Closed[number] | undefined {
  const spoken = /^(\d{1,2}) ([a-z]+) (\d{4})\b[\s,:]*(.*)$/i.exec(line)
  const written = /^(\d{4}-\d{2}-\d{2})\b[\s,:]*(.*)$/.exec(line)
  const month = spoken ? months.findIndex(name => name.startsWith((spoken[2] ?? '').toLowerCase())) + 1 : 0
  const iso = spoken
    ? `${spoken[3]}-${String(month).padStart(2, '0')}-${(spoken[1] ?? '').padStart(2, '0')}`
    : (written?.[1] ?? '')
  const day = maybeDate('A day').parse(iso)
  const called = (spoken?.[4] ?? written?.[2] ?? '').slice(0, 30)
  return day.ok && day.value ? { day: day.value, called } : undefined
}

/** The days on which nobody is written to, one to a line. */
export const closedDays: Field<Closed> = {
  parse(typed) {
    const lines = tidy(typed)
      .split('\n')
      .map(line => line.trim().replace(/\s+/g, ' '))
      .filter(line => line !== '')
    if (lines.length > mostClosed)
      return { ok: false, sentence: `Enter at most ${mostClosed} days. Those that are past can go` }
    const days: Closed[number][] = []
    for (const line of lines) {
      const found = closedOn(line)
      if (!found)
        return {
          ok: false,
          sentence: `“${line.slice(0, 60)}” is no day. Write it like 25 December 2026 Christmas Day`,
        }
      days.push(found)
    }
    return { ok: true, value: days.sort((a, b) => a.day.localeCompare(b.day)) }
  },
}

/** 17:30 as people say it: 5:30pm. */
const spokenTime = (at: string): string => {
  const [hour = 0, minute = 0] = at.split(':').map(Number)
  if (hour === 24) return 'midnight'
  const half = hour < 12 ? 'am' : 'pm'
  return `${hour % 12 || 12}${minute ? `:${String(minute).padStart(2, '0')}` : ''}${half}`
}
export const spokenStretch = (one: Stretch | null | undefined): string =>
  one ? `${spokenTime(one.from)} to ${spokenTime(one.to)}` : ''

/** A day of the calendar as it is written on the page. */
export const spokenDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  const name = months[(month ?? 1) - 1] ?? ''
  return `${date} ${name[0]?.toUpperCase()}${name.slice(1)} ${year}`
}

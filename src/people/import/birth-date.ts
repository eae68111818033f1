import { type Parsed, tidy } from '../../kit/forms/index.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const oldest = 25

/** The ways a date is written in Britain, and the one that computers write. The day stands before the month. */
const ways: readonly (readonly [RegExp, (found: readonly string[]) => readonly [string, string, string]])[] =
  [
    [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, ([, y = '', m = '', d = '']) => [y, m, d]],
    [/^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/, ([, d = '', m = '', y = '']) => [y, m, d]],
    [
      /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})$/i,
      ([, d = '', m = '', y = '']) => [y, `${months.indexOf(m.slice(0, 3).toLowerCase()) + 1}`, d],
    ],
  ]

/** A child's date of birth as YYYY-MM-DD. `today` as YYYY-MM-DD. A year of two digits could be either century: refused. */
export const birthDate =
  (today: string) =>
  (cell: string): Parsed<string> => {
    const text = tidy(cell)
      .replace(/\s+/g, ' ')
      .replace(/[ T]00:00(:00(\.0+)?)?Z?$/, '')
    const bad = (sentence: string): Parsed<string> => ({ ok: false, sentence })
    if (!text) return bad('it is empty. Give the child’s date of birth, like 31/3/2013.')
    const date = dateFrom(text)
    if (!date)
      return bad(
        `'${text.slice(0, 40)}' is not a date. Give day, month and the whole year, like 31/3/2013 or 31 March 2013.`,
      )
    if (date > today) return bad(`'${text}' has not come yet. Check the year.`)
    const age = Number(today.slice(0, 4)) - Number(date.slice(0, 4))
    if (age > oldest) return bad(`'${text}' is ${age} years ago: that is no child. Check the year.`)
    return { ok: true, value: date }
  }

function dateFrom(text: string): string | undefined {
  for (const [shape, order] of ways) {
    const found = shape.exec(text)
    if (!found) continue
    const [year, month, day] = order(found).map(Number) as [number, number, number]
    const at = new Date(Date.UTC(year, month - 1, day))
    const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
    return real ? at.toISOString().slice(0, 10) : undefined
  }
  return undefined
}

import { startsLikeAFormula } from '../../kit/csv/index.ts'
import { email, type Parsed, tidy } from '../../kit/forms/index.ts'
import type { Role } from '../../records/index.ts'
import { givesAway } from '../plain-words.ts'
import { roleWords } from '../rules.ts'
import { isExample } from './rules.ts'

/** Reads one cell: the value, or a sentence that quotes what was given and says what to give instead. */
export type CellReader<T> = (cell: string) => Parsed<T>

const good = <T>(value: T): Parsed<T> => ({ ok: true, value })
const bad = (sentence: string): Parsed<never> => ({ ok: false, sentence })

/**
 * A cell as one line. The apostrophe that spreadsheets, and our own downloads, put before what looks like a formula is
 * taken away, so that what is behind it is judged.
 */
const oneLine = (cell: string): string =>
  tidy(cell)
    .replace(/\s+/g, ' ')
    .replace(/^'(?=[=+\-@＝＋－＠])/, '')

const quoted = (text: string): string => `'${text.length > 60 ? `${text.slice(0, 60)}…` : text}'`

const formula = (text: string): Parsed<never> =>
  bad(
    `${quoted(text)} starts with '${text[0]}', as a formula does, and a spreadsheet may run it. Give the words alone.`,
  )

/** Words: a name, a team. `empty` is the sentence when there are none, or what stands for nothing. */
export const words =
  <E extends string | undefined>(about: {
    max: number
    empty: { sentence: string } | { value: E }
  }): CellReader<string | E> =>
  cell => {
    const text = oneLine(cell)
    if (!text) return 'value' in about.empty ? good(about.empty.value) : bad(about.empty.sentence)
    if (startsLikeAFormula(text)) return formula(text)
    if (text.length > about.max)
      return bad(`${quoted(text)} has ${text.length} characters. Give ${about.max} at most.`)
    const gives = givesAway(text)
    return gives ? bad(`${quoted(text)} gives ${gives}. Give the words alone.`) : good(text)
  }

export const personName = (whose: string): CellReader<string> =>
  words<undefined>({ max: 200, empty: { sentence: `it is empty. Give ${whose}.` } }) as CellReader<string>

const address = email('')

/** An email address that stands in a person's own column. */
export const ownEmail =
  (whose: string): CellReader<string> =>
  cell => {
    const text = oneLine(cell)
    if (!text) return bad(`it is empty. Give ${whose}.`)
    const read = maybeEmail(text)
    if (!read.ok) return read
    return isExample(read.value ?? '')
      ? bad(`${quoted(text)} is an example, and nobody’s address. Give their own, or take the row out.`)
      : good(read.value ?? '')
  }

/** An email address, or nothing. In small letters. */
export const maybeEmail: CellReader<string | undefined> = cell => {
  const text = oneLine(cell)
  if (!text) return good(undefined)
  if (startsLikeAFormula(text)) return formula(text)
  const read = address.parse(text)
  return read.ok && read.value.length <= 254
    ? read
    : bad(`${quoted(text)} is not an email address. Give one like name@example.org.`)
}

/** A phone number as people write it, or nothing. The + of a country's code is no formula. */
export const maybePhone: CellReader<string | undefined> = cell => {
  const text = oneLine(cell)
  if (!text) return good(undefined)
  const digits = text.replace(/\D/g, '').length
  if (!/^\+?[\d ()./-]{6,30}$/.test(text) || /^[-./]/.test(text) || digits < 6 || digits > 15)
    return bad(`${quoted(text)} is not a phone number. Give one like 020 7946 0123 or +44 20 7946 0123.`)
  if (/^[1237]\d{9}$/.test(text))
    return bad(
      `${quoted(text)} has lost its first 0, as happens in spreadsheets. Format the column as text, and give it.`,
    )
  return good(text)
}

/**
 * Other words for a role. There is no "admin": in many offices that is a job, and here it would open everything.
 */
const otherWords: Readonly<Record<string, Role>> = {
  staff: 'worker',
  employee: 'worker',
  'youth worker': 'worker',
  'line manager': 'manager',
  'team manager': 'manager',
  dsl: 'designated-person',
  dsp: 'designated-person',
  'designated safeguarding lead': 'designated-person',
  'deputy dsl': 'deputy-designated-person',
  ddsl: 'deputy-designated-person',
  'deputy designated safeguarding lead': 'deputy-designated-person',
}

/** One role or several of those that may be given here. */
export const roleList =
  (givable: readonly Role[]): CellReader<readonly Role[]> =>
  cell => {
    const text = oneLine(cell)
    if (startsLikeAFormula(text)) return formula(text)
    const names = text
      .split(/[;,/|&+]/)
      .map(name => name.trim())
      .filter(Boolean)
    const list = givable.map(role => roleWords[role]).join(', ')
    if (names.length === 0) return bad(`it is empty. Give one of these: ${list}.`)
    const found = names.map(name => roleFrom(name, givable))
    const unknown = names.find((_, at) => !found[at])
    if (unknown !== undefined)
      return bad(`${quoted(unknown)} is not a role here. Give one of these: ${list}.`)
    return good([...new Set(found.filter(role => role !== undefined))])
  }

function roleFrom(name: string, givable: readonly Role[]): Role | undefined {
  const plain = name.toLowerCase().replace(/[-_\s]+/g, ' ')
  const role = givable.find(one => roleWords[one].toLowerCase() === plain) ?? otherWords[plain]
  return role && givable.includes(role) ? role : undefined
}

import { type Id, idFrom } from '../ids.ts'

/** One field of a form: turns what was typed into a value, or says in one sentence what is wrong with it. */
export interface Field<T> {
  readonly parse: (typed: string | undefined) => Parsed<T>
}
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly sentence: string }

const good = <T>(value: T): Parsed<T> => ({ ok: true, value })
const bad = (sentence: string): Parsed<never> => ({ ok: false, sentence })

// Characters that no person types and that make text say one thing and show another.
const unseen = /(?![\n\t])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** What was typed, with line ends as one character, unseen controls gone and space at the ends trimmed. */
export const tidy = (typed: string | undefined): string =>
  (typed ?? '').replace(/\r\n?/g, '\n').replace(unseen, '').normalize('NFC').trim()

/** Text of at most `max` characters. `required` is the sentence when nothing was typed; `called` names it: "Message". */
export const text = (about: { max: number; called: string; required: string }): Field<string> => ({
  parse(typed) {
    const value = tidy(typed)
    if (!value) return bad(about.required)
    if (value.length > about.max) return bad(tooLong(about.called, about.max, value.length))
    return good(value)
  },
})

/** Text in one line: a name, what something is for. However it was typed, one space stands between its words. */
export const line = (about: Parameters<typeof text>[0]): Field<string> => ({
  parse: typed => text(about).parse(tidy(typed).replace(/\s+/g, ' ')),
})

/** As line, but nothing is an answer too. */
export const maybeLine = (about: Parameters<typeof maybeText>[0]): Field<string | undefined> => ({
  parse: typed => maybeText(about).parse(tidy(typed).replace(/\s+/g, ' ')),
})

/** As text, but nothing is an answer too. */
export const maybeText = (about: { max: number; called: string }): Field<string | undefined> => ({
  parse(typed) {
    const value = tidy(typed)
    if (value.length > about.max) return bad(tooLong(about.called, about.max, value.length))
    return good(value || undefined)
  },
})

const tooLong = (called: string, max: number, length: number): string =>
  `${called} must be ${max.toLocaleString('en-GB')} characters or fewer. You typed ${length.toLocaleString('en-GB')}`

const emailShape = /^[^\s@<>"(),:;[\]\\]{1,64}@[^\s@<>"(),:;[\]\\]{1,189}\.[^\s@<>"(),:;[\]\\.]{2,63}$/

export const email = (required: string): Field<string> => ({
  parse(typed) {
    const value = tidy(typed).toLowerCase()
    if (!value) return bad(required)
    return emailShape.test(value)
      ? good(value)
      : bad('Enter an email address in the correct format, like name@example.com')
  },
})

/** One of a list of choices. */
export const choice = <const T extends string>(options: readonly T[], required: string): Field<T> => ({
  parse: typed => {
    const found = options.find(option => option === typed)
    return found === undefined ? bad(required) : good(found)
  },
})

/** A box that must be ticked. */
export const tick = (required: string): Field<true> => ({
  parse: typed => (typed === undefined || typed === '' ? bad(required) : good(true)),
})

/** A box that may be ticked. */
export const maybeTick = (): Field<boolean> => ({ parse: typed => good(typed !== undefined && typed !== '') })

/** A value the page itself put there (an id, a version's number); only a tampered page fails it. */
export const hidden = <T>(read: (typed: string) => T | undefined): Field<T> => ({
  parse(typed) {
    const value = typed === undefined ? undefined : read(typed)
    return value === undefined
      ? bad('This page is out of date. Go back, open it again, and try once more')
      : good(value)
  },
})

type Day = `${number}-${number}-${number}`

/** A day of the calendar, from the year 1 on. JavaScript by itself takes 31 February for 2 March. */
function isDay(text: string): text is Day {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** A date typed as YYYY-MM-DD (what a date input sends), as that text; nothing is an answer too. `called` names it: "The day". */
export const maybeDate = (called: string): Field<Day | undefined> => ({
  parse(typed) {
    const value = tidy(typed)
    if (!value) return good(undefined)
    return isDay(value) ? good(value) : bad(`${called} must be a real date, like 2012-03-31`)
  },
})

/** As maybeDate, but a day has to be there: `required` is the sentence when none is. */
export const date = (about: { called: string; required: string }): Field<Day> => ({
  parse(typed) {
    const parsed = maybeDate(about.called).parse(typed)
    return parsed.ok ? (parsed.value ? good(parsed.value) : bad(about.required)) : parsed
  },
})

/** Somebody or something chosen from a list, by its id. Whether it is among what may be chosen, the verb looks. */
export const chosen = <Kind extends string>(required: string): Field<Id<Kind>> => ({
  parse(typed) {
    const id = idFrom<Kind>(tidy(typed))
    return id ? good(id) : bad(required)
  },
})

/** A password: kept exactly as typed, never tidied. */
export const secret = (required: string): Field<string> => ({
  parse: typed => (typed ? good(typed) : bad(required)),
})

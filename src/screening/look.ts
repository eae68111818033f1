import { addressesIn } from './addresses.ts'
import { linksIn } from './links.ts'
import { digitWords, fillers, repeats, tens, zeros } from './number-words.ts'
import { digitRuns } from './numbers.ts'
import { phonesIn } from './phones.ts'
import { finderOf, type Match, wordsIn } from './phrases.ts'
import { placesIn } from './places.ts'
import type { RuleId } from './rules.ts'
import { phraseRules } from './rules-phrases.ts'
import { notNames, otherNumbers, phoneCues } from './rules-words.ts'
import { leet, leetWithL, type Tokens, tokensOf } from './tokens.ts'
import { vocabularyOf } from './vocabulary.ts'

/** Something seen in a folded text. `about` is what decides whether it is the organisation's own. */
export interface Seen {
  readonly rule: RuleId
  readonly start: number
  readonly end: number
  readonly about?:
    | { readonly kind: 'number'; readonly digits: string }
    | { readonly kind: 'address'; readonly local: string; readonly host: string }
    | { readonly kind: 'account'; readonly name: string }
    | { readonly kind: 'link'; readonly host: string; readonly path: string }
}

type Row = (typeof phraseRules)[number]

const numberWords = Object.keys({ ...digitWords, ...tens, ...repeats, ...zeros })
const words = [
  ...phraseRules.flatMap(({ phrases, unless = [] }) => [...wordsIn(phrases), ...unless]),
  ...phoneCues,
  ...otherNumbers,
  ...numberWords,
  ...fillers,
  'at',
  'dot',
]
const plain = vocabularyOf(words)
const reading = { plain, leet: vocabularyOf(words, leet), leetL: vocabularyOf(words, leetWithL) }
const find = finderOf<Row>(
  phraseRules.map(rule => ({ rule, phrases: rule.phrases })),
  plain,
)
const marked = (all: readonly string[]) => new Set(all.map(plain.idOf))
const numeric = marked(numberWords)
const cues = marked(phoneCues)
const others = marked(otherNumbers)
const noNames = new Set(notNames)
const unless = new Map(phraseRules.map(row => [row, marked(row.unless ?? [])]))

/** Everything there is to see in a folded text, in the order it stands; what lies within something seen is not said again. */
export function look(text: string): Seen[] {
  const tokens = tokensOf(text, reading)
  const seen: Seen[] = []
  if (mayHoldNumber(tokens)) numbers(tokens, seen)
  const hasDot = text.includes('.')
  if (text.includes('@') || text.includes('at')) addresses(tokens, seen)
  if (hasDot || text.includes('dot')) links(text, seen)
  if (tokens.digits > 0)
    for (const { kind, start, end } of placesIn(text)) seen.push({ rule: kind, start, end })
  if (text.includes('@')) handles(text, seen)
  for (const match of find(tokens)) phrase(tokens, match, seen)
  return seen.length < 2 ? seen : apart(seen)
}

function mayHoldNumber({ digits, ids, starts, ends }: Tokens): boolean {
  let count = digits
  for (let at = 0; at < ids.length; at++) {
    if (numeric.has(ids[at] ?? 0)) count++
    // Number words run together.
    else if ((ends[at] ?? 0) - (starts[at] ?? 0) >= 12) count += 4
  }
  return count >= 4
}

function numbers(tokens: Tokens, seen: Seen[]): void {
  const cue = tokens.ids.some(id => cues.has(id))
  for (const run of digitRuns(tokens)) {
    const other = isOther(tokens, run[0]?.start ?? 0)
    for (const { digits, start, end } of phonesIn(run, { text: tokens.text, cue, other }))
      seen.push({ rule: 'personal-number', start, end, about: { kind: 'number', digits } })
  }
}

/** Whether one of the three words before says that what comes is no telephone number. */
function isOther({ starts, ids }: Tokens, start: number): boolean {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < start) low = middle + 1
    else high = middle
  }
  return [low - 1, low - 2, low - 3].some(at => others.has(ids[at] ?? 0))
}

function addresses(tokens: Tokens, seen: Seen[]): void {
  for (const { local, host, start, end } of addressesIn(tokens))
    seen.push({ rule: 'personal-email', start, end, about: { kind: 'address', local, host } })
}

const linkRules = { profile: 'personal-account', personal: 'personal-page', other: 'link' } as const

function links(text: string, seen: Seen[]): void {
  for (const { kind, host, path, start, end } of linksIn(text))
    seen.push({ rule: linkRules[kind], start, end, about: { kind: 'link', host, path } })
}

const handle = /(?<![a-z0-9._@])@(?<name>[a-z0-9_][a-z0-9_.]{2,30})/g
const notHandle =
  /^(?:\d+(?:[.:]\d\d)?(?:am|pm)?|\d+|school|home|club|work|the|church|college|everyone|all|here)$/

function handles(text: string, seen: Seen[]): void {
  for (const { index, 0: whole, groups } of text.matchAll(handle)) {
    const name = `${groups?.name}`.replace(/\.+$/, '')
    if (!notHandle.test(name))
      seen.push({
        rule: 'personal-account',
        start: index,
        end: index + whole.length,
        about: { kind: 'account', name },
      })
  }
}

function phrase(tokens: Tokens, { rule: row, start, end }: Match<Row>, seen: Seen[]): void {
  const instead = unless.get(row)
  if (instead?.size && tokens.ids.some(id => instead.has(id))) return
  const named = row.rule === 'personal-account'
  if (!named && row.rule !== 'own-secret' && row.rule !== 'secret') {
    seen.push({ rule: row.rule, start, end })
    return
  }
  const name = lastName(tokens.text, end)
  if (noNames.has(name.text)) return
  if (!named) seen.push({ rule: row.rule, start, end: name.end })
  else seen.push({ rule: row.rule, start, end: name.end, about: { kind: 'account', name: name.text } })
}

/** The account's name that the phrase ends in, with its dots and lines. */
function lastName(text: string, end: number): { text: string; end: number } {
  const isName = (at: number) => /[a-z0-9_.-]/.test(text[at] ?? '')
  let [from, to] = [end, end]
  while (from > 0 && end - from < 40 && isName(from - 1)) from--
  while (to < text.length && to - end < 40 && isName(to)) to++
  while (to > end && /[.-]/.test(text[to - 1] as string)) to--
  return { text: text.slice(from, to), end: to }
}

/** In the order they stand, without what lies within another of the same kind. */
function apart(seen: readonly Seen[]): Seen[] {
  const sorted = [...seen].sort((one, other) => one.start - other.start || other.end - one.end)
  const reached = new Map<string, number>()
  let contact = -1
  return sorted.filter(({ rule, start, end, about }) => {
    const isContact = about !== undefined
    if (isContact ? start < contact && end <= contact : start < (reached.get(rule) ?? -1)) return false
    if (isContact) contact = Math.max(contact, end)
    else reached.set(rule, end)
    return true
  })
}

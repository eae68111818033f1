import { digitWords } from './number-words.ts'
import { classes } from './rules-words.ts'
import type { Tokens } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * A phrase of a rule, as a line of words: `a|b` either, `x?` perhaps, `<class>` any word of a class, `*` up to three other
 * words, `:` a colon or equals sign, `<name>` any word at all, `<tag>` one with a figure, dot or line in it, `<number>`
 * figures. It is read into tables once; what people type is never read as one.
 */
export type Phrase = string

type Part =
  | { readonly kind: 'word'; readonly ids: ReadonlySet<number>; readonly perhaps: boolean }
  | { readonly kind: 'gap' | 'colon' | 'name' | 'tag' | 'number'; readonly perhaps: boolean }

interface Compiled<Rule> {
  readonly rule: Rule
  readonly parts: readonly Part[]
}

/** Where a phrase of a rule was found, as positions in the folded text. */
export interface Match<Rule> {
  readonly rule: Rule
  readonly start: number
  readonly end: number
  /** Which word it begins with. */
  readonly at: number
}

/** Every word that these phrases ask about. */
export function wordsIn(phrases: readonly Phrase[]): string[] {
  return phrases.flatMap(phrase => phrase.split(' ').flatMap(part => plainWords(part)))
}

const marks: Readonly<Record<string, 'gap' | 'colon' | 'name' | 'tag' | 'number'>> = {
  '*': 'gap',
  ':': 'colon',
  '<name>': 'name',
  '<tag>': 'tag',
  '<number>': 'number',
}

function plainWords(part: string): readonly string[] {
  const bare = part.replace(/\?$/, '')
  if (marks[bare]) return []
  return bare.split('|').flatMap(one => (one.startsWith('<') ? (classes[one.slice(1, -1)] ?? []) : [one]))
}

function partOf(part: string, vocabulary: Vocabulary): Part {
  const [perhaps, bare] = [part.endsWith('?'), part.replace(/\?$/, '')]
  const mark = marks[bare]
  if (mark) return { kind: mark, perhaps }
  return { kind: 'word', ids: new Set(plainWords(part).map(vocabulary.idOf)), perhaps }
}

/** Finds every phrase of a table. A phrase begins with a word, so that most words of a text begin none. */
export function finderOf<Rule>(
  table: readonly { readonly rule: Rule; readonly phrases: readonly Phrase[] }[],
  vocabulary: Vocabulary,
): (tokens: Tokens) => Match<Rule>[] {
  const beginning: (Compiled<Rule>[] | undefined)[] = []
  for (const { rule, phrases } of table)
    for (const phrase of phrases) {
      const parts = phrase.split(' ').map(part => partOf(part, vocabulary))
      const [first] = parts
      if (first?.kind !== 'word' || first.perhaps) throw new RangeError(`“${phrase}” begins with no word`)
      for (const id of first.ids) beginning[id] = [...(beginning[id] ?? []), { rule, parts }]
    }
  return tokens => {
    const found: Match<Rule>[] = []
    for (let at = 0; at < tokens.ids.length; at++) {
      const id = tokens.ids[at]
      const some = id ? beginning[id] : undefined
      if (!some) continue
      for (const { rule, parts } of some) {
        const last = lastWord(tokens, at, parts, 1)
        if (last >= 0) found.push({ rule, start: tokens.starts[at] ?? 0, end: tokens.ends[last] ?? 0, at })
      }
    }
    return found
  }
}

/** The word a phrase ends with, its parts from `part` on coming after word `at`; or -1. */
function lastWord(tokens: Tokens, at: number, parts: readonly Part[], part: number): number {
  const next = parts[part]
  if (!next) return at
  if (next.perhaps) {
    const without = lastWord(tokens, at, parts, part + 1)
    const including = fits(tokens, at, next) ? lastWord(tokens, stepped(at, next), parts, part + 1) : -1
    return Math.max(without, including)
  }
  if (next.kind === 'gap') {
    for (let to = at; to <= at + 3; to++) {
      const last = lastWord(tokens, to, parts, part + 1)
      if (last >= 0) return last
      if (!sameSentence(tokens, to)) return -1
    }
    return -1
  }
  return fits(tokens, at, next) ? lastWord(tokens, stepped(at, next), parts, part + 1) : -1
}

const stepped = (at: number, { kind }: Part) => (kind === 'colon' ? at : at + 1)

function fits(tokens: Tokens, at: number, part: Part): boolean {
  if (part.kind === 'word') return part.ids.has(tokens.ids[at + 1] ?? -1) && sameSentence(tokens, at)
  if (at + 1 >= tokens.starts.length) return false
  if (part.kind === 'colon') return /[:=]/.test(between(tokens, at))
  if (!sameSentence(tokens, at)) return false
  const [start = 0, end = 0] = [tokens.starts[at + 1], tokens.ends[at + 1]]
  if (part.kind === 'name') return true
  const word = tokens.text.slice(start, end)
  if (part.kind === 'number') return /^\d/.test(word) || Object.hasOwn(digitWords, word)
  return (
    /\d/.test(word) || /^[._]$/.test(tokens.text.slice(end, Math.min(tokens.starts[at + 2] ?? end, end + 2)))
  )
}

// No more than this is looked at between two words.
const widest = 12
const between = ({ text, starts, ends }: Tokens, at: number): string => {
  const [from = 0, to = 0] = [ends[at], starts[at + 1]]
  return text.slice(from, Math.min(to, from + widest))
}

/** Whether no sentence ends between this word and the next. */
function sameSentence(tokens: Tokens, at: number): boolean {
  const [from = 0, to = 0] = [tokens.ends[at], tokens.starts[at + 1]]
  if (to - from === 1) return tokens.text.charCodeAt(from) !== 10
  if (to - from > widest) return false
  return !/[.?!;]\s|\n/.test(between(tokens, at))
}

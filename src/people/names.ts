import { alikeTo, isWordToo } from './short-names.ts'

// One way of folding a name, for wherever it has to be found out whether two names may be one person's.

const apostrophes = /['’‘‛ʼʻʹ`´′＇]/gu
/** Letters that Unicode does not take apart, as they are typed where the keyboard has none of them. */
const spelt: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ħ: 'h', ı: 'i', ς: 'σ' },
}
const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'prof', 'rev'])

/** A text as it is compared: no marks, no capitals, every apostrophe gone. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(apostrophes, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(apostrophes, '')
    .replace(/[ßæœøđðłþħıς]/gu, one => spelt[one] ?? one)

/** The words of a text, folded. What is joined by a hyphen is several. */
const allWords = (text: string): readonly string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * The words of a name, folded, however short: without the titles that it begins with, also after a comma, unless there is nothing
 * else in it. Further on a title is a name like any other: some people’s is spelt so.
 */
export function nameWords(name: string): readonly string[] {
  const rest = name.split(',').flatMap(part => {
    const words = allWords(part)
    const from = words.findIndex(word => !titles.has(word))
    return from < 0 ? [] : words.slice(from)
  })
  return rest.length > 0 ? rest : allWords(name)
}

/** The same, and each two that stand beside each other as one: Mrs O Brien is Mrs O’Brien, and Anne Marie is Annemarie. */
const andPairs = (words: readonly string[]): ReadonlySet<string> =>
  new Set([...words, ...words.slice(1).map((word, at) => `${words[at]}${word}`)])

/** Whether two names have so much as one word in common, or what it is short for: they may be the same person's. */
export function mayBeOne(name: string, other: string): boolean {
  const own = nameWords(name)
  const words = new Set([...andPairs(own), ...own.flatMap(word => [...alikeTo(word)])])
  return [...andPairs(nameWords(other))].some(word => words.has(word))
}

/** Whether what was typed names this person: their whole name is in it, in any order; one of a single word is all of it. */
export const isNamed = (typed: string, name: string): boolean => namedBy(typed)(name)

/** The same, for many who may be: what was typed is folded once, and so are the names of those who are asked about again. */
export function namedBy(typed: string): (name: string) => boolean {
  const said = nameWords(typed)
  const all = andPairs(said)
  return name => {
    const words = keptWords(name)
    if (words.length < 2) return words.length === 1 && said.length === 1 && said[0] === words[0]
    return words.every(word => all.has(word))
  }
}

const kept = new Map<string, readonly string[]>()
const mostKept = 20_000
function keptWords(name: string): readonly string[] {
  const words = kept.get(name) ?? nameWords(name)
  if (kept.size >= mostKept) kept.clear()
  kept.set(name, words)
  return words
}

/** Each of several names that were typed into one line. */
export const namesTyped = (typed: string): readonly string[] =>
  typed.split(/[,;/&\n]| and | or /i).filter(one => one.trim())

/**
 * Whether somebody is named in a text that is no name: by their first name or what is short for it, by all of it, or by a part of
 * the rest with a title before it, such as Mrs Jones. A last name that stands alone is a word like any other, and so is a short
 * name that is one, unless it is written with a capital.
 */
export function isNamedIn(text: string, name: string): boolean {
  const [first = '', ...rest] = nameWords(name)
  const said = allWords(text)
  const short = alikeTo(first)
  const capitals = new Set((text.match(/\p{Lu}\p{L}*/gu) ?? []).map(folded))
  return said.some(
    (word, at) =>
      word === first ||
      (short.has(word) && (!isWordToo(word) || capitals.has(word))) ||
      (rest.includes(word) && titles.has(said[at - 1] ?? '')),
  )
}

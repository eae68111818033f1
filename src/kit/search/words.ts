/** Words that are in every question and say nothing of what it is about. */
const silent = new Set(
  `a about after all also am an and any anybody anyone are as at be been before being but by can cannot could did do
  does doing done else for from get go going had has have he her here hers him his how i if in into is it its just let
  like make many may me might mine more most much must no nor not of off okay on once one ones only or other our ours
  out over please she should so some somebody someone than that the their them then there these they thing things this
  those through to too under up us very want was way we were what when where which while who whom whose why will with
  would yes yet you your yours`.split(/\s+/),
)

/** The words of a text: lower case, no accents, no apostrophes, `e-mail` as `email`. */
export const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/\be-(?=mail|safety)/g, 'e')
    .match(/[\p{L}\p{N}]+/gu) ?? []

export const isSilent = (word: string): boolean => silent.has(word)

/** Endings taken off, the first that fits, and what is put in their place. What is left must be three letters long. */
const endings: readonly (readonly [ending: RegExp, put: string])[] = [
  [/(?<=..)ies$/, 'y'],
  [/(?<=ss|sh|ch|x|z)es$/, ''],
  [/(?<=[^su])s$/, ''],
]
const verbs: readonly (readonly [ending: RegExp, put: string])[] = [
  [/(?<=[aeiouy].*)ied$/, 'y'],
  [/(?<=[aeiouy].*)(?:ing|ed)$/, ''],
]

const without = (word: string, table: typeof endings): string => {
  for (const [ending, put] of table) {
    if (!ending.test(word)) continue
    const left = word.replace(ending, put)
    return left.length >= 3 ? left : word
  }
  return word
}

/** A word without the endings that English bends it by, so that *texting*, *texts* and *text* are one. Not a dictionary. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word
  const plain = without(without(word, endings), verbs)
  const single = plain === word ? plain : plain.replace(/([bdgmnprt])\1$/, '$1')
  return single.length > 3 ? single.replace(/e$/, '') : single
}

/** The stems of a text's words, silent ones left out. */
export const stemsIn = (text: string): readonly string[] =>
  wordsIn(text)
    .filter(word => !isSilent(word))
    .map(stem)

/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make one word of the other;
 * `most` + 1 as soon as it is more than `most`.
 */
export function misspelt(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let [before, row]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same)
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      next.push(least)
    }
    if (Math.min(...next) > most) return most + 1
    ;[before, row] = [row, next]
  }
  return row[other.length] ?? most + 1
}

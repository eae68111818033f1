import type { PartKind } from './phrase-parts.ts'
import { classes as plainClasses } from './rules-classes.ts'
import { rude } from './rules-rude.ts'

/**
 * A phrase of a rule, as a line of words: `a|b` either, `x?` perhaps, `<class>` any word of a class, `*` up to three other
 * words, `:` a colon or equals sign, `<name>` any word at all, `<tag>` one with a figure, dot or line in it, `<number>`
 * figures, `<end>` the end of a sentence. It is read into tables once; what people type is never read as one.
 */
export type Phrase = string

const classes: Readonly<Record<string, readonly string[]>> = { ...plainClasses, ...rude }

const marks: Readonly<Record<string, PartKind>> = {
  '*': 'gap',
  ':': 'colon',
  '<name>': 'name',
  '<tag>': 'tag',
  '<number>': 'number',
  '<end>': 'end',
}

/** What a part of a phrase is, without the sign that it may be left out. */
export const kindOfPart = (bare: string): PartKind => marks[bare] ?? 'word'

/** Every word that these phrases ask about, but for those that they name by an ugly class alone. */
export const wordsIn = (phrases: readonly Phrase[]): string[] =>
  phrases.flatMap(phrase =>
    phrase
      .split(/[ |]/)
      .filter(part => !uglyClass.test(part))
      .flatMap(plainWords),
  )

const uglyClass = new RegExp(`^<(?:${Object.keys(rude).join('|')})>\\??$`)

/** The words of a list in which `<class>` stands for all of a class. */
export const spelledOut = (list: readonly string[]): string[] => list.flatMap(plainWords)

// Each part is taken apart once: thousands of phrases share them.
const takenApart = new Map<string, readonly string[]>()

/** The words that a part of a phrase stands for. */
export function plainWords(part: string): readonly string[] {
  const known = takenApart.get(part)
  if (known) return known
  const bare = part.endsWith('?') ? part.slice(0, -1) : part
  const all = marks[bare] ? [] : bare.split('|').flatMap(classWords)
  takenApart.set(part, all)
  return all
}

function classWords(one: string): readonly string[] {
  if (one === ':' || one === '') return []
  if (!one.startsWith('<')) return [one]
  const all = classes[one.slice(1, -1)]
  if (!all) throw new RangeError(`there is no class ${one}`)
  return all
}

import { numberWords } from './number-words.ts'
import { isHit } from './phrases.ts'
import { mailProviders, notNames, otherNumbers, phoneCues, streetWords } from './rules-words.ts'
import { vocabulary } from './vocabulary.ts'
import { setOf } from './words-set.ts'

export const extension = vocabulary.idOf('ext')
export const others = setOf(otherNumbers, vocabulary)
export const noNames = new Set(notNames)

/** What a word is to the scanners, one bit for each. */
export const is = { hit: 1, numeric: 2, at: 4, dot: 8, provider: 16, cue: 32, street: 64 } as const
export const about = new Uint8Array(vocabulary.size)
for (let id = 0; id < vocabulary.size; id++) if (isHit(id)) about[id] = is.hit
const mark = (words: readonly string[], bit: number) => {
  for (const word of words) about[vocabulary.idOf(word)] = (about[vocabulary.idOf(word)] as number) | bit
}
mark(
  [...numberWords].flatMap(([word, { kind }]) => (kind === 'filler' ? [] : [word])),
  is.numeric,
)
mark(['at'], is.at)
mark(['dot'], is.dot)
mark(mailProviders, is.provider)
mark(phoneCues, is.cue)
mark(streetWords, is.street)
export const noteworthy = is.hit | is.numeric | is.at | is.dot

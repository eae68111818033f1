import { is } from './kinds-of-words.ts'
import { numberWords } from './number-words.ts'
import { mailProviders, phoneCues, streetWords } from './rules-words.ts'

/** By word, what it is to the scanners, one bit for each; `lists` says at which some phrase is looked for. */
export function aboutWords(lists: Uint16Array, idOf: (word: string) => number): Uint8Array {
  const about = Uint8Array.from(lists, list => (list === 0 ? 0 : is.hit))
  const mark = (words: readonly string[], bit: number) => {
    for (const word of words) about[idOf(word)] = (about[idOf(word)] as number) | bit
  }
  mark(
    [...numberWords].flatMap(([word, { kind }]) => (kind === 'filler' ? [] : [word])),
    is.numeric,
  )
  mark(['at'], is.at)
  mark(['a'], is.a)
  mark(['dot'], is.dot)
  mark(mailProviders, is.provider)
  mark(phoneCues, is.cue)
  mark(streetWords, is.street)
  return about
}

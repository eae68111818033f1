import { numberWords } from './number-words.ts'
import { finderOf, setOf, spelledOut, wordsIn } from './phrases.ts'
import { phraseRules } from './rules-phrases.ts'
import { harmless, starred, stems } from './rules-rude.ts'
import {
  hypothetical,
  mailProviders,
  negations,
  notNames,
  notStreets,
  otherNumbers,
  phoneCues,
  posts,
  reporting,
  roomWords,
  streetWords,
  ways,
  zipWords,
} from './rules-words.ts'
import { vocabularyOf } from './vocabulary.ts'

/** Every word that some rule asks about. */
export const vocabulary = vocabularyOf(
  [
    ...phraseRules.flatMap(({ phrases, unless = [], beside = [] }) => [
      ...wordsIn(phrases),
      ...spelledOut(unless),
      ...spelledOut(beside),
    ]),
    ...phoneCues,
    ...otherNumbers,
    ...numberWords.keys(),
    ...mailProviders,
    ...streetWords,
    ...harmless,
    ...notStreets,
    ...roomWords,
    ...zipWords,
    ...ways,
    ...posts,
    'ext',
    ...negations,
    ...reporting,
    ...hypothetical,
    'at',
    'dot',
  ],
  stems,
  starred,
)
export const find = finderOf(phraseRules, vocabulary)
export const extension = vocabulary.idOf('ext')
export const others = setOf(otherNumbers, vocabulary)
export const noNames = new Set(notNames)

/** What a word is to the scanners, one bit for each. */
export const is = { hit: 1, numeric: 2, at: 4, dot: 8, provider: 16, cue: 32, street: 64 } as const
export const about = new Uint8Array(vocabulary.size)
for (let id = 0; id < vocabulary.size; id++) if (find.isHit(id)) about[id] = is.hit
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
export const spoken = vocabulary.words.map(word => numberWords.get(word))
export const noteworthy = is.hit | is.numeric | is.at | is.dot

import { vocabulary } from './lexicon.ts'
import { endsBefore, hasBit, setOf } from './phrases.ts'
import { gap, type Read } from './read.ts'
import type { Speaker } from './rules.ts'
import type { PhraseRule } from './rules-phrase.ts'
import { hypothetical, negations, reporting } from './rules-words.ts'

const negation = setOf(negations, vocabulary)
const reports = setOf(reporting, vocabulary)
const supposed = setOf(hypothetical, vocabulary)
const bits = (words: readonly string[] | undefined) => words && setOf(words, vocabulary)
const contexts = new Map<PhraseRule, { unless: Uint32Array | undefined; beside: Uint32Array | undefined }>()

/** How many words before and after a phrase say what it is about. */
const nearby = 14
/** How far before it somebody may be said to have said it. */
const farthest = 9

/**
 * Whether what stands about the words from `first` to `last` takes the meaning of this row away: words that make it
 * something else, a negation, or somebody else's words in a report.
 */
export function isExcused(
  read: Read,
  row: PhraseRule,
  first: number,
  last: number,
  speaker: Speaker,
): boolean {
  const context = contextOf(row)
  if (context.unless && isNear(read, first, last, context.unless)) return true
  if (context.beside && !isNear(read, first, last, context.beside)) return true
  if (!row.negated && isNegated(read, first)) return true
  return !isOwnWord(row, speaker) && isReported(read, first)
}

function contextOf(row: PhraseRule) {
  const known = contexts.get(row)
  if (known) return known
  const made = { unless: bits(row.unless), beside: bits(row.beside) }
  contexts.set(row, made)
  return made
}

/** A child or parent who says what another said tells of danger. */
const isOwnWord = (row: PhraseRule, speaker: Speaker) =>
  row.reported === true || (row.rule === 'disclosure' && speaker !== 'worker')

/** Whether one of these words stands near the words from `first` to `last`. */
export function isNear({ ids, count }: Read, first: number, last: number, words: Uint32Array): boolean {
  const end = Math.min(count - 1, last + nearby)
  for (let at = Math.max(0, first - nearby); at <= end; at++)
    if (hasBit(words, ids[at] as number)) return true
  return false
}

/** "Please don't add me": one of the three words before says that it is not so. */
function isNegated(read: Read, first: number): boolean {
  for (let at = first; at > 0 && first - at < 3; at--) {
    if (endsBefore(read, at) || ((read.gaps[at] as number) & gap.comma) !== 0) return false
    if (hasBit(negation, read.ids[at - 1] as number)) return true
  }
  return false
}

/** Whether the words that begin here are said to be somebody else's: after "he said", or in quotation marks. */
function isReported(read: Read, first: number): boolean {
  const { ids, gaps } = read
  let quoted = ((gaps[first] as number) & gap.quote) !== 0
  for (let at = first; at > 0 && first - at < farthest; at--) {
    if (((gaps[at] as number) & gap.line) !== 0) return false
    if (endsBefore(read, at) && !quoted) return false
    const before = ids[at - 1] as number
    if (hasBit(reports, before) && !isMine(read, at - 1)) return true
    if (hasBit(supposed, before)) return true
    if (((gaps[at - 1] as number) & gap.quote) !== 0 && at > 1) quoted = true
  }
  return quoted
}

const mine = setOf(['i', 'ive', 'ill', 'im'], vocabulary)
const isMine = ({ ids }: Read, at: number) =>
  (at > 0 && hasBit(mine, ids[at - 1] as number)) || (at > 1 && hasBit(mine, ids[at - 2] as number))

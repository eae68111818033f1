import { rows, tables } from './compiled.ts'
import { endsBefore, inSet } from './phrases.ts'
import { gap, type Read } from './read.ts'
import type { Speaker } from './rules.ts'
import { hypothetical, negations, reporting } from './rules-words.ts'
import { vocabulary } from './vocabulary.ts'
import { hasBit, setOf } from './words-set.ts'

const negation = setOf(negations, vocabulary)
const reports = setOf(reporting, vocabulary)
const supposed = setOf(hypothetical, vocabulary)
const { unless, beside } = tables

/** How many words before and after a phrase say what it is about. */
const nearby = 14
/** How far before it somebody may be said to have said it. */
const farthest = 9

/**
 * Whether what stands about the words from `first` to `last` takes the meaning of this row away: words that make it
 * something else, a negation, or somebody else's words in a report.
 */
export function isExcused(read: Read, row: number, first: number, last: number, speaker: Speaker): boolean {
  const [without, needed] = [unless[row] as number, beside[row] as number]
  if (without !== 0 && isNear(read, first, last, without)) return true
  if (needed !== 0 && !isNear(read, first, last, needed)) return true
  const { rule, reported, negated } = rows[row] as (typeof rows)[number]
  if (!negated && isNegated(read, first)) return true
  // A child or parent who says what another said tells of danger.
  const own = reported || (rule === 'disclosure' && speaker !== 'worker')
  return !own && isReported(read, first)
}

/** Whether one of the words of this set stands near the words from `first` to `last`. */
function isNear({ ids, count }: Read, first: number, last: number, set: number): boolean {
  const end = Math.min(count - 1, last + nearby)
  for (let at = Math.max(0, first - nearby); at <= end; at++) if (inSet(set, ids[at] as number)) return true
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
    if (hasBit(reports, before) && !isMine(read, at - 1) && !isSoCalled(read, at - 1)) return true
    if (hasBit(supposed, before)) return true
    if (((gaps[at - 1] as number) & gap.quote) !== 0 && at > 1) quoted = true
  }
  return quoted
}

const mine = setOf(['i', 'ive', 'ill', 'im'], vocabulary)
const isMine = ({ ids }: Read, at: number) =>
  (at > 0 && hasBit(mine, ids[at - 1] as number)) || (at > 1 && hasBit(mine, ids[at - 2] as number))

/** "Your so-called coach" reports nobody. */
const [so, called] = [vocabulary.idOf('so'), vocabulary.idOf('called')]
const isSoCalled = ({ ids }: Read, at: number) => at > 0 && ids[at] === called && ids[at - 1] === so

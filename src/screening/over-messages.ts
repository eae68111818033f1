import { look } from './look.ts'
import { phonesApart } from './phones-apart.ts'
import { type Read, readFor } from './read.ts'
import type { Speaker } from './rules.ts'
import type { Seen } from './seen.ts'
import { vocabulary } from './vocabulary.ts'
import { readInto } from './words.ts'

// Read into again and again, apart from the text itself.
const earlier = readFor(256)

function readEarlier(text: string): Read {
  readInto(text, vocabulary, earlier)
  return earlier
}

/**
 * Numbers whose digits stand apart, or a part of them in what was said before. What was seen already is not said again;
 * both lists are in the order they stand.
 */
export function numbersInGoes(
  seen: readonly Seen[],
  before: readonly string[],
  read: Read,
  isAllowed: (digits: string) => boolean,
): Seen[] {
  const apart: Seen[] = []
  let at = 0
  phonesApart(before, readEarlier, read, isAllowed, (start, end) => {
    while (at < seen.length && (seen[at] as Seen).end <= start) at++
    const next = seen[at]
    if (!next || next.start >= end) apart.push({ rule: 'personal-number', start, end })
  })
  return apart
}

/** Something begun before and ended in a text, in UTF-16 positions of the text. */
export interface Ended {
  readonly rule: Seen['rule']
  readonly about: Seen['about']
  readonly from: number
  readonly to: number
}

/** "my snap is", "sam at gmail dot": what was said before goes on. */
const goesOn = /(?:\b(?:is|its|as|called|name|username|handle|user|tag|dot|at)|[@.:=_-])\s{0,3}$/i
const longestBeginning = 200

/** Accounts and addresses that the last of what was said before begins, and the text ends. */
export function endedHere(before: string, text: string, speaker: Speaker): Ended[] {
  const begun = before.slice(-longestBeginning)
  if (!goesOn.test(begun)) return []
  const boundary = begun.length + 1
  const { from, moved } = earlier
  const originally = (at: number) => (moved ? (from[at] as number) : at) - boundary
  return look(`${begun} ${text}`, earlier, speaker)
    .map(({ rule, start, end, about }) => ({ rule, about, from: originally(start), to: originally(end) }))
    .filter(({ about, from, to }) => about !== undefined && about.kind !== 'number' && from < 0 && to > 0)
    .map(one => ({ ...one, from: 0 }))
}

import type { Folded } from './fold.ts'
import { type Digits, firstThatFit, joined, type Piece, piecesIn, withoutTimes } from './pieces.ts'

/** A British mobile: what is looked for over words and over messages. */
const isMobile = (digits: string): boolean => /^(?:0|(?:00)?44)7[3-57-9]\d{8}$/.test(digits)

const beginnings = ['07', '447', '00447']
/** Whether digits may go on to be a mobile. */
const mayBecomeMobile = (digits: string): boolean =>
  beginnings.some(one => (digits.length < one.length ? one.startsWith(digits) : digits.startsWith(one)))

/** Figures in one go that begin with a mobile and go on: two of them, or one with something after it. */
const beginsAsMobile = (digits: string): boolean => /^(?:0|(?:00)?44)7[3-57-9]\d{9,}$/.test(digits)

/** Pieces of digits that are no part of a code: nobody dials the figures of 7f3a98c2. */
const standingAlone = (of: Folded): Piece[] =>
  withoutTimes(of, piecesIn(of)).filter(({ start, end }) => {
    if (!inCode.test(of.text[start - 1] ?? '') && !inCode.test(of.text[end] ?? '')) return true
    const left = /[a-z0-9]*$/.exec(of.text.slice(Math.max(0, start - longestCode), start))?.[0]
    const right = /^[a-z0-9]*/.exec(of.text.slice(end, end + longestCode))?.[0]
    return !/[a-z]/.test(`${left}${right}`)
  })

const inCode = /[a-z0-9]/

/** How far beside a piece the rest of a code is looked for, in characters. */
const longestCode = 64

/**
 * Mobiles whose digits stand apart: with words in between, or a part of them in what was said before. Gives where the
 * part in this text stands. What `isAllowed` takes is none.
 */
export function phonesApart(
  said: readonly Folded[],
  text: Folded,
  isAllowed: (digits: string) => boolean,
): Digits[] {
  const last = standingAlone(text)
  if (last.length === 0) return []
  const before = said.flatMap(standingAlone)
  const all = [...before, ...last]
  return all.flatMap((_, from) => {
    const found = firstThatFit(
      all,
      from,
      mayBecomeMobile,
      digits => isMobile(digits) || beginsAsMobile(digits),
    )
    const here = found?.slice(Math.max(0, before.length - from))
    return found && here && here.length > 0 && !isAllowed(joined(found).digits) ? [joined(here)] : []
  })
}

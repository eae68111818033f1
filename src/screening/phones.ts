import type { Folded } from './fold.ts'
import { type Digits, firstThatFit, joined, type Piece, piecesIn, runsOf, withoutTimes } from './numbers.ts'

/** Nine to fifteen digits, as E.164 has it, that begin as a number that can be called does. */
const isPhone = (digits: string): boolean =>
  /^(?:0[1-9]\d{8,9}|(?:00)?44(?:0)?[1-9]\d{8,9}|[1-9]\d{10,13}|00[1-9]\d{8,12}|7\d{9})$/.test(digits)

/** A British number of the usual length: what is looked for among other digits, where dates and sums stand too. */
const isBritish = (digits: string): boolean => /^(?:0|(?:00)?44)[1-9]\d{9}$/.test(digits)

/** A British mobile: what is looked for over words and over messages. */
const isMobile = (digits: string): boolean => /^(?:0|(?:00)?44)7[3-57-9]\d{8}$/.test(digits)

/** Figures in one go that begin with a mobile and go on: two of them, or one with something after it. */
const beginsAsMobile = (digits: string): boolean => /^(?:0|(?:00)?44)7[3-57-9]\d{9,}$/.test(digits)

/**
 * The telephone numbers among pieces of digits. A run that is one number as a whole is one; else every number in it that
 * begins and ends where a piece does. A mobile is also found over words in between. What `isAllowed` takes is none.
 */
export function phonesIn(text: Folded, isAllowed: (digits: string) => boolean): Digits[] {
  const left: Piece[] = []
  const found = runsOf(piecesIn(text)).flatMap(run => {
    const whole = joined(run)
    if (isAllowed(whole.digits)) return []
    if (isPhone(whole.digits)) return [whole]
    return numbersAmong(run, { fits: isBritish, isAllowed, left })
  })
  return [...found, ...numbersAmong(withoutTimes(text, left), { fits: isMobile, isAllowed, left: [] })]
}

/** Mobiles of which a part was said before and the rest is in this text; where the rest stands. */
export function phonesOver(
  said: readonly Folded[],
  text: Folded,
  isAllowed: (digits: string) => boolean,
): Digits[] {
  const before = said.flatMap(one => withoutTimes(one, piecesIn(one)))
  const all = [...before, ...withoutTimes(text, piecesIn(text))]
  return before.flatMap((_, from) => {
    const found = firstThatFit(all, from, isMobile)
    const rest = found?.slice(before.length - from)
    return found && rest && rest.length > 0 && !isAllowed(joined(found).digits) ? [joined(rest)] : []
  })
}

function numbersAmong(
  pieces: readonly Piece[],
  about: {
    readonly fits: (digits: string) => boolean
    readonly isAllowed: (digits: string) => boolean
    /** Takes up the pieces that are of no number. */
    readonly left: Piece[]
  },
): Digits[] {
  const { fits, isAllowed, left } = about
  const found: Digits[] = []
  for (let at = 0; at < pieces.length; ) {
    const own = firstThatFit(pieces, at, isAllowed)
    const number = own ? undefined : firstThatFit(pieces, at, one => fits(one) || beginsAsMobile(one))
    if (number) found.push(joined(number))
    else if (!own) left.push(pieces[at] as Piece)
    at += (own ?? number)?.length ?? 1
  }
  return found
}

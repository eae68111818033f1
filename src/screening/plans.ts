/**
 * How telephone numbers are made, by digits: each of these asks about the digits from one place to another. National numbers
 * of the UK are as Ofcom's plan has them, the invented ones of drama among them, and so written abroad.
 */

/** Where a British number goes on after its nought or its country (0, 44, 440, 0044, 00440), or -1. */
export function afterPrefix(digits: Uint8Array, from: number): number {
  let at = from
  if (digits[at] === 0) {
    if (digits[at + 1] !== 0) return at + 1
    at += 2
  }
  if (digits[at] !== 4 || digits[at + 1] !== 4) return -1
  at += 2
  return digits[at] === 0 ? at + 1 : at
}

export function isMobile(digits: Uint8Array, from: number, to: number): boolean {
  const at = afterPrefix(digits, from)
  return at >= 0 && digits[at] === 7 && to - at === 10
}

export function isNational(digits: Uint8Array, from: number, to: number): boolean {
  const at = afterPrefix(digits, from)
  return at >= 0 && digits[at] !== 0 && (to - at === 9 || to - at === 10)
}

export const isAbroad = (digits: Uint8Array, from: number, to: number): boolean =>
  to - from >= 11 && digits[from] === 0 && digits[from + 1] === 0 && digits[from + 2] !== 0

/** An area and an exchange, neither of which begins with a nought or a one, with the country's 1 before or not. */
export function isNorthAmerican(digits: Uint8Array, from: number, to: number): boolean {
  const at = to - from === 11 && digits[from] === 1 ? from + 1 : from
  return to - at === 10 && (digits[at] as number) >= 2 && (digits[at + 3] as number) >= 2
}

/**
 * Whether the digits begin as a British mobile that goes on for all its length, and may go on further: `undefined` where
 * they are too few to say, and may yet.
 */
export function beginsAsMobile(digits: Uint8Array, from: number, to: number): boolean | undefined {
  const at = mobileAfter(digits, from, to)
  if (at < 0) return false
  if (at >= to) return undefined
  if (digits[at] !== 7) return false
  if (at + 1 < to && !ofPeople.has(digits[at + 1] as number)) return false
  return to - at >= 10 ? true : undefined
}

// Of numbers that begin with 7, those of pagers and the like are nobody's.
const ofPeople = new Set([3, 4, 5, 7, 8, 9])

/** Where the 7 has to stand, after 0, 44 or 0044 as far as they are there; or -1. */
function mobileAfter(digits: Uint8Array, from: number, to: number): number {
  if (digits[from] === 0 && (to - from === 1 || digits[from + 1] === 7)) return from + 1
  const at = digits[from] === 0 ? from + 2 : from
  if (at > from && digits[from + 1] !== 0) return -1
  for (let i = at; i < Math.min(to, at + 2); i++) if (digits[i] !== 4) return -1
  return at + 2
}

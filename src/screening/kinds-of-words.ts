/** What a word is to the scanners, one bit for each. */
export const is = {
  hit: 1,
  numeric: 2,
  at: 4,
  dot: 8,
  provider: 16,
  cue: 32,
  street: 64,
  a: 128,
} as const
export const noteworthy = is.hit | is.numeric | is.at | is.dot

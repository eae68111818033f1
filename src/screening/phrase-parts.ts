/** What a part of a phrase is, as its number in the tables; beside it, one bit each for what is so of it. */
export const partKinds = { word: 0, gap: 1, colon: 2, name: 3, tag: 4, number: 5, end: 6 } as const
export type PartKind = keyof typeof partKinds
export const kindBits = 7
/** The part may be left out. */
export const perhapsBit = 8
/** A colon or equals sign stands for a word of it. */
export const colonBit = 16

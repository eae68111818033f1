import type { Standing } from '../guidance/index.ts'
import type { Role } from '../records/index.ts'

/** Who may ask for more than the guidance does, and end what was asked. */
export const mayTighten: readonly Role[] = ['administrator', 'senior-manager']
/** Who may decide that a limit does not hold, for a time. The database holds the same. */
export const mayDecide: readonly Role[] = ['senior-manager']
/** Who may end a decision: an end only takes a loosening away. */
export const mayEndDecision: readonly Role[] = ['administrator', 'senior-manager']

/** The most characters of an organisation's own words. The database holds the same. */
export const longestWords = 1000

/** Days before a decision's last day from which its review is owed. */
export const reviewDays = 28

/** How an act stands, in two words. */
export const standingTags = {
  best: { words: 'Best practice', colour: 'green' },
  safe: { words: 'Safe practice', colour: 'blue' },
  poor: { words: 'Poor practice', colour: 'orange' },
  forbidden: { words: 'Not allowed', colour: 'red' },
} as const satisfies Readonly<Record<Standing, unknown>>

/** Where one of our own rules is: it holds, it will, it has run out, or somebody ended it. */
export const states = {
  holds: { words: 'Holds now', colour: 'green' },
  'to-come': { words: 'Begins later', colour: 'blue' },
  over: { words: 'Over', colour: 'grey' },
  ended: { words: 'Ended', colour: 'grey' },
  unkept: { words: 'Not kept to', colour: 'red' },
} as const
export type State = keyof typeof states

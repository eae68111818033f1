import type { Category, RuleId, Speaker, Strength } from './rules.ts'

/**
 * What comes of something that was found in a message. `stopped`, `held` and `asked` keep a worker's message back:
 * it is never sent; it goes when somebody who answers for them lets it go; it goes with a reason. The others let it go:
 * `danger` reaches the designated person at once, `look` whoever answers for the worker, and what is `masked` the staff do
 * not see.
 */
export type Outcome = 'stopped' | 'held' | 'asked' | 'danger' | 'look' | 'masked'

interface Row {
  /** Where it holds: every category, rule or strength that is not named is meant too. */
  readonly of?: readonly Category[]
  readonly rules?: readonly RuleId[]
  readonly at?: readonly Strength[]
  readonly is: Outcome | 'nothing'
}

const atLeastMedium: readonly Strength[] = ['medium', 'high', 'critical']

/** A family is never stopped, held or asked: what they write is stored and delivered, and somebody is told. */
const family: readonly Row[] = [
  { of: ['C17'], is: 'danger' },
  { at: ['critical'], is: 'danger' },
  { rules: ['link'], is: 'nothing' },
  { of: ['C1'], is: 'masked' },
]

/** What comes of what was found, by who wrote it: the first row that fits. Nothing where none does. */
export const outcomes: Readonly<Record<Speaker, readonly Row[]>> = {
  worker: [
    { of: ['C1'], at: ['high', 'critical'], is: 'stopped' },
    // A venue's postcode and a page to read are most of what workers send.
    { rules: ['link', 'place'], is: 'nothing' },
    { of: ['C1', 'C2'], at: atLeastMedium, is: 'asked' },
    // Words of help are never kept back: whoever answers for the worker reads what was said of danger.
    { of: ['C17'], is: 'look' },
    { at: ['critical', 'high'], is: 'held' },
    { at: ['medium'], is: 'asked' },
  ],
  parent: [...family, { of: ['C15'], at: atLeastMedium, is: 'look' }, { at: ['high'], is: 'look' }],
  child: [...family, { at: ['high'], is: 'look' }],
}

/** What is found of a message, as far as its outcome turns on it. */
export interface Found {
  readonly category: Category
  readonly rule: RuleId
  readonly strength: Strength
}

/** What comes of one thing that was found. */
export function outcomeOf({ category, rule, strength }: Found, speaker: Speaker): Outcome | 'nothing' {
  const row = outcomes[speaker].find(
    ({ of, rules, at }) =>
      (!of || of.includes(category)) && (!rules || rules.includes(rule)) && (!at || at.includes(strength)),
  )
  return row?.is ?? 'nothing'
}

/** Whether a finding stops the message it was found in. */
export const isStopped = (found: Found, speaker: Speaker): boolean => outcomeOf(found, speaker) === 'stopped'

import { type CalendarDay, dayAt, monthsAfter, type ReviewState, reviewState } from '../guidance/index.ts'
import type { Role } from '../records/index.ts'

/** The six policies a member agency is expected to hold (statements EXP-DATAPROTECTION to EXP-AUP), and any of its own. */
export const policyKinds = {
  'acceptable-use': 'Acceptable use policy',
  'social-media': 'Social media policy',
  'data-protection': 'Data protection policy',
  'information-governance': 'Information governance policy',
  'code-of-conduct': 'Code of conduct',
  'ict-security': 'ICT security policy',
  other: 'Another policy',
} as const
export type PolicyKind = keyof typeof policyKinds

/**
 * Who may do what with a policy. Everybody on the staff may read and sign. Its owner may write it besides those whose role
 * it is; only these may approve, and only what others wrote.
 */
export const mayPublish: readonly Role[] = ['administrator', 'senior-manager']
export const mayWrite: readonly Role[] = [...mayPublish, 'designated-person']
export const maySeeSignatures: readonly Role[] = [
  ...mayPublish,
  'manager',
  'designated-person',
  'deputy-designated-person',
]

/** Where a person stands with a policy. */
export type SigningState = 'to-sign' | 'sign-again' | 'signed' | 'newer-to-read'

/** `required` is the number of the newest version that asked for signing; `signed` the newest this person signed. */
export function signingState(of: { newest: number; required: number; signed: number | null }): SigningState {
  if (of.signed === null) return 'to-sign'
  if (of.signed < of.required) return 'sign-again'
  return of.signed < of.newest ? 'newer-to-read' : 'signed'
}

export const signingWords: Readonly<Record<SigningState, string>> = {
  'to-sign': 'To read and sign',
  'sign-again': 'Changed: to read and sign again',
  'newer-to-read': 'Signed. A small change since',
  signed: 'Signed',
}

/** Where a policy stands in the register. An expected policy that is not there, or has no version yet, is missing. */
export type RegisterStanding = 'missing' | ReviewState

/** What the register asks about a policy: when its newest version was published, and the review day somebody set. */
export interface Registered {
  readonly publishedAt: Date | null
  readonly reviewOn: CalendarDay | null
}

/** How many months a policy stands before it is reviewed, where nobody says otherwise. */
export const monthsToReview = 12
/** A review day further off than this is taken for a slip of the hand. */
export const mostMonthsToReview = 60

/** The day a policy is to be reviewed: the day that was set, or a year after it was published. None while it is missing. */
export function reviewDay({ publishedAt, reviewOn }: Registered): CalendarDay | undefined {
  return publishedAt ? (reviewOn ?? monthsAfter(dayAt(publishedAt), monthsToReview)) : undefined
}

/** Where a policy stands: missing, in force, due for review within a month, or overdue from the day after. */
export function registerStanding(of: Registered, now: Date): RegisterStanding {
  const day = reviewDay(of)
  return day ? reviewState(day, now) : 'missing'
}

export const standingWords = {
  missing: { words: 'Missing', colour: 'red' },
  overdue: { words: 'Review overdue', colour: 'red' },
  due: { words: 'Review due', colour: 'orange' },
  'in force': { words: 'In force', colour: 'green' },
} as const satisfies Record<RegisterStanding, { words: string; colour: string }>

/** What is to be done next about a policy in the register. */
export type NextStep = 'add' | 'publish' | 'name-owner' | 'review' | 'nothing'

export function whatNext(of: { onShelf: boolean; owned: boolean; standing: RegisterStanding }): NextStep {
  if (!of.onShelf) return 'add'
  if (of.standing === 'missing') return 'publish'
  if (!of.owned) return 'name-owner'
  return of.standing === 'in force' ? 'nothing' : 'review'
}

import type { Role } from '../records/index.ts'

/** What a reviewer may find, with what it says and what comes of it. */
export const findings = {
  'good-practice': {
    name: 'Good practice',
    hint: 'Nothing needs to change. The worker is told; say what was good if you like.',
  },
  'word-needed': {
    name: 'A word is needed',
    hint: 'Something could be done better. The worker reads what you write, and you speak with them.',
  },
  concern: {
    name: 'A concern',
    hint: 'A child may be at risk, or conduct must be looked into. The designated person is told at once; the worker is not.',
  },
} as const
export type FindingKind = keyof typeof findings
export const findingKinds = Object.keys(findings) as readonly FindingKind[]

/** The share that is drawn until an organisation sets its own, in per cent; and those to choose from. */
export const usualPercent = 5
export const percentsToChoose = [5, 10, 20, 50, 100] as const
export type Percent = (typeof percentsToChoose)[number]

export const longestWords = 2000

/** Who may be given a review, and sees the list of their own. */
export const mayReview: readonly Role[] = [
  'manager',
  'senior-manager',
  'designated-person',
  'deputy-designated-person',
]
/** Who sees every draw as it stands, and sets the share. */
export const mayOversee: readonly Role[] = ['senior-manager', 'designated-person']
/** Who may read any conversation, and so may review one of anybody's. In this order they are asked. */
export const mayReadAll: readonly Role[] = ['designated-person', 'deputy-designated-person']

import type { Role } from '../records/index.ts'

/** What a person is in a conversation. */
export const parts = {
  worker: 'Worker',
  'second-adult': 'Second adult',
  parent: 'Parent or carer',
  child: 'Child',
} as const
export type Part = keyof typeof parts

export const isAdult = (part: Part): boolean => part !== 'child'
export const isStaff = (part: Part): boolean => part === 'worker' || part === 'second-adult'

/** Why what somebody wrote could not be stored as a message, and was kept for those who answer for it. */
export type WhyKept = 'work-ended' | 'not-agreed' | 'no-second-adult'

/** Who may open a conversation. */
export const mayOpen: readonly Role[] = [
  'worker',
  'volunteer',
  'manager',
  'senior-manager',
  'designated-person',
  'deputy-designated-person',
]

/** Who may read conversations they are not in, each reading on the record: a manager those of the people they answer for. */
export const maySupervise: readonly Role[] = [
  'manager',
  'senior-manager',
  'designated-person',
  'deputy-designated-person',
]
export const maySuperviseAll: readonly Role[] = ['designated-person', 'deputy-designated-person']

/** Who may have the words of a message erased where the law requires it. */
export const mayErase: readonly Role[] = ['designated-person']

/** Longest message, in characters. The database holds the same. */
export const longestMessage = 4000

/** About as much as surely fits into one text beside who writes it. src/texts counts exactly, and cuts what is longer. */
export const textHolds = 800

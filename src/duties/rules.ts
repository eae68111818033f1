import { days } from '../kit/clock.ts'

/** One kind of thing that is owed. */
export interface DutyRule {
  /** What the person reads in their list. */
  readonly title: string
  /** Milliseconds from opening until it is due. */
  readonly within: number
  /** Milliseconds after it is due until their manager is told. */
  readonly escalateAfter: number
  /** Where it is done; `id` is what the duty is about. */
  readonly href: (id: string) => string
  /** When the person leaves: passes to whoever takes their duties over, or ends, because it was theirs alone. */
  readonly onLeaving: 'passes' | 'ends'
}

/** Every kind of duty, and nothing else is a duty. */
export const dutyRules = {
  'sign-policy': {
    title: 'Read and sign the policy',
    within: days(7),
    escalateAfter: days(3),
    href: id => `/policies/${id}/sign`,
    onLeaving: 'ends',
  },
  'second-adult': {
    title: 'You are the second adult in a conversation. Read it',
    within: days(1),
    escalateAfter: days(1),
    href: id => `/conversations/${id}`,
    // Whoever takes the place in the conversation is told by a duty of their own.
    onLeaving: 'ends',
  },
  'take-over': {
    title: 'Take over what a leaver was doing',
    within: days(2),
    escalateAfter: days(2),
    href: id => `/people/${id}/taken-over`,
    onLeaving: 'passes',
  },
} as const satisfies Record<string, DutyRule>

export type DutyKind = keyof typeof dutyRules

import type { Step, StepTaken, Waiting } from './queries.ts'

/** Whoever may let a message go: a manager of the writer's line, or a designated person or deputy. Never its writer. */
export type Standing = 'writer' | 'manager'

/** Longest word with which a message is sent back, or reason for which it goes. The database holds the same. */
export const longestWord = 500

/** The fewest words that are a reason, and the fewest characters. */
export const saysWhy = (text: string | undefined): boolean =>
  text !== undefined && text.length >= 10 && text.split(/\s+/).length >= 3

interface StepRule {
  readonly who: Standing
  /** The words of its button. */
  readonly words: string
  /** What the page that one goes on to begins with. */
  readonly told: string
  /** The message waits no more. */
  readonly ends: boolean
}

/** What people may do with a message that waits. What Lanyard does itself is not here. */
export const stepRules = {
  asked: {
    who: 'writer',
    words: 'Ask for it to go now',
    told: 'They have been asked. You see here what comes of it.',
    ends: false,
  },
  withdrawn: {
    who: 'writer',
    words: 'Withdraw it',
    told: 'It is withdrawn. The family never saw it.',
    ends: true,
  },
  'let-go': { who: 'manager', words: 'Let it go', told: 'You have let it go.', ends: false },
  'sent-back': {
    who: 'manager',
    words: 'Send it back',
    told: 'It is sent back, with your words. The family never saw it.',
    ends: true,
  },
} as const satisfies Partial<Record<Step, StepRule>>

export type StepToTake = keyof typeof stepRules

const ends: readonly Step[] = ['sent-back', 'withdrawn', 'sent', 'not-sent']

/** How its waiting ended, or undefined while it waits. */
export const endOf = ({ steps }: Pick<Waiting, 'steps'>): StepTaken | undefined =>
  steps.find(({ step }) => ends.includes(step))

/** When somebody has said that it may go: the earliest. */
export function letGoAt({ steps }: Pick<Waiting, 'steps'>): Date | undefined {
  const times = steps.flatMap(({ goes_at }) => (goes_at ? [new Date(goes_at).getTime()] : []))
  return times.length > 0 ? new Date(Math.min(...times)) : undefined
}

/** Why a message could not go when its time had come, by the refusal's name: what its writer reads. */
export const notSentWords: Readonly<Record<string, string>> = {
  'no-second-adult': 'A child is in the conversation, and the second responsible adult has left it.',
  'work-ended': 'You no longer work with this child or family.',
  ended: 'The conversation has ended.',
  'not-agreed': 'Nobody agrees any more to contact with the child in this way.',
  'personal-detail': 'It gives a personal detail that is not the organisation’s.',
  'own-rule': 'A rule of our own does not allow it.',
  'not-here': 'Whoever wrote it is no longer in the conversation.',
}
export const notSentOtherwise = 'Something in the conversation has changed since you wrote it.'

import { days, minutes } from '../kit/clock.ts'
import type { DutyRule } from './rule.ts'

/** What is owed because something is kept, or could not be erased. */
export const keepingRules = {
  'review-hold': {
    title: 'Look whether a hold on erasing must stay',
    within: days(14),
    steps: [
      { after: -days(13), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(7), tell: 'senior-manager' },
    ],
    href: id => `/holds/${id}`,
    // The next day's look finds who may lift it: src/retention/owe-holds.ts.
    onLeaving: 'ends',
  },
  'erasing-failed': {
    title: 'Something could not be erased in the night. See what',
    within: days(3),
    steps: [
      { after: minutes(1) - days(3), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(4), tell: 'senior-manager' },
    ],
    href: () => '/keeping',
    // A night in which it fails again asks every administrator who is here.
    onLeaving: 'ends',
  },
} as const satisfies Record<string, DutyRule>

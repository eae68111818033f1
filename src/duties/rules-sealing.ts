import { days, minutes } from '../kit/clock.ts'
import type { DutyRule } from './rule.ts'

/** What is owed so that what is sealed can be read, and is not lost with somebody’s passphrase. */
export const sealingRules = {
  'make-sealing-key': {
    title: 'Make your key to what is sealed for you',
    within: days(3),
    steps: [
      { after: minutes(1) - days(3), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(4), tell: 'senior-manager' },
    ],
    href: () => '/sealing/make',
    // Whoever has the role next is found by the next day's look: src/sealing/owe-keys.ts.
    onLeaving: 'ends',
  },
} as const satisfies Record<string, DutyRule>

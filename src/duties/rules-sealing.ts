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
  'help-recover': {
    title: 'You are asked as a keyholder. See what for',
    within: days(2),
    steps: [
      { after: minutes(1) - days(2), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(2), tell: 'person' },
    ],
    href: id => `/sealing/recoveries/${id}`,
    // The other keyholders are asked too, and whoever asked sees how it stands.
    onLeaving: 'ends',
  },
  'see-recovery': {
    title: 'Two keyholders have done something together. See what',
    within: days(3),
    steps: [
      { after: minutes(1) - days(3), tell: 'person' },
      { after: 0, tell: 'person' },
    ],
    href: id => `/sealing/recoveries/${id}`,
    onLeaving: 'ends',
  },
  'name-keyholders': {
    title: 'Name who could give back what a lost key opened',
    within: days(7),
    steps: [
      { after: minutes(1) - days(7), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(7), tell: 'senior-manager' },
    ],
    href: () => '/sealing/keyholders',
    // The next day's look asks whoever has the role then: src/sealing/recovery/owe-naming.ts.
    onLeaving: 'ends',
  },
} as const satisfies Record<string, DutyRule>

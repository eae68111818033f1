import { days, minutes } from '../kit/clock.ts'
import type { DutyRule } from './rule.ts'

/** What is owed because of telephone calls and texts: a part of the table of every kind (rules.ts). */
export const byPhone = {
  'read-call': {
    title: 'You are the second adult of a telephone call. Read what was written down',
    within: days(1),
    steps: [
      { after: minutes(1) - days(1), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(1), tell: 'manager' },
      { after: days(3), tell: 'senior-manager' },
    ],
    href: id => `/calls/${id}`,
    onLeaving: 'asked-anew',
  },
  'own-phone': {
    title: 'Somebody called a family on their own phone. Read why, and answer',
    within: days(3),
    steps: [
      { after: minutes(1) - days(3), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(2), tell: 'senior-manager' },
    ],
    href: id => `/calls/${id}`,
    onLeaving: 'asked-anew',
  },
  'look-at-call': {
    title: 'Look at a telephone call that was marked for you',
    within: days(2),
    steps: [
      { after: minutes(1) - days(2), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(3), tell: 'manager' },
    ],
    href: id => `/calls/${id}`,
    onLeaving: 'asked-anew',
  },
  'log-call': {
    title: 'You opened a number for a call. Write the call down',
    within: days(1),
    steps: [
      { after: 0, tell: 'person' },
      { after: days(2), tell: 'manager' },
    ],
    href: id => `/calls/opened/${id}`,
    // Nobody else can say what was said.
    onLeaving: 'ends',
  },
  'texts-ended': {
    title: 'Somebody asked for no more texts. See how they are reached now',
    within: days(2),
    steps: [
      { after: 0, tell: 'person' },
      { after: days(3), tell: 'manager' },
    ],
    href: id => `/texts/wishes/${id}`,
    // Whoever takes over sees in the conversation what was said, and beside each message whether it arrives.
    onLeaving: 'ends',
  },
  'texts-refused': {
    title: 'Texts are refused by GOV.UK Notify. See why, and put it right',
    within: days(1),
    steps: [
      { after: minutes(1) - days(1), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(1), tell: 'senior-manager' },
    ],
    href: () => '/texts',
    atOnce: true,
    // The next refusal opens it for whoever is an administrator then.
    onLeaving: 'ends',
  },
} as const satisfies Record<string, DutyRule>

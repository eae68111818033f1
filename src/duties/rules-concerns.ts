import { days, hours, minutes } from '../kit/clock.ts'
import type { DutyRule, Step } from './rule.ts'

/** A letter at once, an hour before it is due, when it is due, and a day after: to whoever owes it alone. */
const owedAlone = (within: number): readonly Step[] => [
  { after: minutes(1) - within, tell: 'person' },
  { after: -hours(1), tell: 'person' },
  { after: 0, tell: 'person' },
  { after: days(1), tell: 'person' },
]

/**
 * What is owed in a vault, because of a concern. Whoever owes it is told, and nobody above them: who comes next when it is late
 * is for src/concerns to say, which knows whom it is about. A title says nothing of what it is.
 */
export const concernRules = {
  'look-at-concern': {
    title: 'Somebody told of a concern. Look at it',
    within: hours(4),
    steps: [
      { after: minutes(1) - hours(4), tell: 'person' },
      { after: -hours(1), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: hours(4), tell: 'person' },
    ],
    href: id => `/concerns/${id}`,
    atOnce: true,
    onLeaving: 'ends',
  },
  'read-concern': {
    title: 'You were let in to a concern. Read it',
    within: hours(4),
    steps: owedAlone(hours(4)),
    href: id => `/concerns/${id}`,
    atOnce: true,
    onLeaving: 'ends',
  },
  'answer-reporter': {
    title: 'Tell whoever told of a concern that it was read',
    within: days(1),
    steps: owedAlone(days(1)),
    href: id => `/concerns/${id}/answer`,
    onLeaving: 'ends',
  },
  'tell-lado': {
    title: 'A concern: tell the officer outside, or keep why not',
    within: days(1),
    steps: owedAlone(days(1)),
    href: id => `/concerns/${id}/decide`,
    atOnce: true,
    onLeaving: 'ends',
  },
  'review-concern': {
    title: 'Look at a concern again',
    within: days(14),
    steps: [
      { after: -days(2), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(2), tell: 'person' },
    ],
    href: id => `/concerns/${id}/review`,
    onLeaving: 'ends',
  },
  'do-concern-action': {
    title: 'Do what you were given to do about a concern',
    within: days(2),
    steps: [
      { after: -days(1), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(1), tell: 'person' },
    ],
    href: id => `/concerns/actions/${id}`,
    onLeaving: 'ends',
  },
  'see-broken-glass': {
    title: 'Somebody let themself in to a concern that you read. See why',
    within: hours(4),
    steps: owedAlone(hours(4)),
    href: id => `/concerns/${id}`,
    atOnce: true,
    onLeaving: 'ends',
  },
  'see-refused-document': {
    title: 'Something handed in about a concern was turned away. See why',
    within: days(1),
    steps: owedAlone(days(1)),
    href: id => `/concerns/${id}/documents`,
    onLeaving: 'ends',
  },
  'confirm-closing': {
    title: 'Somebody asks you to close a concern, or to keep it open',
    within: days(3),
    steps: owedAlone(days(3)),
    href: id => `/concerns/${id}/close`,
    onLeaving: 'ends',
  },
  'answer-file': {
    title: 'Somebody sent you a file. Accept it, or say why not',
    within: days(2),
    steps: owedAlone(days(2)),
    href: id => `/concerns/files/${id}`,
    atOnce: true,
    onLeaving: 'ends',
  },
  'see-file-answered': {
    title: 'A file that you sent was answered. See how',
    within: days(2),
    steps: owedAlone(days(2)),
    href: id => `/concerns/exports/${id}`,
    onLeaving: 'ends',
  },
  'look-if-kept-long-enough': {
    title: 'Look whether something has been kept long enough',
    within: days(28),
    steps: [
      { after: -days(7), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(14), tell: 'person' },
    ],
    href: id => `/concerns/${id}/keeping`,
    onLeaving: 'ends',
  },
  'confirm-erasing': {
    title: 'Somebody asks you to look at something before it is erased',
    within: days(14),
    steps: [
      { after: minutes(1) - days(14), tell: 'person' },
      { after: -days(3), tell: 'person' },
      { after: 0, tell: 'person' },
    ],
    href: id => `/concerns/${id}/erase`,
    onLeaving: 'ends',
  },
  'try-the-chain': {
    title: 'Try again whether letters about concerns reach you',
    within: days(7),
    steps: [
      { after: minutes(1) - days(7), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(7), tell: 'person' },
    ],
    href: () => '/concerns/chain',
    onLeaving: 'ends',
  },
} as const satisfies Record<string, DutyRule>

import { days, hours, minutes } from '../kit/clock.ts'
import type { DutyRule } from './rule.ts'

/** What is owed because somebody told, declared, was worried or wrote to many. */
export const toldRules = {
  'answer-approach': {
    title: 'Answer somebody who told of an approach',
    within: days(3),
    steps: [
      { after: minutes(1) - days(3), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(2), tell: 'manager' },
      { after: days(7), tell: 'senior-manager' },
    ],
    href: id => `/approaches/${id}`,
    // Whoever hears its teller next is found by the next day's look: a leaver's taker may not be one who may read it.
    onLeaving: 'ends',
  },
  'read-answer': {
    title: 'Read the answer to what you told',
    within: days(7),
    steps: [
      { after: minutes(1) - days(7), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(14), tell: 'manager' },
    ],
    href: id => `/approaches/${id}`,
    onLeaving: 'ends',
  },
  'read-worry': {
    title: 'Somebody is worried about a message. Read it',
    within: hours(4),
    steps: [
      // By mail as soon as the duties are next followed up. Never through a manager: it may be about one of theirs, or them.
      { after: minutes(1) - hours(4), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: hours(20), tell: 'person' },
      { after: days(3), tell: 'person' },
    ],
    href: id => `/worries/${id}`,
    atOnce: true,
    // Everybody who may read worries owes one that is nobody’s: src/messages/worried/answer-worry.ts.
    onLeaving: 'ends',
  },
  'read-notice': {
    title: 'You are the second adult of a notice to young people. Read it',
    within: days(1),
    steps: [
      { after: minutes(1) - days(1), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(2), tell: 'manager' },
    ],
    href: id => `/notices/${id}`,
    onLeaving: 'ends',
  },
  'decide-link': {
    title: 'Decide on a personal link',
    within: days(7),
    steps: [
      { after: minutes(1) - days(7), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(3), tell: 'manager' },
      { after: days(10), tell: 'senior-manager' },
    ],
    href: id => `/personal-links/${id}`,
    // As for an approach.
    onLeaving: 'ends',
  },
  'review-link': {
    title: 'Look at a personal link again',
    within: days(14),
    steps: [
      { after: -days(13), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(7), tell: 'manager' },
      { after: days(21), tell: 'senior-manager' },
    ],
    href: id => `/personal-links/${id}`,
    onLeaving: 'ends',
  },
  'read-link': {
    title: 'Read what was decided on your personal link',
    within: days(7),
    steps: [
      { after: minutes(1) - days(7), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(7), tell: 'manager' },
    ],
    href: id => `/personal-links/${id}`,
    onLeaving: 'ends',
  },
} as const satisfies Record<string, DutyRule>

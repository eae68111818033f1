import { days, hours, later, minutes } from '../kit/clock.ts'
import type { DutyRule, Told } from './rule.ts'
import { byPhone } from './rules-by-phone.ts'
import { concernRules } from './rules-concerns.ts'
import { dangerRules } from './rules-danger.ts'
import { keepingRules } from './rules-keeping.ts'
import { sealingRules } from './rules-sealing.ts'
import { toldRules } from './rules-told.ts'

export type { DutyRule, Step, Told } from './rule.ts'

/** Every kind of duty, and nothing else is a duty. */
export const dutyRules = {
  'sign-policy': {
    title: 'Read and sign the policy',
    within: days(7),
    steps: [
      { after: -days(2), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(3), tell: 'manager' },
      { after: days(10), tell: 'senior-manager' },
    ],
    href: id => `/policies/${id}/sign`,
    onLeaving: 'ends',
  },
  'second-adult': {
    title: 'You are the second adult in a conversation. Read it',
    within: days(1),
    steps: [
      // By mail as soon as the duties are next followed up: a child may have written.
      { after: minutes(1) - days(1), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(1), tell: 'manager' },
      { after: days(3), tell: 'senior-manager' },
    ],
    href: id => `/conversations/${id}`,
    atOnce: true,
    // Whoever takes the place in the conversation is told by a duty of their own.
    onLeaving: 'ends',
  },
  'release-message': {
    title: 'A message waits for you: let it go, or send it back',
    within: hours(4),
    steps: [
      { after: minutes(1) - hours(4), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: hours(20), tell: 'manager' },
    ],
    href: id => `/conversations/waiting/${id}`,
    atOnce: true,
    // Whoever answers for its writer then is asked; a designated person sees all that waits.
    onLeaving: 'asked-anew',
  },
  'message-not-sent': {
    title: 'A message was not sent. See why',
    within: days(1),
    steps: [
      { after: minutes(1) - days(1), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(2), tell: 'manager' },
    ],
    href: id => `/conversations/waiting/${id}`,
    atOnce: true,
    onLeaving: 'ends',
  },
  'look-at-message': {
    title: 'Look at a message that was marked for you',
    within: days(2),
    steps: [
      { after: minutes(1) - days(2), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(3), tell: 'manager' },
    ],
    href: id => `/conversations/marked/${id}`,
    onLeaving: 'asked-anew',
  },
  'find-second-adult': {
    title: 'A conversation with a child has paused. Put another adult in',
    within: days(1),
    steps: [
      // By mail as soon as the duties are next followed up: until then nobody can write to the child.
      { after: minutes(1) - days(1), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(1), tell: 'manager' },
      { after: days(2), tell: 'senior-manager' },
    ],
    href: id => `/conversations/${id}/second-adult`,
    atOnce: true,
    // The next look at what has paused asks somebody who is here: src/messages/pauses.ts.
    onLeaving: 'ends',
  },
  'kept-words': {
    title: 'Somebody wrote where it could not go. Read it',
    within: days(1),
    steps: [
      // By mail as soon as the duties are next followed up: a child may have written.
      { after: minutes(1) - days(1), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(1), tell: 'manager' },
      { after: days(2), tell: 'senior-manager' },
    ],
    href: id => `/conversations/kept/${id}`,
    atOnce: true,
    onLeaving: 'asked-anew',
  },
  'renew-agreement': {
    title: 'An agreement to contact ends soon. Ask again',
    within: days(21),
    steps: [
      { after: -days(14), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(3), tell: 'manager' },
    ],
    href: id => `/agreements/${id}`,
    // Whoever works with the child then is asked by the next day's look.
    onLeaving: 'ends',
  },
  'take-over': {
    title: 'Take over what a leaver was doing',
    within: days(2),
    steps: [
      { after: 0, tell: 'person' },
      { after: days(2), tell: 'manager' },
      { after: days(5), tell: 'senior-manager' },
    ],
    href: id => `/people/${id}/taken-over`,
    onLeaving: 'passes',
  },
  'check-notes': {
    title: 'Check the notes on the guidance that are due',
    within: days(28),
    steps: [
      { after: -days(7), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(14), tell: 'senior-manager' },
    ],
    href: () => '/guidance/notes',
    // The next designated person is given it by the next day's look.
    onLeaving: 'ends',
  },
  'confirm-paper': {
    title: 'Confirm who signed a policy on paper',
    within: days(3),
    steps: [
      { after: minutes(1) - days(3), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(4), tell: 'manager' },
      { after: days(11), tell: 'senior-manager' },
    ],
    href: id => `/policies/paper/${id}`,
    // Those who see every sheet of the agency can confirm it; a leaver's taker may not be one who can.
    onLeaving: 'ends',
  },
  'review-policy': {
    title: 'Review the policy you own',
    within: days(28),
    steps: [
      { after: -days(14), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(7), tell: 'manager' },
      { after: days(21), tell: 'senior-manager' },
    ],
    href: id => `/policies/${id}/review`,
    // Whoever is given the policy is given the duty with it: src/policies/register/holding.ts.
    onLeaving: 'ends',
  },
  'replace-poster': {
    title: 'Replace a poster that is out of date',
    within: days(7),
    steps: [
      // By mail as soon as the duties are next followed up: what hangs says something that no longer holds.
      { after: minutes(1) - days(7), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(7), tell: 'manager' },
      { after: days(21), tell: 'senior-manager' },
    ],
    href: id => `/posters/printings/${id}`,
    // Whoever takes the poster over is given the duty with it: src/posters/holding.ts.
    onLeaving: 'ends',
  },
  induction: {
    title: 'Do your induction',
    within: days(28),
    steps: [
      { after: -days(7), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(7), tell: 'manager' },
      { after: days(28), tell: 'senior-manager' },
    ],
    href: () => '/induction',
    onLeaving: 'ends',
  },
  'approve-policy': {
    title: 'Approve a policy, or send it back',
    within: days(7),
    steps: [
      { after: minutes(1) - days(7), tell: 'person' },
      { after: -days(1), tell: 'person' },
      { after: days(3), tell: 'manager' },
      { after: days(10), tell: 'senior-manager' },
    ],
    href: id => `/policies/${id}/draft/approve`,
    // It is asked of another: whoever takes over may not be one who can approve.
    onLeaving: 'ends',
  },
  'review-exception': {
    title: 'Review a decision that ends soon',
    within: days(28),
    steps: [
      { after: -days(14), tell: 'person' },
      { after: -days(2), tell: 'person' },
      { after: days(3), tell: 'senior-manager' },
    ],
    href: id => `/rules/decisions/${id}`,
    // Whoever is given the decision is given the duty with it: src/own-rules/holding.ts.
    onLeaving: 'ends',
  },
  'review-conversation': {
    title: 'Review a conversation that was drawn',
    within: days(7),
    steps: [
      { after: minutes(1) - days(7), tell: 'person' },
      { after: -days(1), tell: 'person' },
      { after: days(1), tell: 'manager' },
      { after: days(7), tell: 'senior-manager' },
    ],
    href: id => `/conversations/reviews/${id}`,
    // Whoever is given the review is given the duty with it: src/reviews/holding.ts.
    onLeaving: 'ends',
  },
  'hear-review': {
    title: 'Read what was said of a conversation of yours',
    within: days(7),
    steps: [
      { after: minutes(1) - days(7), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(3), tell: 'manager' },
    ],
    href: id => `/conversations/reviews/said/${id}`,
    onLeaving: 'ends',
  },
  'take-up-review': {
    title: 'Take up a concern that a review found',
    within: days(1),
    steps: [
      { after: minutes(1) - days(1), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(1), tell: 'senior-manager' },
    ],
    href: id => `/conversations/reviews/${id}`,
    atOnce: true,
    onLeaving: 'asked-anew',
  },
  'held-arrival': {
    title: 'Something came that waits for you: look who it is from',
    within: days(1),
    steps: [
      // By mail as soon as the duties are next followed up: it may be a child’s words.
      { after: minutes(1) - days(1), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(1), tell: 'manager' },
      { after: days(3), tell: 'senior-manager' },
    ],
    href: id => `/arrivals/${id}`,
    atOnce: true,
    onLeaving: 'asked-anew',
  },
  'not-delivered': {
    title: 'A message may not have arrived',
    within: days(1),
    steps: [
      { after: minutes(1) - days(1), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: days(2), tell: 'manager' },
      { after: days(5), tell: 'senior-manager' },
    ],
    href: id => `/deliveries/${id}`,
    onLeaving: 'asked-anew',
  },
  ...dangerRules,
  ...concernRules,
  ...byPhone,
  ...toldRules,
  ...keepingRules,
  ...sealingRules,
} as const satisfies Record<string, DutyRule>

export type DutyKind = keyof typeof dutyRules

/** When a duty's next step falls, looking from `after` (not including it). Null when there is none. */
export function nextStep(kind: DutyKind, dueAt: Date, after: Date): Date | null {
  const at = dutyRules[kind].steps.map(step => later(dueAt, step.after)).find(time => time > after)
  return at ?? null
}

/** Who is to be told about a duty whose next step was to fall at `from`, now that it is `now`. */
export function toTell(kind: DutyKind, dueAt: Date, from: Date, now: Date): ReadonlySet<Told> {
  const due = dutyRules[kind].steps.filter(step => {
    const at = later(dueAt, step.after)
    return at >= from && at <= now
  })
  return new Set(due.map(step => step.tell))
}

/** Milliseconds after it is due from which those who answer for a person see a duty as theirs to chase. */
export const chasedAfter = (kind: DutyKind): number =>
  Math.min(...dutyRules[kind].steps.filter(step => step.tell !== 'person').map(step => step.after))

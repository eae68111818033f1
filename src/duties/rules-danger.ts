import { hours, minutes } from '../kit/clock.ts'
import type { DutyRule } from './rule.ts'

/** By letter at once (src/messages/marks); then again, until one of those who owe it has said what they did. */
const danger = (href: DutyRule['href']) =>
  ({
    title: 'Somebody may be in danger. Look at it now',
    within: minutes(30),
    steps: [
      { after: -minutes(15), tell: 'person' },
      { after: 0, tell: 'person' },
      { after: hours(1), tell: 'senior-manager' },
    ],
    href,
    atOnce: true,
    onLeaving: 'asked-anew',
  }) as const satisfies DutyRule

/** What is owed at once because of what somebody of a family said: in a message, in words that could not go, in what is held. */
export const dangerRules = {
  danger: danger(id => `/conversations/marked/${id}`),
  'danger-kept': danger(id => `/conversations/kept/${id}`),
  'danger-held': danger(id => `/arrivals/${id}/danger`),
} as const satisfies Record<string, DutyRule>

import { hours, minutes } from '../kit/clock.ts'
import type { DutyRule } from './rule.ts'

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
} as const satisfies Record<string, DutyRule>

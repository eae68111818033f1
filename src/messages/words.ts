import type { Refused } from '../kit/proof.ts'
import type { Finding } from '../screening/index.ts'

/** What a person reads when a message cannot go: what it is about, the rule, and what to do instead. */
export const whyNot = {
  'personal-detail': ({ facts: [first, ...others] }: Refused<'personal-detail', Finding[]>): string =>
    first
      ? `You cannot send this yet: it gives ${first.gives}. ${first.instead}.${others.length > 0 ? ` There are ${others.length} more like it.` : ''} The guidance says so: ${first.cites.join(', ')}.`
      : 'You cannot send this yet.',
  'no-second-adult': (): string =>
    'You cannot send this yet: a child is in this conversation and a second responsible adult is not. Ask your manager to join it.',
}

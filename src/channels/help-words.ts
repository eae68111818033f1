import { inWords } from '../kit/clock.ts'
import { nextWithin, type OrganisationFacts } from '../people/index.ts'
import type { HelpWhy } from './tables.ts'

/**
 * What goes back to somebody who wrote of danger, or outside the hours: the numbers that the page shows (messages/turn-to.tsx).
 * Others may read that phone or mailbox: it names nobody, and says nothing of what was written.
 */
export function helpWords(
  why: HelpWhy,
  {
    facts,
    kind,
    now,
  }: { readonly facts: OrganisationFacts; readonly kind: 'child' | 'parent'; readonly now: Date },
): string {
  const later =
    why === 'hours'
      ? `Nobody may read this before ${inWords(nextWithin(facts.hours, now))}. If it cannot wait:`
      : 'If it cannot wait, you can talk to somebody now:'
  const lines = [
    'In danger now: call 999.',
    kind === 'child'
      ? 'Childline, at any time, free: 0800 1111.'
      : 'Worried about a child, the NSPCC: 0808 800 5000.',
    facts.phone && `${facts.name}: ${facts.phone}.`,
    facts.outOfHours && `${facts.name} in the evening, at night and at weekends: ${facts.outOfHours}.`,
  ].filter(Boolean)
  return `${facts.name}: thank you, your message has come. ${later}\n${lines.join('\n')}\nA machine sent this at once. People read what you wrote.`
}

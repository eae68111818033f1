import type { About, Facts } from './facts.ts'
import { type Hearer, hears, keptOut, nextToLead, type OurRole, type Part } from './rules-inside.ts'

/** Somebody of our own who hears, and what they do. */
export interface Hears {
  readonly role: Hearer
  readonly part: Part
}

/**
 * Whether nobody of this role may be let into a concern about `subject`. It speaks of roles alone: that the very person
 * named, and whoever answers to them, is kept out too is for whoever chooses persons.
 */
export const isKeptOut = (role: OurRole, subject: About): boolean => keptOut[subject].includes(role)

const strongest: readonly Part[] = ['leads', 'stands-in', 'told']

/**
 * Which of our own roles receive a concern, whoever leads first. Never one that anybody it is about keeps out. `without`
 * names roles that the organisation has nobody in. Empty only where everyone who might hear is kept out or is not there:
 * then whoever is worried goes to the LADO themself, as `route` says.
 */
export function whoHears({ about }: Pick<Facts, 'about'>, without: readonly Hearer[] = []): readonly Hears[] {
  const free = nextToLead.filter(
    role => !without.includes(role) && !about.some(subject => isKeptOut(role, subject)),
  )
  const heard = free.flatMap(role => {
    const part = strongest.find(one => about.some(subject => hears[subject][role] === one))
    return part ? [{ role, part }] : []
  })
  if (heard.some(({ part }) => part === 'leads'))
    return heard.toSorted((one, other) => strongest.indexOf(one.part) - strongest.indexOf(other.part))
  const leader = heard[0]?.role ?? free[0]
  if (!leader) return []
  return [{ role: leader, part: 'leads' }, ...heard.filter(({ role }) => role !== leader)]
}

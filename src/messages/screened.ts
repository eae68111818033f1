import { ownDetails } from '../people/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { allowedBy, type Finding, nothingAllowed, type Speaker } from '../screening/index.ts'
import { type Tuning, tuned, tuningInForce } from '../tuning/index.ts'
import type { Part } from './rules.ts'

/** Who somebody is to the screening, by their part in a conversation. */
export const speakerOf = (part: Part): Speaker => (part === 'child' || part === 'parent' ? part : 'worker')

/**
 * What stops a member of the staff from saying this to a family: the personal details it gives. `said` is what they said
 * just before, oldest first: a number can be given in several goes. What the agency itself may give only ever takes
 * findings away: it is not asked for where nothing was found.
 */
export async function stoppedBy(
  reader: Reader<PersonActor>,
  text: string,
  said: readonly string[] = [],
  tuning?: Tuning,
): Promise<Finding[]> {
  const about = { speaker: 'worker', before: said } as const
  const tuning_ = tuning ?? (await tuningInForce(reader))
  if (tuned(text, { ...about, allowed: nothingAllowed }, tuning_).length === 0) return []
  const findings = tuned(text, { ...about, allowed: allowedBy(await ownDetails(reader)) }, tuning_)
  return findings.filter(({ comes }) => comes === 'stopped')
}

import { ownDetails } from '../people/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { allowedBy, type Finding, isStopped, nothingAllowed, screen } from '../screening/index.ts'

/**
 * What stops a member of the staff from saying this to a family: the personal details it gives. `said` is what they said
 * just before, oldest first: a number can be given in several goes. What the agency itself may give only ever takes
 * findings away: it is not asked for where nothing was found.
 */
export async function stoppedBy(
  reader: Reader<PersonActor>,
  text: string,
  said: readonly string[] = [],
): Promise<Finding[]> {
  const about = { speaker: 'worker', before: said } as const
  if (screen(text, { ...about, allowed: nothingAllowed }).length === 0) return []
  const findings = screen(text, { ...about, allowed: allowedBy(await ownDetails(reader)) })
  return findings.filter(found => isStopped(found, about.speaker))
}

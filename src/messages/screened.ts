import { ownDetails } from '../people/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { allowedBy, type Finding, hasDigits, isStopped, nothingAllowed, screen } from '../screening/index.ts'

/** What somebody said just before, oldest first. */
type Said = () => Promise<readonly string[]>

/**
 * What stops a member of the staff from saying this to a family: the personal details it gives. What the agency itself
 * may give only ever takes findings away: it is not asked for where nothing was found. What they said just before is asked
 * for where there are digits: a number can be given in two goes.
 */
export async function stoppedBy(
  reader: Reader<PersonActor>,
  text: string,
  said: Said = async () => [],
): Promise<Finding[]> {
  const about = { speaker: 'worker', before: hasDigits(text) ? await said() : [] } as const
  if (screen(text, { ...about, allowed: nothingAllowed }).length === 0) return []
  const findings = screen(text, { ...about, allowed: allowedBy(await ownDetails(reader)) })
  return findings.filter(found => isStopped(found, about.speaker))
}

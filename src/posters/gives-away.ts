import { ownDetails } from '../people/index.ts'
import type { Reader } from '../records/index.ts'
import { allowedBy, isStopped, screen } from '../screening/index.ts'
import type { PosterHere } from './access.ts'
import { contents } from './content/index.ts'
import { hasPoints, type Wording } from './wording.ts'

/**
 * What a wording gives away that is not the organisation's own to give: a telephone number, an address, an account. A
 * poster is read by children, and is screened as a message to them is; Lanyard's own words need not be.
 */
export async function givesAway(
  reader: Reader,
  { poster, facts }: Pick<PosterHere, 'poster' | 'facts'>,
  { title, groups }: Wording,
): Promise<string | undefined> {
  const known = new Set(
    contents[poster](facts).groups.flatMap(group =>
      hasPoints(group) ? group.points.map(({ says }) => says) : [],
    ),
  )
  const own = [title ?? '', ...Object.values(groups).flat()].filter(line => !known.has(line)).join('\n')
  const allowed = allowedBy(await ownDetails(reader))
  return screen(own, { speaker: 'worker', allowed }).find(found => isStopped(found, 'worker'))?.gives
}

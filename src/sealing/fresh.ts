import { later } from '../kit/clock.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { ownKey } from './access.ts'
import { freshFor } from './rules.ts'
import { unlockedFor } from './sitting.ts'
import { identitiesOf, type Unlocked } from './unlocked.ts'

/** One’s own key; and that it was unlocked a short while ago: enough to change what unlocks it. */
export async function freshlyUnlocked(reader: Reader<PersonActor>) {
  const [keeping, unlocked] = await Promise.all([ownKey(reader), unlockedFor(reader)])
  const fresh = unlocked && later(unlocked.since, freshFor) > reader.now ? unlocked : undefined
  return { keeping, fresh }
}

/** The secret half that is in force. For what locks it in another way, and nothing else. */
export const newestOf = (unlocked: Unlocked): string => identitiesOf(unlocked)[0] ?? ''

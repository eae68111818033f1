import { agenciesHere, type Ground, system, write } from '../records/index.ts'
import { oweKeys } from './owe-keys.ts'
import { oweNaming } from './recovery/owe-naming.ts'
import { tidyRecoveries } from './recovery/tidy.ts'

/** For every agency in turn, once a day: who has no key yet, who holds the recovery key, and what was asked and left lying. */
export const sealingJobs = (ground: Ground) => ({
  'look-at-keys': async () => {
    for (const id of await agenciesHere(ground.pool))
      for (const look of [oweKeys, oweNaming, tidyRecoveries]) await write(ground, system(id), look)
  },
})

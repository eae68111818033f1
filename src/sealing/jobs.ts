import { agenciesHere, type Ground, system, write } from '../records/index.ts'
import { oweKeys } from './owe-keys.ts'

/** For every agency in turn, once a day: who has no key yet. */
export const sealingJobs = (ground: Ground) => ({
  'look-at-keys': async () => {
    for (const id of await agenciesHere(ground.pool)) await write(ground, system(id), oweKeys)
  },
})

import { agenciesHere, type Ground, system, write } from '../records/index.ts'
import { lookAtPauses } from './pauses.ts'

/** For every agency in turn: conversations that pause because somebody is away from today, or go on because they are back. */
export const messageJobs = (ground: Ground) => ({
  'look-at-pauses': async () => {
    for (const id of await agenciesHere(ground.pool)) await write(ground, system(id), lookAtPauses)
  },
})

import { agenciesHere, type Ground, system, write } from '../../records/index.ts'
import { lookAfterFiles } from '../files/look-after.ts'
import { cover } from '../handover/cover.ts'
import { oweKept } from '../keeping/owe.ts'
import { lookAfter } from './look-after.ts'

/** For every agency in turn: what waits in its vault, and whose it is. */
export const concernJobs = (ground: Ground) => ({
  'look-at-concerns': async () => {
    for (const id of await agenciesHere(ground.pool)) {
      await write(ground, system(id), lookAfter)
      await write(ground, system(id), lookAfterFiles)
      await write(ground, system(id), cover)
    }
  },
  'owe-kept-concerns': async () => {
    for (const id of await agenciesHere(ground.pool)) await write(ground, system(id), oweKept)
  },
})

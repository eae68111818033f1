import { agenciesHere, type Ground, system, write } from '../records/index.ts'
import { lookAtLinks } from './links/look-at-links.ts'
import { oweAnswers } from './look-again.ts'

/** For every agency in turn, once a day: what is nobody's to answer any more. */
export const approachJobs = (ground: Ground) => ({
  'look-at-approaches': async () => {
    for (const id of await agenciesHere(ground.pool)) {
      await write(ground, system(id), oweAnswers)
      await write(ground, system(id), lookAtLinks)
    }
  },
})

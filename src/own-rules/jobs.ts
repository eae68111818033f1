import { agenciesHere, type Ground, system, write } from '../records/index.ts'
import { oweDecisions } from './owe-reviews.ts'

/** For every agency in turn, once a day: decisions that end soon. */
export const ownRulesJobs = (ground: Ground) => ({
  'owe-decisions': async () => {
    for (const id of await agenciesHere(ground.pool)) await write(ground, system(id), oweDecisions)
  },
})

import { agenciesHere, type Ground, system, write } from '../records/index.ts'
import { drawReviews } from './draw-reviews.ts'

/** The reviews of the last week are drawn in every agency; whoever looks again in that week draws nothing. */
export const reviewJobs = (ground: Ground) => ({
  'draw-reviews': async () => {
    for (const id of await agenciesHere(ground.pool)) await write(ground, system(id), drawReviews)
  },
})

import { agenciesHere, type Ground, system, write } from '../records/index.ts'
import { publishOnTheDay } from './approving/publish-approved.ts'

/** For every agency in turn: what was approved for today or before comes into force. */
export const draftingJobs = (ground: Ground) => ({
  'publish-approved': async () => {
    for (const id of await agenciesHere(ground.pool)) await write(ground, system(id), publishOnTheDay)
  },
})

import { agenciesHere, type Ground, system, write } from '../records/index.ts'
import { oweSignatures } from './owe-signatures.ts'
import { oweReviews } from './register/owe-reviews.ts'

/** For every agency in turn: signatures that are owed every ten minutes, reviews once a day. */
export const policiesJobs = (ground: Ground) => {
  const agencies = () => agenciesHere(ground.pool)
  return {
    'owe-signatures': async () => {
      for (const id of await agencies()) await write(ground, system(id), oweSignatures)
    },
    'owe-reviews': async () => {
      for (const id of await agencies()) await write(ground, system(id), oweReviews)
    },
  }
}

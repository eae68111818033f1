import { type AgencyId, agenciesHere, type Ground, system, write } from '../records/index.ts'
import { lookAtPrintings } from './look-at-printings.ts'

/**
 * What hangs is looked at once a day in every agency, for what changes by the calendar or with a new Lanyard; and in one
 * agency as soon as its names, its look or its policy have changed there.
 */
export const posterJobs = (ground: Ground) => ({
  'look-at-posters': async () => {
    for (const id of await agenciesHere(ground.pool)) await write(ground, system(id), lookAtPrintings)
  },
  'look-at-posters-of': async ({ agencyId }: { readonly agencyId: AgencyId }) => {
    await write(ground, system(agencyId), lookAtPrintings)
  },
})

import { agenciesHere, type Ground, system, write } from '../records/index.ts'
import { nightAt } from './due.ts'
import { eraseNight } from './erase-night.ts'
import type { Kept } from './kept.ts'
import { oweHolds } from './owe-holds.ts'

/** For every agency in turn, each night: what is due is erased. Each morning: holds that are to be looked at. */
export const retentionJobs = (ground: Ground, all: readonly Kept[]) => ({
  'erase-what-is-due': async () => {
    for (const id of await agenciesHere(ground.pool)) await eraseNight(ground, id, all)
  },
  'owe-holds': async () => {
    for (const id of await agenciesHere(ground.pool)) await write(ground, system(id), oweHolds)
  },
})

/** When they run: by the same table as the page that foretells a night. */
export const retentionTimes = [
  `${nightAt.minute} ${nightAt.hour} * * * erase-what-is-due`,
  '35 5 * * * owe-holds',
]

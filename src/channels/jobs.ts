import { later } from '../kit/clock.ts'
import { type Ground, read, system } from '../records/index.ts'
import type { Channels } from './channel.ts'
import { deliver } from './deliver.ts'
import { helpJob } from './help.ts'
import { agenciesWithClaims, selectOldClaims } from './queries.ts'
import { claimGoodFor } from './rules.ts'
import { settleOld } from './settle.ts'
import type { AboutDelivery } from './try-at.ts'

/** Messages on their way out; and, once a minute, the claims that nobody settled because whoever made them is gone. */
export const channelJobs = (ground: Ground, channels: Channels) => ({
  ...Object.fromEntries(channels.flatMap(({ jobs = {} }) => Object.entries(jobs))),
  'deliver-message': (about: AboutDelivery) => deliver(ground, channels, about),
  'answer-with-help': helpJob(ground, channels),
  'look-at-deliveries': async () => {
    const before = later(ground.clock(), -claimGoodFor)
    for (const agencyId of await agenciesWithClaims(ground.pool, before)) {
      const old = await read(ground, system(agencyId), ({ db }) => selectOldClaims(db, agencyId, before))
      for (const one of old) await settleOld(ground, channels, one)
    }
  },
})

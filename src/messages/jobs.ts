import { type AgencyId, agenciesHere, type Ground, read, system, write } from '../records/index.ts'
import { lookAtPauses } from './pauses.ts'
import { selectDue, type WaitingId } from './waiting/queries.ts'
import { releaseMessage } from './waiting/release.ts'
import { oweWorries } from './worried/index.ts'

const batch = 100

/**
 * What waits goes when its time has come: each by a job of its own, at its minute; and every minute whatever is due, so
 * that a process that was killed in the middle of one keeps nothing back. And for every agency in turn: conversations that
 * pause because somebody is away from today, or go on because they are back.
 */
export const messageJobs = (ground: Ground) => ({
  'release-message': async (about: { readonly agencyId: AgencyId; readonly waiting: WaitingId }) => {
    await write(ground, system(about.agencyId), writer => releaseMessage(writer, about.waiting))
  },
  'release-messages': async () => {
    for (const id of await agenciesHere(ground.pool)) {
      const due = await read(ground, system(id), ({ db, now, actor }) =>
        selectDue(db, actor.agencyId, now, batch),
      )
      for (const waiting of due) await write(ground, system(id), writer => releaseMessage(writer, waiting))
    }
  },
  'look-at-pauses': async () => {
    for (const id of await agenciesHere(ground.pool)) await write(ground, system(id), lookAtPauses)
  },
  /** Worries that wait too long, or that are nobody's any more. */
  'look-at-worries': async () => {
    for (const id of await agenciesHere(ground.pool)) await write(ground, system(id), oweWorries)
  },
})

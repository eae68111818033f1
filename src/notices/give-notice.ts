import { Already } from '../kit/proof.ts'
import { notifyFamily } from '../people/index.ts'
import {
  type AgencyId,
  type Ground,
  type Recorded,
  record,
  type SystemActor,
  system,
  type Writer,
  write,
} from '../records/index.ts'
import { takeToGive } from './copies.ts'
import { batch } from './rules.ts'
import type { NoticeId } from './tables.ts'

/**
 * Gives some of those it is for their copy: that it was given and the letter that says so stand or fall together, so that
 * whoever was given theirs is not given it again, in whatever process and after whatever crash. Says how many.
 */
export async function giveSome(
  writer: Writer<SystemActor>,
  notice: NoticeId,
): Promise<Recorded<number> | Already<number>> {
  const { db, actor, now } = writer
  const given = await takeToGive(db, actor.agencyId, notice, { at: now, limit: batch })
  if (given.length === 0) return new Already(0)
  for (const person of given) await notifyFamily(writer, person)
  return record(
    writer,
    {
      event: 'notice.given',
      about: [{ kind: 'notice', id: notice }],
      cites: [],
      content: { notice, to: given },
    },
    { value: given.length },
  )
}

/** A notice is given in batches, each a transaction of its own, until everybody has theirs. */
export const noticeJobs = (ground: Ground) => ({
  'give-notice': async (about: { readonly agencyId: AgencyId; readonly noticeId: NoticeId }) => {
    for (;;) {
      const given = await write(ground, system(about.agencyId), writer => giveSome(writer, about.noticeId))
      if (given === 0) return
    }
  },
})

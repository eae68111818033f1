import { dayAt } from '../guidance/index.ts'
import { enqueue, enqueueAll } from '../kit/jobs/index.ts'
import { Already } from '../kit/proof.ts'
import { isWithin, nextWithin, organisationFacts } from '../people/index.ts'
import {
  type AgencyId,
  type Ground,
  type Recorded,
  record,
  type SystemActor,
  system,
  type Writer,
  withoutEntry,
  write,
} from '../records/index.ts'
import { takeToGive } from './copies.ts'
import { type Letters, noticeLetter } from './letters.ts'
import { batch } from './rules.ts'
import type { NoticeId } from './tables.ts'

/**
 * Gives some of those it is for their copy: that it was given and the letter or text that says so stand or fall together, so
 * that whoever was given theirs is not given it again, in whatever process and after whatever crash. Says how many it saw to.
 */
export async function giveSome(
  writer: Writer<SystemActor>,
  notice: NoticeId,
): Promise<Recorded<number> | Already<number>> {
  const { db, actor, now } = writer
  const taken = await takeToGive(db, actor.agencyId, notice, { at: now, day: dayAt(now), limit: batch })
  if (taken.length === 0) return new Already(0)
  const to = taken.filter(one => one.why_not === null).map(one => one.person_id)
  await enqueueAll(
    db,
    'notice-letter',
    to.map(personId => ({
      payload: { agencyId: actor.agencyId, noticeId: notice, personId },
      key: `notice-letter:${notice}:${personId}`,
      runAt: null,
    })),
  )
  const not = taken
    .filter(one => one.why_not !== null)
    .map(one => ({ person: one.person_id, why: one.why_not }))
  return record(
    writer,
    {
      event: 'notice.given',
      about: [{ kind: 'notice', id: notice }],
      cites: [],
      content: { notice, to, not },
    },
    { value: taken.length },
  )
}

export interface AboutGiving {
  readonly agencyId: AgencyId
  readonly noticeId: NoticeId
  /** Set for whoever writes at any hour. */
  readonly anyHour?: string
}

/** Has a notice given: now, or once the hours of contact begin. */
export const giveFrom = (db: Writer['db'], about: AboutGiving, runAt?: Date): Promise<void> =>
  enqueue(db, {
    task: 'give-notice',
    payload: { ...about },
    key: `give-notice:${about.noticeId}`,
    ...(runAt ? { runAt } : {}),
  })

/**
 * A notice is given in batches, each a transaction of its own, until everybody has theirs. Where the hours of contact have ended
 * meanwhile, or were changed, the rest waits until they begin.
 */
export const noticeJobs = (ground: Ground, letters: Letters) => ({
  'give-notice': async (about: AboutGiving) => {
    for (;;) {
      if (!about.anyHour && (await waitsForHours(ground, about))) return
      const given = await write(ground, system(about.agencyId), writer => giveSome(writer, about.noticeId))
      if (given === 0) return
    }
  },
  'notice-letter': noticeLetter(ground, letters),
})

const waitsForHours = (ground: Ground, about: AboutGiving): Promise<boolean> =>
  withoutEntry(ground, system(about.agencyId), async writer => {
    const { hours } = await organisationFacts(writer)
    if (isWithin(hours, writer.now)) return false
    await giveFrom(writer.db, about, nextWithin(hours, writer.now))
    return true
  })

import { later } from '../kit/clock.ts'
import { enqueueAll } from '../kit/jobs/index.ts'
import { type Permitted, type Refused, refuse } from '../kit/proof.ts'
import { type PersonActor, type Recorded, record, type Writer } from '../records/index.ts'
import { unclaimUnsure } from './letter-queries.ts'
import type { NoticeRow } from './queries.ts'
import { letterTakes } from './rules.ts'

/** Whoever wrote a notice has those told once more of whom nobody knows whether they were told: they may be told twice. */
export async function tellAgain(
  writer: Writer<PersonActor>,
  { id, written_by }: Permitted<'see', NoticeRow>,
): Promise<Recorded<undefined> | Refused<'nobody'>> {
  const { db, actor, now } = writer
  if (written_by !== actor.personId) return refuse('nobody')
  const { agencyId } = actor
  const people = await unclaimUnsure(db, { agencyId, noticeId: id }, later(now, -letterTakes))
  if (people.length === 0) return refuse('nobody')
  await enqueueAll(
    db,
    'notice-letter',
    people.map(personId => ({
      payload: { agencyId, noticeId: id, personId },
      key: `notice-letter:${id}:${personId}`,
      runAt: null,
    })),
  )
  return record(writer, {
    event: 'notice.told-again',
    about: [{ kind: 'notice', id }],
    cites: [],
    content: { notice: id, people },
  })
}

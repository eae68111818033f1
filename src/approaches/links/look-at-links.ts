import { type DutyKind, openDuties, whoOwes } from '../../duties/index.ts'
import type { CalendarDay } from '../../guidance/index.ts'
import { Already } from '../../kit/proof.ts'
import {
  newEntryId,
  type PersonId,
  type Recorded,
  record,
  type SystemActor,
  type Writer,
} from '../../records/index.ts'
import { whoHears } from '../who-hears.ts'
import { endOne } from './end-link.ts'
import { type LinkRow, selectOpenLinks } from './queries.ts'
import { isToReview } from './standing.ts'

/** The end of a day, near enough for a duty: 11pm in winter, midnight in summer, by the clocks of London. */
const endOfDay = (day: CalendarDay): Date => new Date(`${day}T23:00:00Z`)

interface Owing {
  readonly link: LinkRow
  readonly kind: DutyKind
  readonly persons: readonly PersonId[]
  readonly due: Date | undefined
}

/**
 * The day's look: what a leaver declared ends; what nobody has decided on, and what is to be reviewed soon, is owed by
 * whoever hears its declarer today. Says how many changed.
 */
export async function lookAtLinks(writer: Writer<SystemActor>): Promise<Recorded<number> | Already<number>> {
  const { db, actor } = writer
  const open = await selectOpenLinks(db, actor.agencyId)
  const left = open.filter(({ declarer_left }) => declarer_left)
  for (const link of left) await endOne(writer, link, { ended_by: null, because: 'left' })
  const owing: Owing[] = []
  for (const link of open.filter(one => !one.declarer_left)) {
    const one = await owedNow(writer, link)
    if (one) owing.push(one)
  }
  if (left.length + owing.length === 0) return new Already(0)
  const entry = newEntryId(writer)
  const done = await record(
    writer,
    {
      event: 'personal-links.looked-at',
      about: [{ kind: 'agency', id: actor.agencyId }],
      cites: ['SN-DONT-2'],
      content: {
        ended: left.map(({ id }) => id),
        owed: owing.map(({ link, kind, persons }) => ({ link: link.id, kind, persons })),
      },
    },
    { id: entry, value: left.length + owing.length },
  )
  for (const { link, kind, persons, due } of owing)
    await openDuties(writer, kind, persons, { kind: 'personal-link', id: link.id }, entry, due)
  return done
}

/** What is owed about it and is nobody's yet. */
async function owedNow(writer: Writer<SystemActor>, link: LinkRow): Promise<Owing | undefined> {
  const kind = link.decision === null ? 'decide-link' : 'review-link'
  if (link.decision !== null && !isToReview(link, writer.now)) return undefined
  if ((await whoOwes(writer, kind, link.id)).length > 0) return undefined
  const persons = await whoHears(writer, link.declared_by)
  return persons.length > 0
    ? { link, kind, persons, due: link.review_on ? endOfDay(link.review_on) : undefined }
    : undefined
}

import { type CalendarDay, dayAt } from '../../guidance/index.ts'
import { later } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import type { Above } from '../above.ts'
import type { PersonHere } from '../access.ts'
import { awayEvidence } from '../evidence.ts'
import { type AwayTable, endAwayRow, insertAway, selectAways } from './queries.ts'

export interface AwayDays {
  readonly from: CalendarDay
  /** The last day; undefined while nobody knows it. */
  readonly last?: CalendarDay | undefined
}

/** Illness may be entered once somebody is back at a desk; leave is planned a year ahead. */
const [daysBack, daysAhead] = [31, 400]

type AwayRefusal = Refused<'backwards'> | Refused<'too-far'> | Refused<'entered-already', AwayTable>

/**
 * Says from when until when somebody is away; why is not asked. Conversations with a child that have too few adults without
 * them pause while it lasts, and a duty opens for a manager who is here.
 */
export async function goAway(
  writer: Writer<PersonActor>,
  { person }: Permitted<'enter-away', PersonHere>,
  days: AwayDays,
  { presenceChanged }: Above,
): Promise<Recorded<PersonId> | AwayRefusal> {
  const { db, actor, now } = writer
  if (days.last && days.last < days.from) return refuse('backwards')
  const oldest = dayAt(later(now, -daysBack * 86_400_000))
  const newest = dayAt(later(now, daysAhead * 86_400_000))
  if (days.from < oldest || days.from > newest || (days.last ?? days.from) > newest) return refuse('too-far')
  const standing = await selectAways(db, { agencyId: actor.agencyId, personId: person.id, day: days.from })
  const same = standing.find(one => one.from_day <= (days.last ?? newest))
  if (same) return refuse('entered-already', same)
  const row: AwayTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    person_id: person.id,
    from_day: days.from,
    last_day: days.last ?? null,
    set_by: actor.personId,
    set_at: now,
    ended_at: null,
    entry_id: newEntryId(writer),
  }
  await insertAway(db, row)
  const done = await recordAway(writer, 'away.entered', row)
  await presenceChanged(writer, person.id)
  return done.with(person.id)
}

/** They are back, or it was a mistake: it holds no longer, and what was paused because of it goes on. */
export async function comeBack(
  writer: Writer<PersonActor>,
  away: Permitted<'end-away', AwayTable>,
  { presenceChanged }: Above,
): Promise<Recorded<PersonId>> {
  const ended: AwayTable = { ...away, ended_at: writer.now, entry_id: newEntryId(writer) }
  await endAwayRow(writer.db, ended)
  const done = await recordAway(writer, 'away.ended', ended)
  await presenceChanged(writer, away.person_id)
  return done.with(away.person_id)
}

const recordAway = (writer: Writer, event: 'away.entered' | 'away.ended', row: AwayTable) =>
  record(
    writer,
    {
      event,
      about: [
        { kind: 'away', id: row.id },
        { kind: 'person', id: row.person_id },
      ],
      cites: [],
      content: contentOf(awayEvidence, row),
    },
    { id: row.entry_id },
  )

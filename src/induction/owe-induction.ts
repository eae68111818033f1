import { openDuties, whoOwes } from '../duties/index.ts'
import type { CalendarDay } from '../guidance/index.ts'
import { days, later } from '../kit/clock.ts'
import { Already } from '../kit/proof.ts'
import { staff } from '../people/index.ts'
import { whoHasSigned } from '../policies/index.ts'
import {
  agenciesHere,
  type Ground,
  newEntryId,
  type PersonId,
  type Recorded,
  record,
  type SystemActor,
  system,
  type Writer,
  write,
} from '../records/index.ts'
import { selectStandings } from './queries.ts'
import { isDue } from './rules.ts'

/** The last moment of a day: what is due on a day is late from the next one. */
const endOf = (day: CalendarDay): Date => later(new Date(`${day}T00:00:00Z`), days(1) - 1)

/**
 * Opens the duty to walk the induction for everybody here who has signed the acceptable use policy and has not passed it, or
 * whose pass runs out within four weeks, unless they owe it already. Says for how many. Who is new has the kind's own time;
 * who is to renew it, until the day it runs out. It closes when they pass (pass-induction.ts), and ends with their leaving.
 */
export async function oweInduction(writer: Writer<SystemActor>): Promise<Recorded<number> | Already<number>> {
  const { db, actor, now } = writer
  const [everybody, signed, owing, rows] = await Promise.all([
    staff(writer),
    whoHasSigned(writer),
    whoOwes(writer, 'induction', actor.agencyId),
    selectStandings(db, actor.agencyId),
  ])
  const owed = new Set(owing)
  const valid = new Map(rows.map(row => [row.person_id, row.valid_until ?? undefined]))
  const opening = everybody
    .map(({ id }) => id)
    .filter(id => signed.has(id) && !owed.has(id) && isDue(valid.get(id), now))
  if (opening.length === 0) return new Already(0)
  const entryId = newEntryId(writer)
  const done = await record(
    writer,
    {
      event: 'induction.owed',
      about: [{ kind: 'agency', id: actor.agencyId }],
      cites: ['SN-INPLACE-3', 'LEG-0'],
      content: { persons: opening },
    },
    { id: entryId, value: opening.length },
  )
  const about = { kind: 'agency', id: actor.agencyId }
  const byDay = new Map<CalendarDay | undefined, PersonId[]>()
  for (const id of opening) byDay.set(valid.get(id), [...(byDay.get(valid.get(id)) ?? []), id])
  for (const [day, persons] of byDay)
    await openDuties(writer, 'induction', persons, about, entryId, ...(day ? [endOf(day)] : []))
  return done
}

/** For every agency in turn, once a day; and for one agency when somebody there has signed for the first time. */
export const inductionJobs = (ground: Ground) => ({
  'owe-induction': async (about?: { readonly agencyId?: SystemActor['agencyId'] }) => {
    const agencies = about?.agencyId ? [about.agencyId] : await agenciesHere(ground.pool)
    for (const id of agencies) await write(ground, system(id), oweInduction)
  },
})

import { openDuties, whoOwes } from '../duties/index.ts'
import { dayAt } from '../guidance/index.ts'
import { days, later } from '../kit/clock.ts'
import { Already } from '../kit/proof.ts'
import { withRole } from '../people/index.ts'
import {
  newEntryId,
  type PersonId,
  type Recorded,
  record,
  type SystemActor,
  type Writer,
} from '../records/index.ts'
import { type HoldRow, selectHolds } from './queries.ts'
import { restsOn } from './rules.ts'

/** So many days before a hold is to be looked at, it is owed. */
const owedDays = 14

/**
 * Opens the duty to look at each hold whose day is near: for whoever put it there, while they may lift it; else for the
 * designated persons, and else for the senior managers. Never for whoever it is on. Says how many.
 */
export async function oweHolds(writer: Writer<SystemActor>): Promise<Recorded<number> | Already<number>> {
  const { db, actor, now } = writer
  const [designated, seniors] = [
    await withRole(writer, 'designated-person'),
    await withRole(writer, 'senior-manager'),
  ]
  const opening: { hold: HoldRow; persons: readonly PersonId[] }[] = []
  for (const hold of await selectHolds(db, { agencyId: actor.agencyId, reader: null })) {
    if (hold.lifted_at || hold.looked_at_on > dayAt(later(now, days(owedDays)))) continue
    if ((await whoOwes(writer, 'review-hold', hold.id)).length > 0) continue
    const persons = whoLooks(hold, designated, seniors)
    if (persons.length > 0) opening.push({ hold, persons })
  }
  if (opening.length === 0) return new Already(0)
  const entry = newEntryId(writer)
  const done = await record(
    writer,
    {
      event: 'holds.owed',
      about: [{ kind: 'agency', id: actor.agencyId }],
      cites: restsOn,
      content: { holds: opening.map(({ hold, persons }) => ({ hold: hold.id, persons })) },
    },
    { id: entry, value: opening.length },
  )
  for (const { hold, persons } of opening)
    await openDuties(
      writer,
      'review-hold',
      persons,
      { kind: 'erasing-hold', id: hold.id },
      entry,
      new Date(`${hold.looked_at_on}T23:00:00Z`),
    )
  return done
}

function whoLooks(
  hold: HoldRow,
  designated: readonly PersonId[],
  seniors: readonly PersonId[],
): readonly PersonId[] {
  const may = [[hold.placed_by].filter(id => [...designated, ...seniors].includes(id)), designated, seniors]
  return may.map(some => some.filter(id => id !== hold.person_id)).find(some => some.length > 0) ?? []
}

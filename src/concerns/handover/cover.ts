import { openDutiesOf, tellAtOnce } from '../../duties/index.ts'
import { enqueue } from '../../kit/jobs/index.ts'
import { Already } from '../../kit/proof.ts'
import { whoIsAway, withRole } from '../../people/index.ts'
import {
  type EntryId,
  inVault,
  newEntryId,
  type PersonId,
  type Recorded,
  record,
  type SystemActor,
  type Writer,
} from '../../records/index.ts'
import { comesToRead } from '../casework/look-after.ts'
import { type Looked, selectLooked } from '../casework/queries.ts'
import { isPassing, pass } from './pass.ts'
import { deleteCover, insertCover, selectCovers } from './queries.ts'

/** Who stands in: the deputy before anybody else. */
const standIns = ['deputy-designated-person', 'designated-person', 'senior-manager'] as const

/** Who is away today, and who is here who could stand in, in that order. */
interface Today {
  readonly away: ReadonlySet<PersonId>
  readonly here: readonly PersonId[]
}

/** Somebody has gone away or is back: looked at as soon as this commits, whether or not there is any concern. */
export const presenceOfReaders = ({ db }: Writer): Promise<void> =>
  enqueue(db, { task: 'look-at-concerns', payload: {}, key: 'look-at-concerns-at-once' })

/**
 * What somebody owes because of a concern is owed by another while they are away: one who reads it, the deputy first; and where
 * nobody who reads it is here, the next whose key opens it comes to read it. It goes back to them when they return. Says how much
 * went, either way.
 */
export async function cover(writer: Writer<SystemActor>): Promise<Recorded<number> | Already<number>> {
  const away = new Set(await whoIsAway(writer))
  const here: PersonId[] = []
  for (const role of standIns)
    for (const id of await withRole(writer, role)) if (!away.has(id) && !here.includes(id)) here.push(id)
  const told = new Set<PersonId>()
  const done = await inVault(writer, async inside => {
    const entry = newEntryId(inside)
    const changes =
      (await giveBack(inside, away, entry)) + (await standIn(inside, { away, here }, { entry, told }))
    if (changes === 0) return new Already(0)
    return record(
      inside,
      {
        event: 'concerns.covered',
        about: [{ kind: 'agency', id: inside.actor.agencyId }],
        cites: ['REP-4'],
        content: { changes },
      },
      { id: entry, value: changes },
    )
  })
  tellAtOnce(writer, [...told])
  return done
}

/** What is still to be done of those who are back is theirs again. */
async function giveBack(inside: Writer, away: ReadonlySet<PersonId>, entry: EntryId): Promise<number> {
  const { db, actor } = inside
  let changes = 0
  for (const row of await selectCovers(db, actor.agencyId)) {
    if (away.has(row.away_id)) continue
    const duty = (await openDutiesOf(inside, row.by_id)).find(
      one => one.kind === row.kind && one.about_id === row.about_id,
    )
    // Whom it has turned out to be about meanwhile, or who reads it no longer, gets nothing back.
    const [concern] = await selectLooked(db, actor.agencyId, [row.about_id])
    const reads = concern?.readers.includes(row.away_id) && !concern.out.includes(row.away_id)
    if (duty && reads) await pass(inside, duty, { to: row.away_id, entry })
    await deleteCover(db, row)
    changes += 1
  }
  return changes
}

async function standIn(
  inside: Writer,
  { away, here }: Today,
  { entry, told }: { readonly entry: EntryId; readonly told: Set<PersonId> },
): Promise<number> {
  let changes = 0
  for (const person of away) {
    const owed = (await openDutiesOf(inside, person)).filter(one => isPassing(one.kind))
    const about = owed.map(one => one.about_id)
    for (const concern of await selectLooked(inside.db, inside.actor.agencyId, about)) {
      const to = await whoStandsIn(inside, concern, here)
      if (!to) continue
      const theirs = await openDutiesOf(inside, to)
      for (const duty of owed.filter(one => concern.things.includes(one.about_id))) {
        if (theirs.some(one => one.kind === duty.kind && one.about_id === duty.about_id)) continue
        await pass(inside, duty, { to, entry })
        const { agency_id, kind, about_id } = duty
        await insertCover(inside.db, { agency_id, kind, about_id, by_id: to, away_id: person })
        told.add(to)
        changes += 1
      }
    }
  }
  return changes
}

/** One who reads it and is here; or the next who may, who comes to read it now. */
async function whoStandsIn(
  inside: Writer,
  concern: Looked,
  here: readonly PersonId[],
): Promise<PersonId | undefined> {
  const reads = here.find(id => concern.readers.includes(id))
  if (reads) return reads
  const next = here.find(id => concern.within_reach.includes(id) && !concern.out.includes(id))
  if (next) await comesToRead(inside, concern, next)
  return next
}

import { closeDuties, openDuties, owedOf } from '../../duties/index.ts'
import { Already } from '../../kit/proof.ts'
import { withRole } from '../../people/index.ts'
import {
  inVault,
  newEntryId,
  type PersonId,
  type Recorded,
  record,
  type SystemActor,
  type Writer,
} from '../../records/index.ts'
import { mayRead } from '../routes.ts'
import type { ConcernId } from '../tables.ts'
import { type KeptConcern, monthsHere, selectAllKept, selectReadersOf } from './queries.ts'
import { holdStands } from './rules.ts'
import { isDue } from './standing.ts'

/**
 * Whoever reads a concern whose time is over owes a look whether it can go; what a hold keeps is looked at again once a year. Of
 * itself nothing is erased. Where nobody who reads it is here, whoever follows them comes to owe it (look-after.ts). Says how many
 * looks began or ended.
 */
export async function oweKept(writer: Writer<SystemActor>): Promise<Recorded<number> | Already<number>> {
  const here = new Set<PersonId>()
  for (const role of mayRead) for (const id of await withRole(writer, role)) here.add(id)
  const months = await monthsHere(writer)
  return inVault(writer, async inside => {
    const kept = await selectAllKept(inside.db, inside.actor.agencyId, months)
    const due = kept.filter(one => isDue(one, writer.now) && !standsStill(one, writer.now))
    const owed = new Set((await owedOf(inside, 'look-if-kept-long-enough')).map(one => one.aboutId))
    const fresh = due.filter(({ id }) => !owed.has(id))
    const ids = new Set<string>(due.map(({ id }) => id))
    const over = [...owed].filter(id => !ids.has(id))
    if (fresh.length + over.length === 0) return new Already(0)
    const entry = newEntryId(inside)
    await begin(inside, { ids: fresh.map(({ id }) => id), here, entry })
    for (const aboutId of over)
      await closeDuties(inside, { kind: 'look-if-kept-long-enough', aboutId }, entry)
    return record(
      inside,
      {
        event: 'concerns.kept-long-enough',
        about: [{ kind: 'agency', id: inside.actor.agencyId }],
        cites: ['REP-4'],
        content: { began: fresh.length, ended: over.length },
      },
      { id: entry, value: fresh.length + over.length },
    )
  })
}

/** A hold that somebody has looked at within a year; one on a person has days of its own, on which it is looked at. */
const standsStill = ({ held, held_at }: KeptConcern, now: Date): boolean =>
  held && (held_at === null || now.getTime() - held_at.getTime() < holdStands)

async function begin(
  inside: Writer,
  about: {
    readonly ids: readonly ConcernId[]
    readonly here: ReadonlySet<PersonId>
    readonly entry: ReturnType<typeof newEntryId>
  },
): Promise<void> {
  for (const { id, readers } of await selectReadersOf(inside.db, about.ids)) {
    const theirs = readers.filter(one => about.here.has(one))
    const owing = theirs.length > 0 ? theirs : readers.slice(0, 1)
    await openDuties(inside, 'look-if-kept-long-enough', owing, { kind: 'concern', id }, about.entry)
  }
}

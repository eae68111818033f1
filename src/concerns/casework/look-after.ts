import { closeDuties, openDuties, owedOf, tellAtOnce } from '../../duties/index.ts'
import { hours, later } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { Already } from '../../kit/proof.ts'
import { withRole } from '../../people/index.ts'
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
import type { ReaderTable } from '../tables.ts'
import { recordReader } from './let-in.ts'
import { insertReader, type Looked, selectLooked } from './queries.ts'
import { concernDuties } from './rules.ts'

/** Who comes next when nobody looks: after so long, everybody of these roles whom it is not about. */
const next = [
  { role: 'designated-person', after: hours(4) },
  { role: 'deputy-designated-person', after: hours(4) },
  { role: 'senior-manager', after: hours(8) },
] as const

const vaultDuties = [...concernDuties, 'do-concern-action'] as const
type Owed = {
  readonly kind: (typeof vaultDuties)[number]
  readonly aboutId: string
  readonly personId: PersonId
}

/**
 * Looks after the concerns of an agency, of itself: what nobody has looked at in time comes to whoever is next, whose key opens
 * it already; what somebody owes who is not here any more is owed by another who reads it, and where none is left, by whoever is
 * next. Nothing of it shows in the agency. Says how many came to read something.
 */
export async function lookAfter(writer: Writer<SystemActor>): Promise<Recorded<number> | Already<number>> {
  const order: PersonId[][] = []
  for (const { role } of next) order.push([...(await withRole(writer, role))])
  const here = new Set(order.flat())
  const told = new Set<PersonId>()
  const done = await inVault(writer, async inside => {
    const owed: Owed[] = []
    for (const kind of vaultDuties) for (const one of await owedOf(inside, kind)) owed.push({ kind, ...one })
    const looked = await selectLooked(inside.db, inside.actor.agencyId, [
      ...new Set(owed.map(one => one.aboutId)),
    ])
    const entry = newEntryId(inside)
    let changes = 0
    for (const concern of looked) {
      const come = whoComes(concern, { order, here, now: writer.now, owed })
      for (const id of come) {
        await comes(inside, concern, id)
        told.add(id)
      }
      const reading = [...concern.readers.filter(id => here.has(id)), ...come]
      const left = owed.filter(one => concern.things.includes(one.aboutId) && !here.has(one.personId))
      const to = reading[0]
      if (to) for (const one of left) await passOn(inside, one, to, entry)
      changes += come.length + (to ? left.length : 0)
    }
    if (changes === 0) return new Already(0)
    return record(
      inside,
      {
        event: 'concerns.looked-after',
        about: [{ kind: 'agency', id: inside.actor.agencyId }],
        cites: ['REP-4'],
        content: { changes },
      },
      { id: entry, value: told.size },
    )
  })
  tellAtOnce(writer, [...told])
  return done
}

/** Who comes to read it now: because it is late and nobody looked, or because nobody who reads it is here any more. */
function whoComes(
  { reported_at, opened, readers, within_reach, out, id }: Looked,
  about: {
    readonly order: readonly (readonly PersonId[])[]
    readonly here: ReadonlySet<PersonId>
    readonly now: Date
    readonly owed: readonly Owed[]
  },
): readonly PersonId[] {
  const { order, here, now, owed } = about
  const may = (one: PersonId) => within_reach.includes(one) && !readers.includes(one) && !out.includes(one)
  const waits = !opened && owed.some(one => one.kind === 'look-at-concern' && one.aboutId === id)
  const late = waits
    ? next.flatMap(({ after }, at) => (later(reported_at, after) <= now ? (order[at] ?? []).filter(may) : []))
    : []
  if (late.length > 0 || readers.some(one => here.has(one))) return [...new Set(late)]
  return order.map(people => people.filter(may)).find(people => people.length > 0) ?? []
}

/** They come to read it. Their key opens it: it was sealed to them from the first. */
export async function comesToRead(inside: Writer, concern: Looked, person: PersonId): Promise<EntryId> {
  const { db, actor, now } = inside
  const row: ReaderTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    concern_id: concern.id,
    person_id: person,
    why: 'late',
    let_in_by: null,
    since: now,
    key: null,
    entry_id: newEntryId(inside),
  }
  await insertReader(db, row)
  await recordReader(inside, row)
  return row.entry_id
}

async function comes(inside: Writer, concern: Looked, person: PersonId): Promise<void> {
  const entry = await comesToRead(inside, concern, person)
  const kind = concern.opened ? 'read-concern' : 'look-at-concern'
  const about = { kind: 'concern', id: concern.id }
  await openDuties(inside, kind, [person], about, entry, later(inside.now, hours(1)))
}

async function passOn(
  inside: Writer,
  { kind, aboutId, personId }: Owed,
  to: PersonId,
  entry: EntryId,
): Promise<void> {
  await closeDuties(inside, { kind, aboutId, person: personId }, entry)
  const about = { kind: kind === 'do-concern-action' ? 'concern-action' : 'concern', id: aboutId }
  await openDuties(inside, kind, [to], about, entry)
}

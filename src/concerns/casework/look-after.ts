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
import { fallingTo, type Order, type Owed as OwedOf } from './lateness.ts'
import { recordReader } from './let-in.ts'
import { insertReader, type Looked, selectLooked } from './queries.ts'
import { concernDuties } from './rules.ts'

const vaultDuties = [...concernDuties, 'do-concern-action'] as const
type Owed = OwedOf<(typeof vaultDuties)[number]>

/** So long has whoever something falls to because it is late: it is late already. */
const atLast = hours(1)

/**
 * Looks after the concerns of an agency, of itself: whatever is owed about one and is late is owed by whoever is next too, whose
 * key opens it already; what somebody owes who is not here any more is owed by another who reads it, and where none is left, by
 * whoever is next. Nothing of it shows in the agency. Says how many people something came to.
 */
export async function lookAfter(writer: Writer<SystemActor>): Promise<Recorded<number> | Already<number>> {
  const order: Order = {
    designated: await withRole(writer, 'designated-person'),
    deputy: await withRole(writer, 'deputy-designated-person'),
    leader: await withRole(writer, 'senior-manager'),
  }
  const told = new Set<PersonId>()
  const done = await inVault(writer, async inside => {
    const owed: Owed[] = []
    for (const kind of vaultDuties) for (const one of await owedOf(inside, kind)) owed.push({ kind, ...one })
    const looked = await selectLooked(inside.db, inside.actor.agencyId, [
      ...new Set(owed.map(one => one.aboutId)),
    ])
    const entry = newEntryId(inside)
    let changes = 0
    for (const concern of looked) changes += await lookAfterOne(inside, concern, { order, owed, told, entry })
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

/** What of one concern comes to others now; whoever it comes to is among those who are told. Says how much it was. */
async function lookAfterOne(
  inside: Writer,
  concern: Looked,
  about: {
    readonly order: Order
    readonly owed: readonly Owed[]
    readonly told: Set<PersonId>
    readonly entry: EntryId
  },
): Promise<number> {
  const { order, owed, told, entry } = about
  const here = new Set([...order.designated, ...order.deputy, ...order.leader])
  const falls = fallingTo(concern, { owed, order, now: inside.now })
  const reading = concern.readers.filter(id => here.has(id))
  const come = new Set(falls.map(({ person }) => person).filter(id => !concern.readers.includes(id)))
  for (const id of come) await comesToRead(inside, concern, id)
  for (const { kind, aboutId, person } of falls) {
    const thing = { kind: kindOf(kind), id: aboutId }
    await openDuties(inside, kind, [person], thing, entry, later(inside.now, atLast))
    told.add(person)
  }
  const followed = reading.length + come.size > 0 ? [] : await followThem(inside, concern, order)
  for (const id of followed) told.add(id)
  const left = owed.filter(one => concern.things.includes(one.aboutId) && !here.has(one.personId))
  const to = reading[0] ?? [...come][0] ?? followed[0]
  if (to) for (const one of left) await passOn(inside, one, to, entry)
  return falls.length + followed.length + (to ? left.length : 0)
}

/** Nobody who reads it is here any more: everybody of the next who may comes to read it. */
async function followThem(inside: Writer, concern: Looked, order: Order): Promise<readonly PersonId[]> {
  const may = (one: PersonId) => concern.within_reach.includes(one) && !concern.out.includes(one)
  const next = [order.designated, order.deputy, order.leader]
    .map(all => all.filter(may))
    .find(some => some[0])
  const kind = concern.opened ? 'read-concern' : 'look-at-concern'
  const thing = { kind: 'concern', id: concern.id }
  for (const id of next ?? []) {
    const entry = await comesToRead(inside, concern, id)
    await openDuties(inside, kind, [id], thing, entry, later(inside.now, atLast))
  }
  return next ?? []
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

const kindOf = (kind: Owed['kind']) => (kind === 'do-concern-action' ? 'concern-action' : 'concern')

/** Due when it was due: what was late is late. */
async function passOn(
  inside: Writer,
  { kind, aboutId, personId, dueAt }: Owed,
  to: PersonId,
  entry: EntryId,
): Promise<void> {
  await closeDuties(inside, { kind, aboutId, person: personId }, entry)
  await openDuties(inside, kind, [to], { kind: kindOf(kind), id: aboutId }, entry, dueAt)
}

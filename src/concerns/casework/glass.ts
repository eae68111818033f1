import { openDuties, tellAtOnce } from '../../duties/index.ts'
import type { Id } from '../../kit/ids.ts'
import { newId } from '../../kit/ids.ts'
import { Already, type Permitted } from '../../kit/proof.ts'
import {
  inVault,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Recorded,
  type Writer,
} from '../../records/index.ts'
import { concernHere } from '../access.ts'
import type { ReaderTable } from '../tables.ts'
import { readersOf } from './access.ts'
import { recordReader } from './let-in.ts'
import { insertReader, type Within } from './queries.ts'
import { writeAndStep } from './write-and-step.ts'

/**
 * Lets the acting person in where nobody who reads a concern can be reached: their key opens it already. Everybody who reads it
 * is told at once, and sees why.
 */
export async function breakGlass(
  writer: Writer<PersonActor>,
  within: Permitted<'break-glass', Within>,
  { words, key }: { readonly words: string; readonly key: Id<'draft'> },
): Promise<Recorded<unknown> | Already<unknown>> {
  await inVault(writer, inside => comeIn(inside, within))
  const concern = await concernHere(writer, within.id)
  if (!concern) throw new Error('whoever let themself in does not read it')
  const others = [...(await readersOf(writer, concern))].filter(id => id !== writer.actor.personId)
  const done = await inVault(writer, async inside => {
    const step = await writeAndStep(inside, concern, { kind: 'reason', words, key }, { step: 'glass-broken' })
    if (!(step instanceof Already))
      await openDuties(inside, 'see-broken-glass', others, { kind: 'concern', id: concern.id }, step.entryId)
    return step
  })
  tellAtOnce(writer, others)
  return done
}

function comeIn(inside: Writer<PersonActor>, within: Within): Promise<Recorded<PersonId>> {
  const { db, actor, now } = inside
  const row: ReaderTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    concern_id: within.id,
    person_id: actor.personId,
    why: 'broke-glass',
    let_in_by: actor.personId,
    since: now,
    key: null,
    entry_id: newEntryId(inside),
  }
  return insertReader(db, row).then(() => recordReader(inside, row))
}

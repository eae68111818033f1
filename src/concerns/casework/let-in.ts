import { openDuties, tellAtOnce } from '../../duties/index.ts'
import { newId } from '../../kit/ids.ts'
import type { Permitted } from '../../kit/proof.ts'
import { holdersOf } from '../../people/index.ts'
import {
  contentOf,
  inVault,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Reader,
  type Recorded,
  type Role,
  record,
  type Writer,
} from '../../records/index.ts'
import { type About, isKeptOut } from '../../routing/index.ts'
import { recipientsOf, sealFor } from '../../sealing/index.ts'
import { aboutAmong, aboutNow, postsHere } from '../about-of.ts'
import { readerEvidence } from '../evidence.ts'
import { mayRead } from '../routes.ts'
import type { ConcernTable, ReaderTable } from '../tables.ts'
import { readersOf } from './access.ts'
import { insertReader, selectSubjects } from './queries.ts'

/** A concern, and what opens it. */
export type Shared = Permitted<'share', { readonly row: ConcernTable; readonly identity: string }>

const isReadingRole = (role: Role): role is (typeof mayRead)[number] => mayRead.some(one => one === role)

/** Who may be let in to read a concern about these: has a key, reads it not yet, is not whom it is about and none too near. */
export async function whoMayBeLetIn(
  reader: Reader<PersonActor>,
  row: ConcernTable,
  known?: readonly About[],
): Promise<ReadonlyMap<PersonId, string>> {
  const subjects = await inVault(reader, ({ db, actor }) => selectSubjects(db, actor.agencyId, row.id))
  const about = known ?? aboutNow(row, subjects)
  const out = new Set<PersonId>()
  const may = new Set<PersonId>()
  const held = await holdersOf(reader, postsHere)
  for (const { id, role } of held) {
    if (!isReadingRole(role)) continue
    // What they are themselves keeps nobody out who was left out at first: they are let in once it is known not to be about them.
    const own: readonly About[] = row.left_out?.includes(id) ? aboutAmong(held, id) : []
    const tooNear = about.some(subject => !own.includes(subject) && isKeptOut(role, subject))
    ;(tooNear ? out : may).add(id)
  }
  const reading = await readersOf(reader, row)
  const not = new Set([...out, ...reading, ...row.subjects, ...subjects.map(one => one.person_id)])
  return recipientsOf(
    reader,
    [...may].filter(id => !not.has(id)),
  )
}

/** Lets somebody in: seals what opens the concern to them too, with the key of whoever lets them in. They are told at once. */
export async function letIn(
  writer: Writer<PersonActor>,
  { row: concern, identity }: Shared,
  {
    id,
    recipient,
    why,
  }: { readonly id: PersonId; readonly recipient: string; readonly why: ReaderTable['why'] },
): Promise<Recorded<PersonId>> {
  const key = await sealFor([recipient], new TextEncoder().encode(identity))
  const done = await inVault(writer, async inside => {
    const { db, actor, now } = inside
    const row: ReaderTable = {
      agency_id: actor.agencyId,
      id: newId(now.getTime()),
      concern_id: concern.id,
      person_id: id,
      why,
      let_in_by: actor.personId,
      since: now,
      key,
      entry_id: newEntryId(inside),
    }
    await insertReader(db, row)
    await openDuties(inside, 'read-concern', [id], { kind: 'concern', id: concern.id }, row.entry_id)
    return recordReader(inside, row)
  })
  tellAtOnce(writer, [id])
  return done
}

/** Says on the record who came to read a concern, and why. `inside` is in the vault. */
export const recordReader = (inside: Writer, row: ReaderTable): Promise<Recorded<PersonId>> =>
  record(
    inside,
    {
      event: 'concern.reader-let-in',
      about: [
        { kind: 'concern', id: row.concern_id },
        { kind: 'person', id: row.person_id },
      ],
      cites: ['REP-4'],
      content: contentOf(readerEvidence, row),
    },
    { id: row.entry_id, value: row.person_id },
  )

import { idFrom } from '../../kit/ids.ts'
import { type Permitted, permit } from '../../kit/proof.ts'
import { hasRole, staff } from '../../people/index.ts'
import { inVault, type PersonActor, type PersonId, type Reader } from '../../records/index.ts'
import { concernHere } from '../access.ts'
import { selectReaders } from '../queries.ts'
import { mayRead } from '../routes.ts'
import type { ActionTable, ConcernTable } from '../tables.ts'
import { selectAction, selectSubjects, selectWithin, type Within } from './queries.ts'

/** A concern, with the staff who read it now and are here; whom it is about is none of them. */
export interface WithReaders {
  readonly row: Permitted<'see', ConcernTable>
  readonly readers: readonly { readonly id: PersonId; readonly name: string }[]
}

export async function concernWithReaders(
  reader: Reader<PersonActor>,
  text: string,
): Promise<WithReaders | undefined> {
  const row = await concernHere(reader, text)
  if (!row) return undefined
  const here = await staff(reader)
  const reading = await readersOf(reader, row)
  return { row, readers: here.filter(({ id }) => reading.has(id)).map(({ id, name }) => ({ id, name })) }
}

/** Everybody who reads a concern now. */
export const readersOf = (reader: Reader<PersonActor>, row: ConcernTable): Promise<ReadonlySet<PersonId>> =>
  inVault(reader, inside => readersIn(inside, row))

/** The same, asked inside the vault. Whom it has turned out to be about is none of them. */
export async function readersIn(
  { db, actor }: Reader,
  { id, heard_by }: Pick<ConcernTable, 'id' | 'heard_by'>,
): Promise<ReadonlySet<PersonId>> {
  const later = await selectReaders(db, actor.agencyId, [id])
  const out = new Set((await selectSubjects(db, actor.agencyId, id)).map(one => one.person_id))
  return new Set([...heard_by, ...later.map(one => one.person_id)].filter(one => !out.has(one)))
}

/** Something that is to be done, for whoever reads its concern. */
export async function actionHere(
  reader: Reader<PersonActor>,
  text: string,
): Promise<{ readonly row: Permitted<'see', ConcernTable>; readonly action: ActionTable } | undefined> {
  const id = idFrom<'concern-action'>(text)
  if (!id) return undefined
  const action = await inVault(reader, ({ db, actor }) => selectAction(db, actor.agencyId, id))
  const row = action && (await concernHere(reader, action.concern_id))
  return action && row && { row, action }
}

/** The concerns that the acting person may let themself into, if nobody who reads them can be reached. */
export async function withinReach(reader: Reader<PersonActor>): Promise<readonly Within[]> {
  if (!(await hasRole(reader, ...mayRead))) return []
  return inVault(reader, ({ db }) => selectWithin(db))
}

export async function concernWithinReach(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'break-glass', Within> | undefined> {
  const found = (await withinReach(reader)).find(({ id }) => id === text)
  return found && permit('break-glass', found)
}

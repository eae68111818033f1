import { idFrom } from '../../kit/ids.ts'
import { type Permitted, permit } from '../../kit/proof.ts'
import { hasRole, person } from '../../people/index.ts'
import { inVault, type PersonActor, type PersonId, type Reader } from '../../records/index.ts'
import { mayRead } from '../routes.ts'
import type { ConcernId } from '../tables.ts'
import {
  type ConcernExportRow,
  selectConcernExport,
  selectConcernExports,
  selectConcernsOf,
} from './queries.ts'

/** A child of whom something is told that the acting person reads. */
export interface ChildToTake {
  readonly id: PersonId
  readonly name: string
  readonly concerns: readonly ConcernId[]
}

export async function childToTake(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'take-child', ChildToTake> | undefined> {
  const id = idFrom<'person'>(text)
  if (!id || !(await hasRole(reader, ...mayRead))) return undefined
  const child = await person(reader, id)
  const concerns = await inVault(reader, ({ db, actor }) => selectConcernsOf(db, actor.agencyId, id))
  if (!child || concerns.length === 0) return undefined
  return permit('take-child', { id, name: child.name, concerns })
}

/** An export of one’s own, with the child that it is about. */
export interface ExportHere {
  readonly row: ConcernExportRow
  readonly child: string
}

/** Whoever asked for it, while they read every concern of it: the database holds the same. */
export async function exportOfMine(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'have-concern-export', ExportHere> | undefined> {
  const id = idFrom<'concern-export'>(text)
  if (!id || !(await hasRole(reader, ...mayRead))) return undefined
  const row = await inVault(reader, ({ db, actor }) => selectConcernExport(db, actor.agencyId, id))
  if (row?.asked_by !== reader.actor.personId) return undefined
  const child = await person(reader, row.child_id)
  return permit('have-concern-export', { row, child: child?.name ?? 'a child' })
}

/** The exports that the acting person asked for, the newest first: so many at most, or all of them. */
export async function exportsOfMine(
  reader: Reader<PersonActor>,
  most: number | null,
): Promise<readonly ExportHere[]> {
  if (!(await hasRole(reader, ...mayRead))) return []
  const rows = await inVault(reader, ({ db, actor }) =>
    selectConcernExports(db, actor.agencyId, { by: reader.actor.personId, most }),
  )
  const found: ExportHere[] = []
  for (const row of rows) found.push({ row, child: (await person(reader, row.child_id))?.name ?? 'a child' })
  return found
}

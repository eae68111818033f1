import { isInCallsWith } from '../calls/index.ts'
import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import { type ConversationId, conversationsOf, supervisedAmong, whoIsIn } from '../messages/index.ts'
import { hasRole, person } from '../people/index.ts'
import type { PersonActor, PersonId, Reader } from '../records/index.ts'
import { type ExportRow, selectExport, selectExports } from './queries.ts'
import { type Kind, mayExport, mayExportAll } from './rules.ts'
import type { ExportId } from './tables.ts'

/** What somebody may ask an export of. */
export interface ToExport {
  readonly kind: Kind
  readonly id: string
  /** The person's name; of a conversation, what it is about. */
  readonly name: string
  /** Whoever asks is in a conversation or a call of it, or was: somebody else must ask. */
  readonly isIn: boolean
}

/** A conversation that the person may read without being in it, by its id. */
export async function conversationToExport(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'export', ToExport> | undefined> {
  const id = idFrom<'conversation'>(text)
  if (!id || !(await hasRole(reader, ...mayExport))) return undefined
  const [may, people, found] = await Promise.all([
    supervisedAmong(reader, [id]),
    whoIsIn(reader, id),
    conversationsOf(reader, { ids: [id] }),
  ])
  const [conversation] = found
  if (!conversation || !may.has(id)) return undefined
  const isIn = people.includes(reader.actor.personId)
  return permit('export', { kind: 'conversation', id, name: conversation.subject, isIn })
}

/** Somebody of a family, an adult in a child’s place too: for designated persons and deputies. */
export async function personToExport(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'export', ToExport> | undefined> {
  const id = idFrom<'person'>(text)
  if (!id || !(await hasRole(reader, ...mayExportAll))) return undefined
  const found = await person(reader, id as PersonId)
  if (!found || found.kind === 'staff') return undefined
  const conversations = await conversationsOf(reader, { with: id as PersonId })
  const [called, ...inThem] = await Promise.all([
    isInCallsWith(reader, id as PersonId),
    ...conversations.map(async one => (await whoIsIn(reader, one.id)).includes(reader.actor.personId)),
  ])
  const isIn = called || inThem.includes(true)
  return permit('export', { kind: found.kind, id, name: found.name, isIn })
}

const toExport = {
  conversation: conversationToExport,
  child: personToExport,
  parent: personToExport,
} as const

/** Of an export: what it is of, as the reader may know it. Undefined for one that is not theirs to know of. */
export interface ExportHere {
  readonly export: ExportRow
  readonly of: ToExport
  readonly mine: boolean
}

/** An export that one asked for, or that somebody asked for of what one answers for: that it was made, never what is in it. */
export async function exportToSee(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'see-export', ExportHere> | undefined> {
  const id = idFrom<'export'>(text)
  const found = id && (await selectExport(reader.db, reader.actor.agencyId, id as ExportId))
  const of = found && (await toExport[found.kind](reader, found.subject_id))
  if (!found || !of) return undefined
  const mine = found.asked_by === reader.actor.personId && !of.isIn
  // Who is named in it, and where, is for whoever asked.
  const shown = mine ? found : { ...found, named: null, choices: null }
  return permit('see-export', { export: shown, of, mine })
}

/** An export of one’s own: its names to be gone through, its files to be fetched. */
export async function exportOfMine(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'have-export', ExportHere> | undefined> {
  const found = await exportToSee(reader, text)
  return found?.mine ? permit('have-export', { ...found }) : undefined
}

/** The exports that the reader may know of, the newest first. */
export async function exportsToSee(
  reader: Reader<PersonActor>,
): Promise<readonly Permitted<'see-export', ExportHere>[]> {
  const rows = await selectExports(reader.db, reader.actor.agencyId)
  const ids = rows.flatMap(row => (row.kind === 'conversation' ? [row.subject_id as ConversationId] : []))
  const [all, supervised, subjects] = await Promise.all([
    hasRole(reader, ...mayExportAll),
    supervisedAmong(reader, ids),
    conversationsOf(reader, { ids }),
  ])
  const names = new Map(subjects.map(one => [one.id as string, one.subject]))
  const seen: Permitted<'see-export', ExportHere>[] = []
  for (const row of rows) {
    const may = row.kind === 'conversation' ? supervised.has(row.subject_id as ConversationId) : all
    if (!may) continue
    const name =
      row.kind === 'conversation'
        ? names.get(row.subject_id)
        : (await person(reader, row.subject_id as PersonId))?.name
    const of: ToExport = { kind: row.kind, id: row.subject_id, name: name ?? '(erased)', isIn: false }
    seen.push(permit('see-export', { export: row, of, mine: row.asked_by === reader.actor.personId }))
  }
  return seen
}

import { randomBytes } from 'node:crypto'
import type { StatementId } from '../guidance/index.ts'
import { newId } from '../kit/ids.ts'
import type { EntryId } from './actor.ts'
import { canonical } from './log/canonical.ts'
import { commitText, leafText } from './log/leaf.ts'
import type { EntryTable } from './queries.ts'
import { insertEntry } from './queries.ts'
import { type Recorded, recorded } from './recorded.ts'
import type { Writer } from './transaction.ts'

/** What an entry is about: the kind of thing and its id. The first is the thing itself; others are who or what it touches. */
export interface About {
  readonly kind: string
  readonly id: string
}

export interface Happening {
  /** Noun and past verb: `policy.signed`. */
  readonly event: `${string}.${string}`
  readonly about: readonly [About, ...About[]]
  /** The guidance's statements that applied. */
  readonly cites: readonly StatementId[]
  /** What the entry commits to: plain data. For a row, contentOf(evidence, row). */
  readonly content: Readonly<Record<string, unknown>>
}

/** A new entry's id, for rows that point to their entry. Pass it to record() in the same transaction. */
export const newEntryId = (writer: Writer): EntryId => newId<'entry'>(writer.now.getTime())

/**
 * Records what happened, in the writer's own transaction: change and entry stand or fall together.
 * The leaf says who, what, about what, when and citing what; the content is only committed to, with a fresh salt.
 * Returns the proof that write() asks for, carrying `value`. The entry is on its way then: a transaction whose entry
 * cannot be stored does not commit.
 */
export async function record<T = undefined>(
  writer: Writer,
  happening: Happening,
  about?: { readonly id?: EntryId; readonly value?: T },
): Promise<Recorded<T>> {
  const id = about?.id ?? newEntryId(writer)
  insertEntry(writer.db, entryRow(writer, id, happening))
  return recorded(id, about?.value as T)
}

function entryRow(writer: Writer, id: EntryId, happening: Happening): EntryTable {
  const { actor, now } = writer
  const salt = randomBytes(32)
  const content = canonical(happening.content)
  const who = actor.kind === 'system' ? 'system' : actor.personId
  const leaf = leafText({
    v: 1,
    id,
    at: now.toISOString(),
    who,
    event: happening.event,
    about: happening.about.map(({ kind, id }) => ({ kind, id })),
    cites: [...happening.cites],
    commitment: commitText(salt, content),
  })
  return {
    agency_id: actor.agencyId,
    id,
    at: now,
    event: happening.event,
    person_id: actor.kind === 'system' ? null : actor.personId,
    about_id: happening.about[0].id,
    leaf,
    salt,
    content,
  }
}

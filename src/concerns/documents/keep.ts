import { openDuties } from '../../duties/index.ts'
import { type Id, newId } from '../../kit/ids.ts'
import { Already, type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import { seal } from '../../kit/seal.ts'
import {
  type Change,
  contentOf,
  newEntryId,
  type PersonId,
  type Reader,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import { newIdentity, sealFor } from '../../sealing/index.ts'
import { readersIn } from '../casework/access.ts'
import { selectConcern } from '../queries.ts'
import { sentOnce } from '../sent-once.ts'
import type { ConcernTable } from '../tables.ts'
import { takeStep } from '../take-step.ts'
import { type About, commitmentTo, hashOf, sealAbout } from './about.ts'
import { documentEvidence } from './evidence.ts'
import { countRefused, insertParts, selectByDraft, selectDocuments, selectWaitingOf } from './queries.ts'
import { most } from './rules.ts'
import { type DocumentId, type DocumentTable, documentTables, type WaitingTable } from './tables.ts'

/** A document on its way in, sealed. `waits`: to a key of its own, which the server has, until it can be checked. */
export interface Sealed {
  readonly id: DocumentId
  readonly about: Uint8Array
  readonly commitment: Uint8Array
  readonly bytes: Uint8Array
  readonly checked: DocumentTable['checked'] | { readonly waits: { readonly key: Uint8Array } }
}

export const purpose = 'a document that waits'

/** Seals a document to whoever reads the concern: away from any transaction, as ten megabytes take a while. */
export async function sealDocument(
  recipient: string,
  { about, bytes, now }: { readonly about: About; readonly bytes: Uint8Array; readonly now: Date },
  checked: DocumentTable['checked'] | { readonly waitsWith: string },
): Promise<Sealed> {
  const id: DocumentId = newId(now.getTime())
  const rest = {
    id,
    about: await sealAbout(recipient, about),
    commitment: commitmentTo(about.salt, bytes),
  }
  if (typeof checked === 'string') return { ...rest, bytes: await sealFor([recipient], bytes), checked }
  const own = await newIdentity()
  const key = seal(checked.waitsWith, purpose, id, own.identity)
  return { ...rest, bytes: await sealFor([own.recipient], bytes), checked: { waits: { key } } }
}

/** What became of it. */
export type Kept = 'kept' | 'waits'

/**
 * Keeps a document that was handed in, on the record; once for one form, and another document from the same form too. Where it came by a code, whoever reads the concern owes a
 * look. `inside` is in the vault.
 */
export async function keepDocument(
  inside: Writer,
  concern: Permitted<'follow' | 'see', ConcernTable>,
  sealed: Sealed,
  from: {
    readonly by: PersonId | null
    readonly key: Id<'draft'>
    /** All that was sent, as a text that no other sending has. */
    readonly sent: string
  },
): Promise<Change<Kept, Refused<'too-many' | 'gone'>>> {
  const { db, actor, now } = inside
  if (!(await selectConcern(db, actor.agencyId, concern.id))) return refuse('gone')
  const draft = sentOnce(inside, from.key, [concern.id, from.sent])
  const before = await selectByDraft(db, actor.agencyId, draft)
  if (before) return new Already(before.waits ? 'waits' : 'kept')
  if (await areTooMany(inside, concern, from.by)) return refuse('too-many')
  const of = {
    agency_id: actor.agencyId,
    id: sealed.id,
    concern_id: concern.id,
    handed_in_by: from.by,
    handed_in_at: now,
    about: sealed.about,
    commitment: sealed.commitment,
    draft_key: draft,
  }
  if (typeof sealed.checked === 'string')
    return (await storeDocument(inside, concern, { ...of, checked: sealed.checked }, sealed.bytes)).with(
      'kept',
    )
  const row: WaitingTable = { ...of, key: sealed.checked.waits.key }
  await documentTables(db).insertInto('concern_document_waiting').values(row).execute()
  await insertParts(db, row, sealed.bytes)
  const done = await takeStep(inside, concern, { step: 'document-waits', thing_id: row.id })
  await oweLook(inside, concern, from.by, done)
  return done.with('waits')
}

/** Whether no more documents are taken about a concern, from whoever told of it or at all. Asked in the vault. */
export async function areTooMany(
  { db, actor }: Reader,
  { id }: Pick<ConcernTable, 'id'>,
  by: PersonId | null,
): Promise<boolean> {
  const all = [
    ...(await selectDocuments(db, actor.agencyId, id)),
    ...(await selectWaitingOf(db, actor.agencyId, id)),
  ]
  const told = all.filter(one => one.handed_in_by === null)
  return all.length >= most.all || (by === null && told.length >= most.told)
}

/** Stores one that opens from now on for whoever reads the concern. `inside` is in the vault. */
export async function storeDocument(
  inside: Writer,
  concern: Pick<ConcernTable, 'id' | 'heard_by'>,
  of: Omit<DocumentTable, 'sealed_hash' | 'size' | 'entry_id'>,
  sealed: Uint8Array,
): Promise<Recorded<DocumentId>> {
  const row: DocumentTable = {
    ...of,
    sealed_hash: hashOf(sealed),
    size: sealed.length,
    entry_id: newEntryId(inside),
  }
  await documentTables(inside.db).insertInto('concern_document').values(row).execute()
  await insertParts(inside.db, row, sealed)
  const done = await record(
    inside,
    {
      event: 'concern.document-handed-in',
      about: [{ kind: 'concern', id: concern.id }],
      cites: ['REP-4'],
      content: contentOf(documentEvidence, row),
    },
    { id: row.entry_id, value: row.id },
  )
  await oweLook(inside, concern, row.handed_in_by, done)
  return done
}

const oweLook = async (
  inside: Writer,
  { id, heard_by }: Pick<ConcernTable, 'id' | 'heard_by'>,
  by: PersonId | null,
  { entryId }: Recorded<unknown>,
): Promise<void> => {
  if (by !== null) return
  const readers = await readersIn(inside, { id, heard_by })
  await openDuties(inside, 'look-at-concern', [...readers], { kind: 'concern', id }, entryId)
}

/**
 * Says on the record that one with a virus in it was turned away; whoever reads the concern owes a look at that. Of so many about one
 * concern: more say nothing that is not known by then.
 */
export async function tellOfVirus(
  inside: Writer,
  { id, heard_by }: Pick<ConcernTable, 'id' | 'heard_by'>,
): Promise<Change<unknown>> {
  if ((await countRefused(inside.db, inside.actor.agencyId, id)) >= most.refused)
    return new Already(undefined)
  const done = await takeStep(inside, { id }, { step: 'document-refused' })
  const readers = await readersIn(inside, { id, heard_by })
  await openDuties(inside, 'see-refused-document', [...readers], { kind: 'concern', id }, done.entryId)
  return done
}

import { idFrom } from '../../kit/ids.ts'
import { type Permitted, permit } from '../../kit/proof.ts'
import { inVault, type PersonActor, type Writer } from '../../records/index.ts'
import { openWith } from '../../sealing/index.ts'
import { concernToShare } from '../access.ts'
import { noteOpened, openingOf } from '../casework/opening.ts'
import type { ConcernTable } from '../tables.ts'
import { commitmentTo, hashOf } from './about.ts'
import { sealedOf, selectDocument, selectDocuments, selectWaitingOf, type WaitingHere } from './queries.ts'
import { type Shown, shownWith } from './shown.ts'

/** The documents of a concern as those who read it see them. */
export interface Documents {
  readonly concern: ConcernTable
  readonly all: readonly Shown[]
  readonly waiting: readonly WaitingHere[]
}

type Closed = 'locked' | 'say-why' | undefined

/** Its documents, for somebody who reads it and has their key unlocked: looking at them is opening the concern. */
export async function documentsToRead(
  writer: Writer<PersonActor>,
  text: string,
): Promise<Permitted<'read', Documents> | Closed> {
  const shared = await concernToShare(writer, text)
  if (shared === undefined || shared === 'locked') return shared
  const { row: concern, identity } = shared
  if ((await openingOf(writer, concern)) === 'say-why') return 'say-why'
  await noteOpened(writer, { row: concern })
  const { rows, waiting } = await inVault(writer, async ({ db, actor }) => ({
    rows: await selectDocuments(db, actor.agencyId, concern.id),
    waiting: await selectWaitingOf(db, actor.agencyId, concern.id),
  }))
  const all: Shown[] = []
  for (const row of rows) all.push(await shownWith(identity, row))
  return permit('read', { concern, all, waiting })
}

/** A document itself. */
export interface Whole extends Shown {
  readonly concern: ConcernTable
  readonly bytes: Uint8Array
}

/**
 * One document, whole, for somebody who reads its concern and has their key unlocked. Throws where its parts are not what was
 * kept.
 */
export async function documentToTake(
  writer: Writer<PersonActor>,
  at: { readonly concern: string; readonly document: string },
): Promise<Permitted<'read', Whole> | Closed> {
  const id = idFrom<'concern-document'>(at.document)
  if (!id) return undefined
  const shared = await concernToShare(writer, at.concern)
  if (shared === undefined || shared === 'locked') return shared
  const { row: concern, identity } = shared
  const found = await inVault(writer, async ({ db, actor }) => {
    const row = await selectDocument(db, actor.agencyId, concern.id, id)
    return row && { row, sealed: await sealedOf(db, actor.agencyId, id) }
  })
  if (!found) return undefined
  if ((await openingOf(writer, concern)) === 'say-why') return 'say-why'
  const { about } = await shownWith(identity, found.row)
  const bytes = await openWith(identity, found.sealed)
  const holds =
    bytes &&
    isSame(hashOf(found.sealed), found.row.sealed_hash) &&
    isSame(commitmentTo(about.salt, bytes), found.row.commitment)
  if (!holds) throw new Error('a document is not what was kept')
  return permit('read', { concern, row: found.row, about, bytes })
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0

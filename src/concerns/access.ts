import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import { hasRole } from '../people/index.ts'
import { type Ground, inVault, type PersonActor, type Reader, read, system } from '../records/index.ts'
import { openWith, type Unlocked, unlockedFor } from '../sealing/index.ts'
import { type Code, openWithCode } from './code.ts'
import { type Shown, selectDocumentsIn, shownOrAltered } from './documents/shown.ts'
import { type Place, placeOf, selectConcern, selectConcerns, selectPieces, selectReaders } from './queries.ts'
import { mayRead } from './routes.ts'
import { readSaid, type Said } from './said.ts'
import type { ConcernId, ConcernTable, PieceTable } from './tables.ts'

/** A piece with its words. */
export interface Written extends Omit<PieceTable, 'sealed'> {
  readonly words: string
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

async function opened(identity: string, pieces: readonly PieceTable[]): Promise<readonly Written[]> {
  return Promise.all(
    pieces.map(async ({ sealed, ...piece }) => {
      const bytes = await openWith(identity, sealed)
      return { ...piece, words: bytes ? textOf(bytes) : '' }
    }),
  )
}

/** A concern as whoever reported it comes back to it: what they said, and what was answered. */
export interface Told extends Place {
  readonly row: Permitted<'follow', ConcernTable>
  readonly said: Said
  readonly text: string
  readonly pieces: readonly Written[]
}

/** What a code opens. Undefined where it leads nowhere: a wrong code and none look alike. */
export async function toldBy(ground: Ground, code: Code): Promise<Told | undefined> {
  const place = await placeOf(ground.pool, code)
  if (!place) return undefined
  const found = await read(ground, system(place.vault), async ({ db }) => ({
    row: await selectConcern(db, place.vault, place.id),
    pieces: await selectPieces(db, place.vault, [place.id], 'for-reporter'),
  }))
  const identity = found.row && openWithCode(code, place.id, found.row.reporter_key)
  const text = found.row && identity && (await openWith(identity, found.row.report))
  if (!found.row || !identity || !text) return undefined
  const pieces = await opened(identity, found.pieces)
  return {
    ...place,
    row: permit('follow', found.row),
    text: textOf(text),
    said: readSaid(textOf(text)),
    pieces,
  }
}

/** A concern as somebody reads it who may. */
export interface Concern {
  readonly row: ConcernTable
  readonly said: Said
  readonly pieces: readonly Written[]
  /** The documents in it that can be opened, by what is said of them. */
  readonly documents: readonly Shown[]
}

/** Those of these that the acting person may read, whether or not their key is unlocked: for their steps, not their words. */
async function concernsHere(
  reader: Reader<PersonActor>,
  ids: readonly ConcernId[],
): Promise<readonly Permitted<'see', Keyed>[]> {
  if (ids.length === 0 || !(await hasRole(reader, ...mayRead))) return []
  return inVault(reader, async ({ db, actor }) => {
    const rows = await selectConcerns(db, actor.agencyId, ids)
    const readers = await selectReaders(db, actor.agencyId, ids)
    return rows.flatMap(row => {
      const later = readers.filter(one => one.concern_id === row.id)
      // Reported by the acting person, a concern is theirs to follow, and not to read.
      const reads = [...row.heard_by, ...later.map(one => one.person_id)].includes(actor.personId)
      return reads ? permit('see', { ...row, later: later.flatMap(({ key }) => key ?? []) }) : []
    })
  })
}

/** A concern with what its key was sealed to later. */
interface Keyed extends ConcernTable {
  readonly later: readonly Uint8Array[]
}

/** A concern that the acting person may read, whether or not their key is unlocked: for its steps, not its words. */
export async function concernHere(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'see', ConcernTable> | undefined> {
  const id = idFrom<'concern'>(text)
  return id && (await concernsHere(reader, [id]))[0]
}

/** The words of one, with the acting person's own key. `locked`: they are to unlock it first. */
export async function concernToRead(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'read', Concern> | 'locked' | undefined> {
  const id = idFrom<'concern'>(text)
  const found = id && (await concernsToRead(reader, [id]))
  return found === 'locked' ? found : found?.[0]
}

/** The words of those of these that they may read, in no order. `locked` where there is one, and they are to unlock their key first. */
export async function concernsToRead(
  reader: Reader<PersonActor>,
  ids: readonly ConcernId[],
): Promise<readonly Permitted<'read', Concern>[] | 'locked'> {
  const seen = await concernsHere(reader, ids)
  if (seen.length === 0) return []
  const unlocked = await unlockedFor(reader)
  if (!unlocked) return 'locked'
  const here = seen.map(({ id }) => id)
  const { pieces, papers } = await inVault(reader, async ({ db, actor }) => ({
    pieces: await selectPieces(db, actor.agencyId, here),
    papers: await selectDocumentsIn(db, actor.agencyId, here),
  }))
  const found = await Promise.all(
    seen.map(async row => {
      const identity = await identityIn(unlocked, [row.keys, ...row.later])
      const said = identity && (await openWith(identity, row.report))
      if (!identity || !said) return []
      const own = pieces.filter(piece => piece.concern_id === row.id)
      const handedIn = papers.filter(paper => paper.concern_id === row.id)
      return permit('read', {
        row,
        said: readSaid(textOf(said)),
        pieces: await opened(identity, own),
        documents: await Promise.all(handedIn.map(paper => shownOrAltered(identity, paper))),
      })
    }),
  )
  return found.flat()
}

/** What opens a concern that somebody reads: for sealing it to one more. */
export async function concernToShare(
  reader: Reader<PersonActor>,
  text: string,
): Promise<
  Permitted<'share', { readonly row: ConcernTable; readonly identity: string }> | 'locked' | undefined
> {
  const id = idFrom<'concern'>(text)
  const [seen] = id ? await concernsHere(reader, [id]) : []
  if (!seen) return undefined
  const unlocked = await unlockedFor(reader)
  if (!unlocked) return 'locked'
  const identity = await identityIn(unlocked, [seen.keys, ...seen.later])
  return identity === undefined ? undefined : permit('share', { row: seen, identity })
}

async function identityIn(unlocked: Unlocked, keys: readonly Uint8Array[]): Promise<string | undefined> {
  for (const key of keys) {
    const bytes = await unlocked.open(key)
    if (bytes) return textOf(bytes)
  }
  return undefined
}

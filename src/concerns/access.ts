import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import { hasRole } from '../people/index.ts'
import { type Ground, inVault, type PersonActor, type Reader, read, system } from '../records/index.ts'
import { openWith, type Unlocked, unlockedFor } from '../sealing/index.ts'
import { type Code, openWithCode } from './code.ts'
import { type Place, placeOf, selectConcern, selectPieces, selectReaders } from './queries.ts'
import { mayRead } from './routes.ts'
import { readSaid, type Said } from './said.ts'
import type { ConcernTable, PieceTable } from './tables.ts'

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
    pieces: await selectPieces(db, place.vault, place.id, 'for-reporter'),
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
}

/** A concern that the acting person may read, whether or not their key is unlocked: for its steps, not its words. */
export async function concernHere(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'see', ConcernTable> | undefined> {
  const id = idFrom<'concern'>(text)
  if (!id || !(await hasRole(reader, ...mayRead))) return undefined
  const row = await inVault(reader, async ({ db, actor }) => {
    const found = await selectConcern(db, actor.agencyId, id)
    const reads = found && (await readsIt(db, actor, id, found))
    return reads ? found : undefined
  })
  return row && permit('see', row)
}

/** Reported by the acting person, a concern is theirs to follow, and not to read. */
async function readsIt(
  db: Reader['db'],
  actor: PersonActor,
  id: ConcernTable['id'],
  row: ConcernTable,
): Promise<boolean> {
  if (row.heard_by.includes(actor.personId)) return true
  const readers = await selectReaders(db, actor.agencyId, id)
  return readers.some(one => one.person_id === actor.personId)
}

/** Its words, with the acting person's own key. `locked`: they are to unlock it first. */
export async function concernToRead(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'read', Concern> | 'locked' | undefined> {
  const seen = await concernHere(reader, text)
  if (!seen) return undefined
  const unlocked = await unlockedFor(reader)
  if (!unlocked) return 'locked'
  const { keys, pieces } = await inVault(reader, async ({ db, actor }) => ({
    keys: (await selectReaders(db, actor.agencyId, seen.id)).flatMap(({ key }) => key ?? []),
    pieces: await selectPieces(db, actor.agencyId, seen.id),
  }))
  const identity = await identityIn(unlocked, [seen.keys, ...keys])
  const said = identity && (await openWith(identity, seen.report))
  if (!identity || !said) return undefined
  return permit('read', { row: seen, said: readSaid(textOf(said)), pieces: await opened(identity, pieces) })
}

/** What opens a concern that somebody reads: for sealing it to one more. */
export async function concernToShare(
  reader: Reader<PersonActor>,
  text: string,
): Promise<
  Permitted<'share', { readonly row: ConcernTable; readonly identity: string }> | 'locked' | undefined
> {
  const seen = await concernHere(reader, text)
  if (!seen) return undefined
  const unlocked = await unlockedFor(reader)
  if (!unlocked) return 'locked'
  const readers = await inVault(reader, ({ db, actor }) => selectReaders(db, actor.agencyId, seen.id))
  const identity = await identityIn(unlocked, [seen.keys, ...readers.flatMap(({ key }) => key ?? [])])
  return identity === undefined ? undefined : permit('share', { row: seen, identity })
}

async function identityIn(unlocked: Unlocked, keys: readonly Uint8Array[]): Promise<string | undefined> {
  for (const key of keys) {
    const bytes = await unlocked.open(key)
    if (bytes) return textOf(bytes)
  }
  return undefined
}

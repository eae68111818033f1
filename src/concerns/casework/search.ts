import { type Refused, refuse } from '../../kit/proof.ts'
import { inVault, type PersonActor, type Recorded, record, type Writer } from '../../records/index.ts'
import { concernsToRead } from '../access.ts'
import { type Listed, selectListed } from '../queries.ts'
import type { ConcernId } from '../tables.ts'

/** So many are looked through at a time: what it takes does not grow with how many there are. */
export const stretch = 50

export interface Found {
  readonly found: readonly Listed[]
  /** How many were looked through, and where to go on, if there are older ones. */
  readonly looked: number
  readonly next: { readonly at: Date; readonly id: ConcernId } | undefined
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/**
 * Looks for words in what the acting person reads, with their own key unlocked: a stretch of it, the newest first. Every word has
 * to be in it, in any case. It says which concerns, and shows nothing of them: opening one is on the
 * record, and so is the search.
 */
export async function searchOwn(
  reader: Writer<PersonActor>,
  find: string,
  before?: Found['next'],
): Promise<Recorded<Found> | Refused<'locked'>> {
  const words = plain(find).split(/\s+/).filter(Boolean)
  const rows = await inVault(reader, ({ db, actor }) =>
    selectListed(db, actor.agencyId, {
      person: reader.actor.personId,
      most: stretch + 1,
      ...(before ? { before } : {}),
    }),
  )
  const looked = rows.slice(0, stretch)
  const read = await concernsToRead(
    reader,
    looked.map(({ id }) => id),
  )
  if (read === 'locked') return refuse('locked')
  const fit = new Set(
    read.flatMap(({ row, said: { v: _, salt: __, ...said }, pieces, documents }) => {
      const written = [
        ...pieces.map(({ words }) => words),
        ...documents.flatMap(({ about }) => [about.name, about.note ?? '']),
      ]
      const text = plain([...Object.values(said), ...written].join('\n'))
      return words.every(word => text.includes(word)) ? row.id : []
    }),
  )
  const found = looked.filter(({ id }) => fit.has(id))
  const last = looked.at(-1)
  const value: Found = {
    found,
    looked: looked.length,
    next: rows.length > stretch && last ? { at: last.at, id: last.id } : undefined,
  }
  return inVault(reader, inside =>
    record(
      inside,
      {
        event: 'concerns.searched',
        about: [{ kind: 'agency', id: inside.actor.agencyId }],
        cites: ['REP-4'],
        // Not what was looked for: that may be a name.
        content: { opened: looked.map(({ id }) => id), at: reader.now.toISOString() },
      },
      { value },
    ),
  )
}

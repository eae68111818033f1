import { randomBytes } from 'node:crypto'
import { newId } from '../kit/ids.ts'
import { type Permitted, type Refused, refuse } from '../kit/proof.ts'
import { logoOf } from '../people/index.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import type { PosterHere } from './access.ts'
import { posterPrintingEvidence } from './evidence.ts'
import { type Printing, type PrintingId, posterTables } from './queries.ts'
import { namesNeeded, type PosterId, type Size } from './rules.ts'
import { fits } from './sheet/fits.ts'
import { hashOf, type PosterWords } from './words.ts'

export type PrintRefusal = Refused<'names-missing'> | Refused<'does-not-fit'>

/**
 * Prints a poster for each of these places: a row with a code of its own, bound to the words as they stand. Refuses a
 * poster that is to say whom to tell while nobody is named, and one whose words are more than can be read from a wall.
 */
export async function printPosters(
  writer: Writer<PersonActor>,
  { poster, words, facts }: Permitted<'print', PosterHere>,
  { size, places }: { readonly size: Size; readonly places: readonly [string, ...string[]] },
): Promise<Recorded<readonly PrintingId[]> | PrintRefusal> {
  if (namesNeeded.includes(poster) && !facts.designated.some(({ phone }) => phone))
    return refuse('names-missing')
  if (!(await fits(words, facts.logo && (await logoOf(writer, facts.logo))))) return refuse('does-not-fit')
  const [first, ...others] = places
  const done = await printOne(writer, { poster, words, size, place: first })
  const ids = [done.value]
  for (const place of others) ids.push((await printOne(writer, { poster, words, size, place })).value)
  return done.with(ids)
}

export interface ToPrint {
  readonly poster: PosterId
  readonly words: PosterWords
  readonly size: Size
  readonly place: string
}

/** Puts one printing on the register. */
export async function printOne(
  writer: Writer<PersonActor>,
  { poster, words, size, place }: ToPrint,
): Promise<Recorded<PrintingId>> {
  const { db, actor, now } = writer
  const entryId = newEntryId(writer)
  const row: Omit<Printing, 'words'> = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    code: randomBytes(16).toString('base64url'),
    poster,
    size,
    place,
    words_hash: hashOf(words),
    printed_by: actor.personId,
    printed_at: now,
    keeper_id: actor.personId,
    superseded_at: null,
    superseded_by: null,
    ended_at: null,
    ended_how: null,
    replaced_by: null,
    entry_id: entryId,
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'poster.printed',
        about: [{ kind: 'poster-printing', id: row.id }],
        cites: ['META-POSTERS', 'META-GUIDELINES-USE'],
        content: contentOf(posterPrintingEvidence, row),
      },
      { id: entryId, value: row.id },
    ),
    posterTables(db)
      .insertInto('poster_printing')
      .values({ ...row, words: JSON.stringify(words) })
      .execute(),
  ])
  return done
}

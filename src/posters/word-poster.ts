import { newId } from '../kit/ids.ts'
import { Already, type Permitted, type Refused, refuse } from '../kit/proof.ts'
import { unprintable } from '../kit/typst/index.ts'
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
import { posterWordingEvidence } from './evidence.ts'
import { givesAway } from './gives-away.ts'
import { lookAtPrintings } from './look-at-printings.ts'
import { posterTables } from './queries.ts'
import { fits } from './sheet/fits.ts'
import type { Wording } from './wording.ts'
import { hashOf } from './words.ts'
import { posterNow } from './words-now.ts'

export type WordRefusal =
  | Refused<'does-not-fit'>
  | Refused<'nothing-left'>
  | Refused<'gives-away', string>
  | Refused<'no-letter', { readonly letters: readonly string[] }>

/**
 * Words a poster as the organisation would have it: what hangs of it is out of date from then on. Refuses more than fits at
 * a size that can be read from two metres, letters that cannot be printed, a poster that would say nothing, and one that gives
 * a number, address or account that is not the organisation's own.
 */
export async function wordPoster(
  writer: Writer<PersonActor>,
  here: Permitted<'word', PosterHere>,
  wording: Wording,
): Promise<Recorded<undefined> | Already<undefined> | WordRefusal> {
  const { poster, words: before, wording: stands } = here
  if (hashOf(stands) === hashOf(wording)) return new Already(undefined)
  const letters = unprintable([wording.title ?? '', ...Object.values(wording.groups).flat()].join(' '))
  if (letters.length > 0) return refuse('no-letter', { letters })
  const gives = await givesAway(writer, here, wording)
  if (gives) return refuse('gives-away', gives)
  const { words, facts } = await posterNow(writer, poster, wording)
  const logo = facts.logo && (await logoOf(writer, facts.logo))
  if (words.groups.length === 0) return refuse('nothing-left')
  if (hashOf(words) !== hashOf(before) && !(await fits(words, logo))) return refuse('does-not-fit')
  const { db, actor, now } = writer
  const entryId = newEntryId(writer)
  const row = {
    agency_id: actor.agencyId,
    id: newId<'poster-wording'>(now.getTime()),
    poster,
    wording,
    set_by: actor.personId,
    set_at: now,
    entry_id: entryId,
  }
  const done = await record(
    writer,
    {
      event: 'poster.worded',
      about: [{ kind: 'poster-wording', id: row.id }],
      cites: ['META-POSTERS', 'META-GUIDELINES-USE'],
      content: contentOf(posterWordingEvidence, row),
    },
    { id: entryId, value: undefined },
  )
  await posterTables(db)
    .insertInto('poster_wording')
    .values({ ...row, wording: JSON.stringify(wording) })
    .execute()
  await lookAtPrintings(writer)
  return done
}

import { sql } from 'kysely'
import { newId } from '../../kit/ids.ts'
import { type Refused, refuse } from '../../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Reader,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import { maskedText } from '../masked-text.ts'
import type { Part } from '../rules.ts'
import { saysWhy } from '../waiting/rules.ts'
import { wordsOpeningEvidence } from './evidence.ts'
import type { NoMessage } from './hear-danger.ts'
import { markTables } from './queries.ts'

/** Words that are no message, as somebody of the staff reads them, and whether anything in them is masked to them. */
export interface AsRead {
  readonly words: string
  readonly masked: boolean
}

/** Shows a family's words to somebody who may read them: with their personal details masked, until the reader has opened them. */
export async function asRead(
  reader: Reader<PersonActor>,
  about: NoMessage,
  text: string,
  by: Part,
): Promise<AsRead> {
  const words = await maskedText(reader, text, by)
  if (words === text || (await hasOpened(reader, about))) return { words: text, masked: false }
  return { words, masked: true }
}

async function hasOpened({ db, actor }: Reader<PersonActor>, { id }: NoMessage): Promise<boolean> {
  const { rows } = await sql`select 1 from words_opening where agency_id = ${actor.agencyId}
    and about_id = ${id} and person_id = ${actor.personId} limit 1`.execute(db)
  return rows.length > 0
}

/**
 * Opens, for oneself, what is masked in words that are no message. That they were opened, by whom and why, is an entry. The
 * caller’s access.ts has decided that they may; the database asks that they answer for others.
 */
export async function openWords(
  writer: Writer<PersonActor>,
  about: NoMessage,
  reason: string,
): Promise<Recorded<undefined> | Refused<'say-why'>> {
  if (!saysWhy(reason)) return refuse('say-why')
  const { db, actor, now } = writer
  const row = {
    agency_id: actor.agencyId,
    id: newId<'words-opening'>(now.getTime()),
    about_kind: about.kind,
    about_id: about.id,
    person_id: actor.personId,
    reason,
    at: now,
    entry_id: newEntryId(writer),
  }
  const opened = await record(
    writer,
    {
      event: 'words.opened',
      about: [{ kind: 'words-opening', id: row.id }, about],
      cites: ['PH-POOR-2'],
      content: contentOf(wordsOpeningEvidence, row),
    },
    { id: row.entry_id },
  )
  await markTables(db).insertInto('words_opening').values(row).execute()
  return opened
}

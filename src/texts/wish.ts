import { openDuties } from '../duties/index.ts'
import { newId } from '../kit/ids.ts'
import { Already } from '../kit/proof.ts'
import { type ConversationId, staffIn } from '../messages/index.ts'
import { changeWay, type Way } from '../people/index.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import { ownWayByText } from './access.ts'
import { textWishEvidence } from './evidence.ts'
import { hasWish, selectNewestWish } from './queries.ts'
import { type TextWishTable, textTables, type WishId } from './tables.ts'

export interface Wished {
  readonly wish: 'stop' | 'start'
  readonly number: string
  readonly externalId: string
  /** Where they were last texted: its workers are told. */
  readonly conversationId: ConversationId | undefined
}

/**
 * Somebody of a family asked, by a text, for no more texts, or for texts again. From the commit on no text is handed over to
 * the number; they are reached by the page again, and the workers who texted with them owe a look at how. Come twice, it is
 * wished once.
 */
export async function wishTexts(
  writer: Writer<PersonActor>,
  { wish, number, externalId, conversationId }: Wished,
  here: readonly Way[],
): Promise<Recorded<WishId | undefined> | Already<undefined>> {
  const { db, actor, now } = writer
  const found = await ownWayByText(writer)
  const which = { agency_id: actor.agencyId, person_id: actor.personId, external_id: externalId }
  if (!found || (await hasWish(db, which))) return new Already(undefined)
  const before = await selectNewestWish(db, actor.agencyId, number)
  const entryId = newEntryId(writer)
  const row: TextWishTable = {
    ...which,
    id: newId(now.getTime()),
    number,
    wish,
    was_text: found.person.way === 'text',
    at: now,
    entry_id: entryId,
  }
  const done = await record(
    writer,
    {
      event: wish === 'stop' ? 'texts.stopped' : 'texts.started',
      about: [
        { kind: 'text-wish', id: row.id },
        { kind: 'person', id: actor.personId },
      ],
      cites: [],
      content: contentOf(textWishEvidence, row),
    },
    { id: entryId, value: row.id },
  )
  await textTables(db).insertInto('text_wish').values(row).execute()
  await back(writer, row, before, here)
  if (wish === 'stop' && conversationId) {
    const workers = await staffIn(writer, conversationId)
    await openDuties(writer, 'texts-ended', workers, { kind: 'text-wish', id: row.id }, entryId)
  }
  return done
}

/** To the page when texts end; to texts again only for whom a text of theirs had ended them. */
async function back(
  writer: Writer<PersonActor>,
  { wish, was_text }: TextWishTable,
  before: TextWishTable | undefined,
  here: readonly Way[],
): Promise<void> {
  const way: Way | undefined =
    wish === 'stop'
      ? was_text
        ? 'web'
        : undefined
      : before?.wish === 'stop' && before.was_text
        ? 'text'
        : undefined
  const found = way && (await ownWayByText(writer))
  // A refusal leaves it as it is: texts that are no longer connected here are not gone back to.
  if (found) await changeWay(writer, found, way, here)
}

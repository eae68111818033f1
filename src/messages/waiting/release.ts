import { closeDuties, openDuties } from '../../duties/index.ts'
import { Already, Refused, refuse } from '../../kit/proof.ts'
import { rulesInForce } from '../../own-rules/index.ts'
import { isWithin, organisationFacts, person } from '../../people/index.ts'
import type { PersonActor, PersonId, Recorded, SystemActor, Writer } from '../../records/index.ts'
import { conversationToWrite } from '../access.ts'
import { selectMessageId } from '../queries.ts'
import { forbiddenByOurs } from '../ruled.ts'
import { mayGo, storeMessage } from '../send-message.ts'
import type { MessageId } from '../tables.ts'
import { whoAnswers } from '../who-answers.ts'
import { selectWaiting, type Waiting, type WaitingId } from './queries.ts'
import { endOf, letGoAt } from './rules.ts'
import { storeStep } from './step.ts'

/**
 * Sends a message whose time has come, by every check that a message is sent by as things stand now; or says that it could
 * not go, and tells its writer by a duty. Sent once however often this is called, by however many: its end is one row.
 */
export async function releaseMessage(
  writer: Writer<SystemActor>,
  id: WaitingId,
): Promise<Recorded<undefined> | Already<undefined>> {
  const waits = await selectWaiting(writer.db, writer.actor.agencyId, id)
  if (!waits || endOf(waits)) return new Already(undefined)
  const author = await authorOf(writer, waits.author_id)
  // What a leaver wrote waits for nobody’s word: it goes to no one.
  if (author && !(await isDue(writer, waits))) return new Already(undefined)
  const sent = author && waits.body !== null ? await send(writer, waits, author) : refuse('not-here')
  const asked = { kind: 'release-message', aboutId: id } as const
  if (!(sent instanceof Refused)) {
    const done = await storeStep(writer, waits, { step: 'sent', message_id: sent })
    await closeDuties(writer, asked, done.entryId)
    return done
  }
  const ended = await storeStep(writer, waits, { step: 'not-sent', word: sent.reason })
  await closeDuties(writer, asked, ended.entryId)
  const told = author ? [author.personId] : await whoAnswers(writer, waits.author_id)
  await openDuties(writer, 'message-not-sent', told, { kind: 'waiting-message', id }, ended.entryId)
  return ended
}

async function isDue(writer: Writer<SystemActor>, waits: Waiting): Promise<boolean> {
  const { now } = writer
  const letGo = letGoAt(waits)
  if (letGo && letGo <= now) return true
  if (!waits.goes_at || waits.goes_at > now) return false
  // The hours may have been changed since.
  return isWithin((await organisationFacts(writer)).hours, now)
}

/** Whoever wrote it, on whose behalf it goes; undefined when they have left. */
async function authorOf(writer: Writer<SystemActor>, id: PersonId): Promise<PersonActor | undefined> {
  const found = await person(writer, id)
  if (!found || found.left_at) return undefined
  const { agencyId } = writer.actor
  return { kind: 'staff', agencyId, personId: id, name: found.name, place: '', roles: [] }
}

async function send(
  writer: Writer<SystemActor>,
  waits: Waiting,
  author: PersonActor,
): Promise<MessageId | Refused<string>> {
  const draft = { body: waits.body ?? '', key: waits.draft_key, reason: waits.reason ?? undefined }
  const key = {
    agency_id: author.agencyId,
    conversation_id: waits.conversation_id,
    author_id: author.personId,
  }
  const already = await selectMessageId(writer.db, { ...key, draft_key: draft.key })
  if (already) return already
  const theirs: Writer<PersonActor> = { ...writer, actor: author }
  const found = await conversationToWrite(theirs, waits.conversation_id)
  if (!found) return refuse('not-here')
  const no = await forbiddenByOurs(writer, found.conversation.participants, await rulesInForce(writer))
  if (no) return refuse('own-rule')
  const what = await mayGo(theirs, found, draft)
  if (what instanceof Refused) return what
  // Whoever let it go has read it: nobody is owed another look at it.
  return (await storeMessage(theirs, found, draft, waits.why === 'held' ? {} : what)).value.id
}

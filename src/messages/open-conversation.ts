import { isAgreed } from '../agreements/index.ts'
import { openDuties } from '../duties/index.ts'
import { newId } from '../kit/ids.ts'
import { type Refused, refuse } from '../kit/proof.ts'
import { type OwnRule, rulesInForce } from '../own-rules/index.ts'
import { secondAdultFor } from '../people/index.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Reader,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import type { Finding } from '../screening/index.ts'
import { conversationEvidence } from './evidence.ts'
import { recordPlace } from './places.ts'
import { type ConversationId, insertConversation, type ParticipantTable } from './queries.ts'
import { citesOf, forbiddenByOurs } from './ruled.ts'
import type { Part } from './rules.ts'
import { stoppedBy } from './screened.ts'

export interface Opening {
  readonly subject: string
  readonly with: readonly { readonly personId: PersonId; readonly part: Part }[]
}

/**
 * Opens a conversation as a member of the staff, unless a rule of our own says no. What it is about is seen by everybody in
 * it, and is screened as a message is.
 */
export async function openConversation(
  writer: Writer<PersonActor>,
  opening: Opening,
): Promise<
  | Recorded<ConversationId>
  | OpeningRefusal
  | OwnRefusal
  | Refused<'personal-detail', readonly Finding[]>
  | Refused<'not-agreed', PersonId>
> {
  const [stopped, no] = await Promise.all([
    stoppedBy(writer, opening.subject),
    // As it will be: the second adult is put in by this room, or nothing is opened.
    oursForbid(writer, [...opening.with.map(({ part }) => part), 'worker', 'second-adult']),
  ])
  if (stopped.length > 0) return refuse('personal-detail', stopped)
  if (no) return no
  for (const { personId, part } of opening.with)
    if (part === 'child' && !(await isAgreed(writer, personId))) return refuse('not-agreed', personId)
  return beginConversation(writer, 'worker', opening)
}

/** What a rule of our own says against writing to a family with these parts in it; undefined when none does. */
export async function oursForbid(reader: Reader, parts: readonly Part[]): Promise<OwnRefusal | undefined> {
  const places = parts.map(part => ({ part, left_at: null }))
  const no = await forbiddenByOurs(reader, places, await rulesInForce(reader))
  return no && refuse('own-rule', no)
}

/** A rule of our own says no where the guidance alone would not. */
export type OwnRefusal = Refused<'own-rule', readonly OwnRule[]>
type OpeningRefusal = Refused<'no-second-adult'> | Refused<'nobody'>

/**
 * Begins a conversation. Where a child is in it, the worker's manager (or, without one, a designated person) is put in
 * beside them as the second adult and told by a duty, so that nobody can be alone with a child and nobody has to
 * remember it. `by` says what the acting person is in it.
 */
export async function beginConversation(
  writer: Writer<PersonActor>,
  by: Part,
  opening: Opening,
): Promise<Recorded<ConversationId> | OpeningRefusal> {
  const { actor, now, db } = writer
  if (opening.with.length === 0) return refuse('nobody')
  const people: { personId: PersonId; part: Part }[] = [
    { personId: actor.personId, part: by },
    ...opening.with,
  ]
  const worker = people.find(one => one.part === 'worker')
  const second =
    people.some(one => one.part === 'child') && worker
      ? await secondAdultFor(writer, worker.personId)
      : undefined
  if (people.some(one => one.part === 'child') && !second) return refuse('no-second-adult')
  if (second && !people.some(one => one.personId === second))
    people.push({ personId: second, part: 'second-adult' })

  const entryId = newEntryId(writer)
  const id: ConversationId = newId(now.getTime())
  const row = {
    agency_id: actor.agencyId,
    id,
    subject: opening.subject,
    opened_by: actor.personId,
    opened_at: now,
    entry_id: entryId,
  }
  const participants = people.map(
    ({ personId, part }): ParticipantTable => ({
      agency_id: actor.agencyId,
      conversation_id: id,
      person_id: personId,
      part,
      added_at: now,
      left_at: null,
      seen_at: null,
      notified_at: null,
      entry_id: newEntryId(writer),
    }),
  )
  const opened = await record(
    writer,
    {
      event: 'conversation.opened',
      about: [{ kind: 'conversation', id }],
      cites: citesOf(participants),
      content: contentOf(conversationEvidence, row),
    },
    { id: entryId, value: id },
  )
  await Promise.all([
    ...participants.map(participant => recordPlace(writer, 'participant.added', participant)),
    insertConversation(db, row, participants),
  ])
  if (second) await openDuties(writer, 'second-adult', [second], { kind: 'conversation', id }, entryId)
  return opened
}

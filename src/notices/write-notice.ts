import { agreedAmong } from '../agreements/index.ts'
import { openDuties } from '../duties/index.ts'
import { type Id, newId } from '../kit/ids.ts'
import { Already, type Permitted, type Refused, refuse } from '../kit/proof.ts'
import { maySuperviseAll, type OwnRefusal, oursForbid, screened } from '../messages/index.ts'
import { hasRole, isWithin, nextWithin, organisationFacts, secondAdultFor } from '../people/index.ts'
import {
  type Change,
  contentOf,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Reader,
  record,
  type Writer,
} from '../records/index.ts'
import type { Finding } from '../screening/index.ts'
import type { GroupHere } from './access.ts'
import { noticeEvidence } from './evidence.ts'
import { giveFrom } from './give-notice.ts'
import { insertNotice, selectWritten } from './queries.ts'
import type { Reaches } from './rules.ts'
import type { NoticeId, NoticeTable } from './tables.ts'

export interface Notice {
  readonly reaches: Reaches
  readonly subject: string
  readonly body: string
  readonly key: Id<'draft'>
}

export type NoticeRefusal =
  | Refused<'nobody'>
  | Refused<'no-second-adult'>
  | Refused<'personal-detail', readonly Finding[]>
  | OwnRefusal

/** Whom a notice to a group is for: of its members, those whom whoever made it works with now, each once. */
export function recipientsOf(
  { members, children }: Pick<GroupHere, 'members' | 'children'>,
  to: Reaches,
): readonly PersonId[] {
  const inIt = new Set(members.map(({ child_id }) => child_id))
  const here = children.filter(({ id }) => inIt.has(id))
  const parents = to === 'children' ? [] : here.flatMap(child => child.parents.map(({ id }) => id))
  return [...new Set([...parents, ...(to === 'parents' ? [] : here.map(({ id }) => id))])]
}

/** When a notice that is written now is given: undefined for at once. Whoever answers for safeguarding writes at any hour. */
export async function goesLater(reader: Reader<PersonActor>): Promise<Date | undefined> {
  const { hours } = await organisationFacts(reader)
  if (isWithin(hours, reader.now) || (await hasRole(reader, ...maySuperviseAll))) return undefined
  return nextWithin(hours, reader.now)
}

/**
 * Writes a notice to a group. It is stored with a copy for each, and a job gives each theirs, within the hours of contact:
 * whoever sends it waits for none of that. Children with whom contact is not agreed have none. What would stop a message stops it; where it reaches a child, a second adult is in it and is told.
 */
export async function writeNotice(
  writer: Writer<PersonActor>,
  here: Permitted<'use', GroupHere>,
  { reaches, subject, body, key }: Notice,
): Promise<Change<NoticeId, NoticeRefusal>> {
  const { db, actor, now } = writer
  const written = await selectWritten(db, actor.agencyId, actor.personId, key)
  if (written) return new Already(written)
  const all = recipientsOf(here, reaches)
  const agreed = await agreedAmong(writer, all)
  const recipients = all.filter(id => agreed.has(id))
  if (recipients.length === 0) return refuse('nobody')
  const parts = [reaches === 'parents' ? 'parent' : 'child', 'worker', 'second-adult'] as const
  const [{ stopped = [], held = [] }, no, second] = [
    await screened(writer, `${subject}\n${body}`, { speaker: 'worker' }),
    await oursForbid(writer, parts),
    await secondAdultFor(writer, actor.personId),
  ]
  // What would wait for somebody's word in a message cannot wait here: it goes to many at once.
  if (stopped.length + held.length > 0) return refuse('personal-detail', [...stopped, ...held])
  if (no) return no
  if (reaches !== 'parents' && !second) return refuse('no-second-adult')
  const row: NoticeTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    group_id: here.group.id,
    reaches,
    subject,
    body,
    recipients,
    written_by: actor.personId,
    second_id: second ?? null,
    written_at: now,
    draft_key: key,
    entry_id: newEntryId(writer),
  }
  const done = await record(
    writer,
    {
      event: 'notice.written',
      about: [
        { kind: 'notice', id: row.id },
        { kind: 'notice-group', id: here.group.id },
      ],
      cites: ['GEN-INAPP-3'],
      content: contentOf(noticeEvidence, row),
    },
    { id: row.entry_id, value: row.id },
  )
  await insertNotice(db, row)
  if (second && reaches !== 'parents')
    await openDuties(writer, 'read-notice', [second], { kind: 'notice', id: row.id }, row.entry_id)
  const anyHour = await hasRole(writer, ...maySuperviseAll)
  const about = { agencyId: actor.agencyId, noticeId: row.id, ...(anyHour ? { anyHour: 'yes' } : {}) }
  await giveFrom(db, about, await goesLater(writer))
  return done
}

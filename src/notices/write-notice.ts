import { isAgreed } from '../agreements/index.ts'
import { openDuties } from '../duties/index.ts'
import { type Id, newId } from '../kit/ids.ts'
import { enqueue } from '../kit/jobs/index.ts'
import { Already, type Permitted, type Refused, refuse } from '../kit/proof.ts'
import { type OwnRefusal, oursForbid, screened } from '../messages/index.ts'
import { secondAdultFor } from '../people/index.ts'
import {
  type Change,
  contentOf,
  newEntryId,
  type PersonActor,
  type PersonId,
  record,
  type Writer,
} from '../records/index.ts'
import type { Finding } from '../screening/index.ts'
import type { GroupHere } from './access.ts'
import { noticeEvidence } from './evidence.ts'
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

/** Without the children with whom contact is not agreed: nothing goes to them. */
async function agreedAmong(
  writer: Writer<PersonActor>,
  { members }: GroupHere,
  recipients: readonly PersonId[],
): Promise<readonly PersonId[]> {
  const children = new Set(members.map(({ child_id }) => child_id))
  const agreed: PersonId[] = []
  for (const id of recipients) if (!children.has(id) || (await isAgreed(writer, id))) agreed.push(id)
  return agreed
}

/**
 * Writes a notice to a group. It is stored with a copy for each, and a job gives each theirs: whoever sends it waits for
 * none of that. What would stop a message stops it; where it reaches a child, a second adult is in it and is told.
 */
export async function writeNotice(
  writer: Writer<PersonActor>,
  here: Permitted<'use', GroupHere>,
  { reaches, subject, body, key }: Notice,
): Promise<Change<NoticeId, NoticeRefusal>> {
  const { db, actor, now } = writer
  const written = await selectWritten(db, actor.agencyId, actor.personId, key)
  if (written) return new Already(written)
  const recipients = await agreedAmong(writer, here, recipientsOf(here, reaches))
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
  const payload = { agencyId: actor.agencyId, noticeId: row.id }
  await enqueue(db, { task: 'give-notice', payload, key: `give-notice:${row.id}` })
  return done
}

import { newId } from '../kit/ids.ts'
import { type Permitted, type Refused, refuse } from '../kit/proof.ts'
import type { ChildOfWork } from '../people/index.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import type { GroupHere } from './access.ts'
import { groupEvidence, memberEvidence } from './evidence.ts'
import { endMember, insertGroup, insertMembers } from './queries.ts'
import type { GroupId, GroupTable, MemberTable } from './tables.ts'

/** Who is meant: `child:<id>`, or everybody of one piece of work, `work:<what for>`. */
export const meant = (children: readonly ChildOfWork[], who: string): readonly PersonId[] => [
  ...new Set(
    children
      .filter(({ id, purpose }) => who === `child:${id}` || who === `work:${purpose}`)
      .map(one => one.id),
  ),
]

/** Makes a group of some of the children one works with. */
export async function makeGroup(
  writer: Writer<PersonActor>,
  { children }: Permitted<'make', { readonly children: readonly ChildOfWork[] }>,
  { name, who }: { readonly name: string; readonly who: string },
): Promise<Recorded<GroupId> | Refused<'nobody'>> {
  const { actor, now, db } = writer
  const persons = meant(children, who)
  if (persons.length === 0) return refuse('nobody')
  const row: GroupTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    name,
    made_by: actor.personId,
    made_at: now,
    entry_id: newEntryId(writer),
  }
  const made = await record(
    writer,
    {
      event: 'notice-group.made',
      about: [{ kind: 'notice-group', id: row.id }],
      cites: [],
      content: contentOf(groupEvidence, row),
    },
    { id: row.entry_id, value: row.id },
  )
  await insertGroup(db, row)
  await addMembers(writer, row.id, persons)
  return made
}

/** Puts children in: only those that whoever made the group works with, and each once. */
export async function addToGroup(
  writer: Writer<PersonActor>,
  { group, members, children }: Permitted<'use', GroupHere>,
  who: string,
): Promise<Recorded<GroupId> | Refused<'nobody'>> {
  const here = new Set(members.map(({ child_id }) => child_id))
  const persons = meant(children, who).filter(id => !here.has(id))
  const added = await addMembers(writer, group.id, persons)
  return added ?? refuse('nobody')
}

/** Takes a child out of a group. */
export async function takeOut(
  writer: Writer<PersonActor>,
  { group, members }: Permitted<'use', GroupHere>,
  child: string,
): Promise<Recorded<GroupId> | Refused<'nobody'>> {
  const member = members.find(({ child_id }) => child_id === child)
  if (!member) return refuse('nobody')
  const { name: _, ...row } = member
  const ended: MemberTable = { ...row, until: writer.now, entry_id: newEntryId(writer) }
  const done = await recordMember(writer, 'notice-member.taken-out', ended, group.id)
  await endMember(writer.db, ended)
  return done
}

async function addMembers(
  writer: Writer<PersonActor>,
  group: GroupId,
  persons: readonly PersonId[],
): Promise<Recorded<GroupId> | undefined> {
  const { actor, now, db } = writer
  const rows = persons.map(
    (child): MemberTable => ({
      agency_id: actor.agencyId,
      id: newId(now.getTime()),
      group_id: group,
      child_id: child,
      added_at: now,
      until: null,
      entry_id: newEntryId(writer),
    }),
  )
  const done = await Promise.all(rows.map(row => recordMember(writer, 'notice-member.added', row, group)))
  await insertMembers(db, rows)
  return done[0]
}

const recordMember = (
  writer: Writer<PersonActor>,
  event: 'notice-member.added' | 'notice-member.taken-out',
  row: MemberTable,
  group: GroupId,
) =>
  record(
    writer,
    {
      event,
      about: [
        { kind: 'notice-member', id: row.id },
        { kind: 'notice-group', id: group },
      ],
      cites: [],
      content: contentOf(memberEvidence, row),
    },
    { id: row.entry_id, value: group },
  )

import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import { type ChildOfWork, childrenOf, hasRole, lineOf, mayManage, standing } from '../people/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { type OwnCopy, selectCopies } from './copies.ts'
import {
  type GroupRow,
  type MemberRow,
  type NoticeRow,
  selectGroups,
  selectMembers,
  selectNotice,
} from './queries.ts'
import { mayWriteNotices } from './rules.ts'

/** Leave to make a group of the children one works with: with who they are. */
export async function leaveToMakeGroup(
  reader: Reader<PersonActor>,
): Promise<Permitted<'make', { readonly children: readonly ChildOfWork[] }> | undefined> {
  if (!(await hasRole(reader, ...mayWriteNotices))) return undefined
  return permit('make', { children: await childrenOf(reader, reader.actor.personId) })
}

export interface GroupHere {
  readonly group: GroupRow
  readonly members: readonly MemberRow[]
  /** The children that whoever made it works with now: nobody else can be in it, and nobody else is written to. */
  readonly children: readonly ChildOfWork[]
}

/** A group to write to and to change: of whoever made it, and of the managers they answer to. */
export async function groupToUse(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'use', GroupHere> | undefined> {
  const { db, actor } = reader
  const id = idFrom<'notice-group'>(text)
  if (!id || !(await hasRole(reader, ...mayWriteNotices))) return undefined
  const [group] = await selectGroups(db, actor.agencyId, { id })
  if (!group || !(await isTheirs(reader, group))) return undefined
  const [members, children] = await Promise.all([
    selectMembers(db, actor.agencyId, id),
    childrenOf(reader, group.made_by),
  ])
  return permit('use', { group, members, children })
}

async function isTheirs(reader: Reader<PersonActor>, { made_by }: GroupRow): Promise<boolean> {
  if (made_by === reader.actor.personId) return true
  if (!(await hasRole(reader, ...mayManage))) return false
  return (await lineOf(reader, reader.actor.personId)).includes(made_by)
}

/** A notice to see how it fares: whoever wrote it, its second adult, the managers of its writer, and designated persons. */
export async function noticeToSee(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'see', NoticeRow> | undefined> {
  const { db, actor } = reader
  const id = idFrom<'notice'>(text)
  const notice = id && actor.kind === 'staff' && (await selectNotice(db, actor.agencyId, id))
  if (!notice) return undefined
  const has = await standing(reader)
  const isIn = notice.written_by === actor.personId || notice.second_id === actor.personId
  const may =
    has.size > 0 &&
    (isIn ||
      has.has('designated-person') ||
      has.has('deputy-designated-person') ||
      (mayManage.some(role => has.has(role)) &&
        (await lineOf(reader, actor.personId)).includes(notice.written_by)))
  return may ? permit('see', notice) : undefined
}

/** A child's, a young person's or a parent's own copy. */
export async function copyToRead(
  { db, actor }: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'read', OwnCopy> | undefined> {
  const notice = idFrom<'notice'>(text)
  if (!notice || actor.kind === 'staff') return undefined
  const [copy] = await selectCopies(db, { agencyId: actor.agencyId, person: actor.personId, notice })
  return copy && permit('read', copy)
}

import type { Db } from '../kit/db/index.ts'
import { tidy } from '../kit/forms/index.ts'
import { idFrom, madeAt } from '../kit/ids.ts'
import type { PersonActor, PersonId, Reader } from '../records/index.ts'
import {
  type ListedConversation,
  type ListOf,
  type ListPlace,
  selectConversationsOf,
} from './list-queries.ts'

const pageOf = 50

/** A page of a list of conversations, and where the list goes on. */
export interface ListPage {
  readonly list: readonly ListedConversation[]
  readonly find: string
  /** From where newer ones are found, and older ones; none where there are none. */
  readonly newer: ListPlace | undefined
  readonly older: ListPlace | undefined
  /** How far back was looked, where it was not to the end and the page is not full. */
  readonly lookedTo: Date | undefined
}

/** One page of a list of conversations, the newest or the one that the address names, and what was looked for in it. */
export async function listed(
  { db, actor }: Reader<PersonActor>,
  people: readonly PersonId[] | undefined,
  query: URLSearchParams,
  narrowed: Pick<ListOf, 'kind' | 'since'> = {},
): Promise<ListPage> {
  const find = tidy(query.get('find') ?? '').slice(0, 100)
  const which = { agencyId: actor.agencyId, people, viewer: actor.personId, find, ...narrowed }
  const after = idFrom<'list-place'>(query.get('after'))
  const newer = after && (await newerPage(db, which, after))
  // Where fewer are newer than a page holds, they are the beginning of the list.
  const found = newer ?? (await olderPage(db, which, after ? undefined : idFrom(query.get('before'))))
  return { ...found, find }
}

type Page = Omit<ListPage, 'find'>

async function olderPage(db: Db, which: ListOf, place: ListPlace | undefined): Promise<Page> {
  const { rows, walked } = await selectConversationsOf(db, which, { place, side: 'older' }, pageOf + 1)
  const list = rows.slice(0, pageOf)
  return {
    list,
    newer: place && (list[0]?.place ?? place),
    older: rows.length > pageOf ? list.at(-1)?.place : walked,
    lookedTo: walked && madeAt(walked),
  }
}

async function newerPage(db: Db, which: ListOf, place: ListPlace): Promise<Page | undefined> {
  const { rows, walked } = await selectConversationsOf(db, which, { place, side: 'newer' }, pageOf + 1)
  const more = rows.length > pageOf
  if (!more && !walked) return undefined
  const list = rows.slice(-pageOf)
  return {
    list,
    newer: more ? list[0]?.place : walked,
    older: list.at(-1)?.place ?? place,
    lookedTo: undefined,
  }
}

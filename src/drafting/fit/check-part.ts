import type { Checked } from '../../clauses/index.ts'
import { dayAt } from '../../guidance/index.ts'
import { type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import type { Change, PersonActor, Writer } from '../../records/index.ts'
import type { Draft } from '../access.ts'
import type { RevisionTable } from '../queries.ts'
import { checkedBy, partOf } from '../writing/edits.ts'
import { keepRevision } from '../writing/save-draft.ts'
import { madeOfAt } from '../writing/write-words.ts'

export type CheckRefusal =
  | Refused<'changed-meanwhile'>
  | Refused<'not-open'>
  | Refused<'names-nothing'>
  | Refused<'no-remark'>
  | Refused<'you-wrote-it'>

/**
 * A named person says how a part stands to statements that they have read beside it. Only while it reads as it did then; a
 * later change to its words empties what was found. Whoever checks has written nothing by it, and may approve. That a part
 * covers is for somebody to find who wrote none of the draft; what it lacks, its writers may say themselves.
 */
export async function checkPart(
  writer: Writer<PersonActor>,
  draft: Permitted<'write', Draft>,
  given: Pick<Checked, 'finds' | 'statements' | 'remark'> & { readonly part: string; readonly from: number },
): Promise<Change<RevisionTable, CheckRefusal>> {
  const { actor, now } = writer
  const { part: id, from, ...found } = given
  if (draft.state !== 'writing' && draft.state !== 'asked') return refuse('not-open')
  if (found.statements.length === 0) return refuse('names-nothing')
  if (found.finds !== 'covers' && !found.remark) return refuse('no-remark')
  if (found.finds === 'covers' && draft.writers.includes(actor.personId)) return refuse('you-wrote-it')
  const read = await madeOfAt(writer, draft, from)
  const asRead = read && partOf(read, id)
  const checked: Checked = { by: actor.personId, name: actor.name, on: dayAt(now), ...found }
  const madeOf = asRead && checkedBy(id, asRead, checked)(draft.revision.made_of)
  if (!madeOf) return refuse('changed-meanwhile')
  return keepRevision(writer, {
    draft: draft.draft,
    number: draft.revision.number + 1,
    madeOf,
    wrote: false,
  })
}

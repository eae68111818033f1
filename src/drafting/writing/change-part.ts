import type { Permitted } from '../../kit/proof.ts'
import type { Change, PersonActor, Writer } from '../../records/index.ts'
import type { Draft } from '../access.ts'
import type { RevisionTable } from '../queries.ts'
import { type PartRead, partOf } from './edits.ts'
import { type Edit, type SaveRefusal, saveDraft } from './save-draft.ts'
import { madeOfAt } from './write-words.ts'

/**
 * Changes one part of a draft. `from` is the revision in which it was read: where somebody has changed the same part since,
 * nothing is saved; what they changed elsewhere stays.
 */
export async function changePart(
  writer: Writer<PersonActor>,
  draft: Permitted<'write', Draft>,
  about: { readonly from: number; readonly part: string; readonly edit: (asRead: PartRead) => Edit },
): Promise<Change<RevisionTable, SaveRefusal>> {
  const read = await madeOfAt(writer, draft, about.from)
  const asRead = read && partOf(read, about.part)
  return saveDraft(writer, draft, madeOf => asRead && about.edit(asRead)(madeOf))
}

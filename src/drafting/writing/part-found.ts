import type { Part } from '../../clauses/index.ts'
import type { Permitted } from '../../kit/proof.ts'
import type { PersonActor, Reader } from '../../records/index.ts'
import { type Draft, draftToWrite } from '../access.ts'
import { selectRevisionWith } from '../queries.ts'
import { partOf } from './edits.ts'

export interface PartFound {
  readonly draft: Permitted<'write', Draft>
  readonly part: Part
  /** It was left out of the draft since. Whoever is typing in it is not to lose their words. */
  readonly leftOut: boolean
}

/** One part of a draft, by its id; as it was last, when it has been left out. */
export async function partFound(
  reader: Reader<PersonActor>,
  asked: { readonly policy: string; readonly part: string },
): Promise<PartFound | undefined> {
  const draft = await draftToWrite(reader, asked.policy)
  if (!draft) return undefined
  const now = partOf(draft.revision.made_of, asked.part)
  if (now) return { draft, part: now, leftOut: false }
  const { db, actor } = reader
  const last = await selectRevisionWith(db, actor.agencyId, draft.draft.id, asked.part)
  const before = last && partOf(last.made_of, asked.part)
  return before && { draft, part: before, leftOut: true }
}

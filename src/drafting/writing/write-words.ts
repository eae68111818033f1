import type { MadeOf } from '../../clauses/index.ts'
import type { Permitted } from '../../kit/proof.ts'
import type { Change, PersonActor, Reader, Writer } from '../../records/index.ts'
import type { Draft } from '../access.ts'
import { type RevisionTable, selectRevision } from '../queries.ts'
import { withText, wordsToChange } from './from-text.ts'
import { type SaveRefusal, saveDraft } from './save-draft.ts'
import { tidied } from './tidied.ts'

/** What a draft was made of at one of its savings. Undefined where there was none of that number. */
export const madeOfAt = async (
  { db, actor }: Reader,
  { draft }: Pick<Draft, 'draft'>,
  number: number,
): Promise<MadeOf | undefined> => (await selectRevision(db, actor.agencyId, draft.id, number))?.made_of

/** Saves the whole text of a draft as it was typed or pasted; one part to each heading. */
export async function writeWords(
  writer: Writer<PersonActor>,
  draft: Permitted<'write', Draft>,
  given: { readonly from: number; readonly text: string },
): Promise<Change<RevisionTable, SaveRefusal>> {
  const text = tidied(given.text)
  const asRead = await madeOfAt(writer, draft, given.from)
  return saveDraft(writer, draft, madeOf => {
    const now = wordsToChange(madeOf)
    if (now === text) return madeOf
    return asRead && wordsToChange(asRead) === now ? withText(madeOf, text) : undefined
  })
}

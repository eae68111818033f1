import { isNoteId, type Note, note } from '../guidance/index.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import { hasRole } from '../people/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { mayCheck } from './rules.ts'

/** A note, for somebody who may say for their agency that it was checked. */
export async function noteToCheck(
  reader: Reader<PersonActor>,
  topic: string,
  id: string,
): Promise<Permitted<'check', { readonly note: Note }> | undefined> {
  if (!isNoteId(id) || note(id).topic !== topic || !(await hasRole(reader, ...mayCheck))) return undefined
  return permit('check', { note: note(id) })
}

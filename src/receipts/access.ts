import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import { type PersonActor, type Reader, type ReceiptEntry, selectReceiptEntry } from '../records/index.ts'
import { isSigner } from './on-paper.ts'

/** An entry whose receipt the person may have: one that says what they did, here or on paper. */
export async function entryOfMine(
  reader: Reader<PersonActor>,
  entry: string,
): Promise<Permitted<'have-receipt', ReceiptEntry> | undefined> {
  const id = idFrom<'entry'>(entry)
  const found = id && (await selectReceiptEntry(reader.db, reader.actor.agencyId, id))
  const me = reader.actor.personId
  return found && (found.person_id === me || isSigner(found, me)) ? permit('have-receipt', found) : undefined
}

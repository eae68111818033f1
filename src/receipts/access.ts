import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import { type PersonActor, type Reader, type ReceiptEntry, selectReceiptEntry } from '../records/index.ts'

/** An entry whose receipt the person may have: one that says what they themselves did. */
export async function entryOfMine(
  reader: Reader<PersonActor>,
  entry: string,
): Promise<Permitted<'have-receipt', ReceiptEntry> | undefined> {
  const id = idFrom<'entry'>(entry)
  const found = id && (await selectReceiptEntry(reader.db, reader.actor.agencyId, id))
  return found && found.person_id === reader.actor.personId ? permit('have-receipt', found) : undefined
}

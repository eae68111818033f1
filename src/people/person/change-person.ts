import type { StatementId } from '../../guidance/index.ts'
import {
  contentOf,
  newEntryId,
  type PersonId,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import { personEvidence } from '../evidence.ts'
import { type PersonTable, tables } from '../queries.ts'

type Changing = Partial<
  Pick<PersonTable, 'name' | 'email' | 'phone' | 'born_on' | 'manager_id' | 'left_at' | 'login_id' | 'way'>
>

/**
 * Changes a person's row, with an entry that holds the whole row as it now is. The caller has held the agency since before
 * it read the row: else the entry could say what no longer stands.
 */
export async function changePerson(
  writer: Writer,
  before: PersonTable,
  set: Changing,
  about: {
    readonly event: 'person.changed' | 'person.left' | 'person.signs-in-anew'
    readonly cites: readonly StatementId[]
  } = {
    event: 'person.changed',
    cites: [],
  },
): Promise<Recorded<PersonId>> {
  const entryId = newEntryId(writer)
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: about.event,
        about: [{ kind: 'person', id: before.id }],
        cites: about.cites,
        content: contentOf(personEvidence, { ...before, ...set }),
      },
      { id: entryId, value: before.id },
    ),
    tables(writer.db)
      .updateTable('person')
      .set({ ...set, entry_id: entryId })
      .where('agency_id', '=', before.agency_id)
      .where('id', '=', before.id)
      .execute(),
  ])
  return done
}

import { newId } from '../kit/ids.ts'
import { Already, type Permitted } from '../kit/proof.ts'
import {
  type Change,
  contentOf,
  newEntryId,
  type PersonActor,
  record,
  type Writer,
} from '../records/index.ts'
import { ageEvidence } from './evidence.ts'
import { insertAge, type selectAge } from './queries.ts'
import type { AgeTable } from './tables.ts'

/** Says from which age a young person agrees for themselves here, and why. It holds for what is said from now on. */
export async function setAge(
  writer: Writer<PersonActor>,
  { said }: Permitted<'set-age', Awaited<ReturnType<typeof selectAge>>>,
  { age, reason }: { readonly age: number; readonly reason: string },
): Promise<Change<undefined>> {
  if (said?.age === age && said.reason === reason) return new Already(undefined)
  const { db, actor, now } = writer
  const row: AgeTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    age,
    reason,
    set_by: actor.personId,
    set_at: now,
    entry_id: newEntryId(writer),
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'agreement-age.set',
        about: [{ kind: 'agreement-age', id: row.id }],
        cites: [],
        content: contentOf(ageEvidence, row),
      },
      { id: row.entry_id },
    ),
    insertAge(db, row),
  ])
  return done
}

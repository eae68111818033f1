import { closeDuties } from '../../duties/index.ts'
import { newId } from '../../kit/ids.ts'
import { Already, type Permitted } from '../../kit/proof.ts'
import {
  type Change,
  contentOf,
  inVault,
  newEntryId,
  type PersonActor,
  record,
  type Writer,
} from '../../records/index.ts'
import { cameEvidence } from './evidence.ts'
import { type CameTable, chainTables, type Tried } from './tables.ts'

/** Says that a letter came, to whoever had it. With it the way is tried, and nobody owes that for a month. */
export const letterCame = (
  writer: Writer<PersonActor>,
  letter: Permitted<'say-it-came', Tried>,
): Promise<Change<undefined>> =>
  inVault(writer, async inside => {
    if (letter.came_at) return new Already(undefined)
    const { db, actor, now } = inside
    const row: CameTable = {
      agency_id: actor.agencyId,
      id: newId(now.getTime()),
      letter_id: letter.id,
      came_at: now,
      entry_id: newEntryId(inside),
    }
    await chainTables(db).insertInto('chain_letter_came').values(row).execute()
    await closeDuties(inside, { kind: 'try-the-chain', aboutId: actor.agencyId }, row.entry_id)
    return record(
      inside,
      {
        event: 'chain.letter-came',
        about: [{ kind: 'agency', id: actor.agencyId }],
        cites: ['REP-4'],
        content: contentOf(cameEvidence, row),
      },
      { id: row.entry_id, value: undefined },
    )
  })

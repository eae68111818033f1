import { newId } from '../../kit/ids.ts'
import { Already, type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import {
  type Change,
  contentOf,
  inVault,
  newEntryId,
  type PersonActor,
  type PersonId,
  record,
  type Writer,
} from '../../records/index.ts'
import { switchEvidence } from './evidence.ts'
import type { Chain } from './links.ts'
import { chainTables, type SwitchTable, selectSwitch } from './tables.ts'

/** Switches concerns on, where every link of the chain is whole. From then on the forms are open to everybody. */
export const switchOn = async (
  writer: Writer<PersonActor>,
  { ready }: Permitted<'mend', Chain>,
): Promise<Change<undefined, Refused<'not-whole'>>> =>
  ready ? putOn(writer, writer.actor.personId) : refuse('not-whole')

/** Puts down that they are on, whoever found the chain whole. */
export const putOn = (writer: Writer, by: PersonId): Promise<Change<undefined>> =>
  inVault(writer, async inside => {
    const { db, actor, now } = inside
    if (await selectSwitch(db, actor.agencyId)) return new Already(undefined)
    const row: SwitchTable = {
      agency_id: actor.agencyId,
      id: newId(now.getTime()),
      switched_by: by,
      switched_at: now,
      entry_id: newEntryId(inside),
    }
    await chainTables(db).insertInto('concern_switch').values(row).execute()
    return record(
      inside,
      {
        event: 'concerns.switched-on',
        about: [{ kind: 'agency', id: actor.agencyId }],
        cites: ['REP-4'],
        content: contentOf(switchEvidence, row),
      },
      { id: row.entry_id, value: undefined },
    )
  })

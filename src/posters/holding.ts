import { closeDuties } from '../duties/index.ts'
import type { Holding } from '../people/index.ts'
import { roles } from '../records/index.ts'
import { changePrinting } from './change-printing.ts'
import { owe } from './look-at-printings.ts'
import { selectKeptBy } from './queries.ts'
import { posters } from './rules.ts'

/** The posters on walls that a leaver looks after: each becomes the other's, and one that is to be replaced is theirs to. */
export const postersHolding: Holding = {
  kind: 'posters',
  words: ['printed poster they look after', 'printed posters they look after'],
  roles,
  heldBy: async ({ db, actor }, personId) =>
    (await selectKeptBy(db, actor.agencyId, personId)).map(({ id, poster, place }) => ({
      id,
      name: `${posters[poster].name}: ${place}`,
    })),
  async handOver(writer, { from, to }) {
    const { db, actor } = writer
    for (const printing of await selectKeptBy(db, actor.agencyId, from)) {
      const { value } = await changePrinting(writer, printing, 'poster.handed-over', { keeper_id: to })
      if (!value.superseded_at) continue
      await closeDuties(writer, { kind: 'replace-poster', person: from, aboutId: value.id }, value.entry_id)
      await owe(writer, value)
    }
    return undefined
  },
}

import { type Holding, mayWork } from '../people/index.ts'
import { contentOf, newEntryId, record } from '../records/index.ts'
import { groupEvidence } from './evidence.ts'
import { selectGroups, setMadeBy } from './queries.ts'

/**
 * The groups that a leaver writes to. Whoever takes one over writes to those of its children whom they work with by then: the
 * work with them is handed over by itself.
 */
export const groupsHolding: Holding = {
  kind: 'groups',
  words: ['group of families they write to', 'groups of families they write to'],
  roles: mayWork,
  heldBy: async ({ db, actor }, personId) =>
    (await selectGroups(db, actor.agencyId, { people: [personId] })).map(({ id, name }) => ({ id, name })),
  async handOver(writer, { from, to }) {
    const { db, actor } = writer
    for (const { made_by_name: _, members: __, ...group } of await selectGroups(db, actor.agencyId, {
      people: [from],
    })) {
      const row = { ...group, made_by: to, entry_id: newEntryId(writer) }
      await record(
        writer,
        {
          event: 'notice-group.handed-over',
          about: [{ kind: 'notice-group', id: group.id }],
          cites: [],
          content: contentOf(groupEvidence, row),
        },
        { id: row.entry_id },
      )
      await setMadeBy(db, row)
    }
    return undefined
  },
}

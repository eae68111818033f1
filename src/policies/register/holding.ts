import type { Holding } from '../../people/index.ts'
import { roles } from '../../records/index.ts'
import { setOwner } from './own-policy.ts'
import { selectOwner, selectRegister } from './queries.ts'

/** The policies a leaver owns: each becomes the other's, reviewed on the day it was to be, and late if it was late. */
export const policiesHolding: Holding = {
  kind: 'policies',
  words: ['policy they own', 'policies they own'],
  roles,
  heldBy: async ({ db, actor }, personId) => {
    const shelf = await selectRegister(db, actor.agencyId)
    return shelf.filter(({ owner_id }) => owner_id === personId).map(({ id, title }) => ({ id, name: title }))
  },
  async handOver(writer, { from, to }) {
    const { db, actor } = writer
    for (const { id } of (await selectRegister(db, actor.agencyId)).filter(one => one.owner_id === from)) {
      const owner = await selectOwner(db, actor.agencyId, id)
      if (!owner) continue
      const { review_on } = owner
      await setOwner(writer, { id }, { owner_id: to, review_on, reason: 'handed-over', remark: '' })
    }
    return undefined
  },
}

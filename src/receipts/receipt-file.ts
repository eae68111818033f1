import { type Ground, read, receiptJson, receiptOf } from '../records/index.ts'
import { handler } from '../screens/index.ts'
import { entryOfMine } from './access.ts'
import { routes } from './routes.ts'

export const receiptFile = (ground: Ground) =>
  handler(routes.file, {
    async get({ actor, params, missing }) {
      if (!actor) return missing()
      const receipt = await read(ground, actor, async reader => {
        const entry = await entryOfMine(reader, params.entry)
        return entry && receiptOf(reader.db, actor.agencyId, entry)
      })
      if (!receipt) return missing()
      return new Response(receiptJson(receipt), {
        headers: {
          'content-type': 'application/json',
          'content-disposition': `attachment; filename="lanyard-receipt-${receipt.leaf.at.slice(0, 10)}.json"`,
          'cache-control': 'no-store',
        },
      })
    },
  })

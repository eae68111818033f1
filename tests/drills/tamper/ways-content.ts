import { cast } from '../../../src/demo/index.ts'
import { entryAt, heldBefore, rehash, retile } from './rewrite.ts'
import { late, type Way, within } from './way.ts'

/** What entries say, rewritten more and more thoroughly. */
export const contentWays: readonly Way[] = [
  {
    name: 'alter an entry’s content',
    async rewrite({ client }) {
      const entryId = await entryAt(client, within)
      await client.query(`update entry set content = replace(content, 'trip', 'walk') where id = $1`, [
        entryId,
      ])
      return { entryId, position: within, says: /content is not what its leaf commits to/ }
    },
  },
  {
    name: 'alter a leaf',
    async rewrite({ client }) {
      const entryId = await entryAt(client, within)
      await client.query(
        `update entry set leaf = replace(leaf, $2, $3), person_id = $3::uuid where id = $1`,
        [entryId, cast.amira.id, cast.ben.id],
      )
      return { entryId, position: within, says: /leaf is not the one that was put in the log/ }
    },
  },
  {
    name: 'alter a leaf and its hash, in a full tile',
    async rewrite({ client }) {
      const entryId = await entryAt(client, within)
      await client.query(`update entry set leaf = replace(leaf, 'GEN-APP-3', 'GEN-APP-8') where id = $1`, [
        entryId,
      ])
      await rehash(client)
      return { entryId, position: within, says: /not the one in the tile/ }
    },
  },
  {
    name: 'alter a leaf, its hash and its tile',
    async rewrite({ client }) {
      const entryId = await entryAt(client, within)
      await client.query(`update entry set leaf = replace(leaf, 'GEN-APP-3', 'GEN-APP-8') where id = $1`, [
        entryId,
      ])
      await rehash(client)
      await retile(client)
      return { position: await heldBefore(client, within), says: /root is not what its entries give/ }
    },
  },
  {
    name: 'alter a message everywhere: row, content, salt, leaf, hash and tile',
    async rewrite({ client }) {
      const entryId = await entryAt(client, late)
      await client.query(`update message set body = 'We never met' where entry_id = $1`, [entryId])
      await client.query(
        `with new as (select regexp_replace(content, '"body":"[^"]*"', '"body":"We never met"') as content, salt from entry where id = $1)
         update entry set content = new.content, leaf = regexp_replace(leaf, '"commitment":"[^"]*"',
           '"commitment":"' || encode(sha256(new.salt || convert_to(new.content, 'UTF8')), 'base64') || '"')
         from new where id = $1`,
        [entryId],
      )
      await rehash(client)
      await retile(client)
      return { position: await heldBefore(client, late), says: /root is not what its entries give/ }
    },
  },
  {
    name: 'empty an entry’s content as if it had been erased',
    async rewrite({ client }) {
      const entryId = await entryAt(client, within)
      await client.query('update entry set content = null, salt = null where id = $1', [entryId])
      await client.query('update message set body = null where entry_id = $1', [entryId])
      return { entryId, position: within, says: /no entry says that it was erased/ }
    },
  },
]

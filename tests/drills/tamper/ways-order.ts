import { cast } from '../../../src/demo/index.ts'
import { newId } from '../../../src/kit/ids.ts'
import type { Copy } from './record.ts'
import { entryAt, far, heldBefore, hilltop, retile, riverside, shift, sizeOf } from './rewrite.ts'
import { late, type Way, within } from './way.ts'

/** Which entries there are, and in what order. */
export const orderWays: readonly Way[] = [
  {
    name: 'delete an entry',
    async rewrite({ client }) {
      const entryId = await entryAt(client, within)
      await client.query('delete from entry where id = $1', [entryId])
      return { entryId, position: within, says: /it is gone/ }
    },
  },
  {
    name: 'delete an entry and its place in the log',
    async rewrite({ client }) {
      const entryId = await entryAt(client, within)
      await client.query('delete from entry_sequenced where entry_id = $1', [entryId])
      await client.query('delete from entry where id = $1', [entryId])
      await client.query('delete from message where entry_id = $1', [entryId])
      return { position: within, says: new RegExp(`entry ${within + 1} is not in the log`) }
    },
  },
  {
    name: 'delete an entry and its message, and close the gap',
    async rewrite({ client }) {
      await deleteAt(client, within)
      return { entryId: await entryAt(client, within), position: within, says: /not the one in the tile/ }
    },
  },
  {
    name: 're-sequence: delete, close the gap, make tiles anew',
    async rewrite({ client }) {
      await deleteAt(client, within)
      await retile(client)
      return { position: await heldBefore(client, within), says: /root is not what its entries give/ }
    },
  },
  {
    name: 'insert an entry that never happened',
    async rewrite({ client }) {
      const entryId = await insertLike(client, within)
      return { entryId, says: /behind the record’s back/ }
    },
  },
  {
    name: 'insert an entry in the middle of the log',
    async rewrite({ client }) {
      const entryId = await insertLike(client, within)
      await shift(client, within, 1)
      await client.query(
        `insert into entry_sequenced (agency_id, position, entry_id, hash)
         select agency_id, $2, id, sha256('\\x00'::bytea || convert_to(leaf, 'UTF8')) from entry where id = $1`,
        [entryId, within],
      )
      return { entryId, position: within, says: /not the one in the tile/ }
    },
  },
  {
    name: 'reorder two entries',
    async rewrite({ client }) {
      await swapPlaces(client, within, within + 1)
      return { entryId: await entryAt(client, within), position: within, says: /not the one in the tile/ }
    },
  },
  {
    name: 'reorder two entries, and make tiles anew',
    async rewrite({ client }) {
      await swapPlaces(client, late, late + 1)
      await retile(client)
      return { position: await heldBefore(client, late), says: /root is not what its entries give/ }
    },
  },
  {
    name: 'truncate the tail, and all that it recorded',
    async rewrite({ client }) {
      const size = await heldBefore(client, (await sizeOf(client)) - 1)
      await truncate(client, size)
      return { position: size, says: /is the first that is gone/ }
    },
  },
  {
    name: 'swap two agencies’ entries',
    async rewrite({ client }) {
      const [ours, theirs] = [await entryAt(client, within), await entryAt(client, 5, hilltop)]
      const move = 'update entry_sequenced set agency_id = $2, position = $3 where entry_id = $1'
      await client.query(move, [ours, hilltop, far])
      await client.query(move, [theirs, riverside, within])
      await client.query(move, [ours, hilltop, 5])
      const give = 'update entry set agency_id = $2 where id = $1'
      await client.query(give, [ours, hilltop])
      await client.query(give, [theirs, riverside])
      return { entryId: theirs, position: within, says: /not the one in the tile/ }
    },
  },
  {
    name: 'swap two agencies’ signatures',
    async rewrite({ client }) {
      const { rows } = await client.query('select entry_id from signature where person_id = $1', [
        cast.amira.id,
      ])
      await client.query(
        'update signature set agency_id = case agency_id when $1 then $2::uuid else $1::uuid end where person_id in ($3, $4)',
        [riverside, hilltop, cast.amira.id, cast.joan.id],
      )
      return { entryId: rows[0].entry_id, says: /signature that was recorded is gone/ }
    },
  },
]

async function deleteAt(client: Copy['client'], position: number): Promise<void> {
  const entryId = await entryAt(client, position)
  await client.query('delete from entry_sequenced where entry_id = $1', [entryId])
  await client.query('delete from entry where id = $1', [entryId])
  await client.query('delete from message where entry_id = $1', [entryId])
  await shift(client, position + 1, -1)
}

/** A forged entry after the model of one that stands: another id and time, everything else the same. */
async function insertLike(client: Copy['client'], position: number): Promise<string> {
  const [model, id] = [await entryAt(client, position), newId()]
  await client.query(
    `insert into entry (agency_id, id, at, event, person_id, about_id, leaf, salt, content)
     select agency_id, $2::uuid, at, 'conversation.read', person_id, about_id,
       replace(replace(leaf, id::text, $2::uuid::text), 'message.sent', 'conversation.read'), salt, content from entry where id = $1`,
    [model, id],
  )
  return id
}

async function swapPlaces(client: Copy['client'], one: number, other: number): Promise<void> {
  const move = 'update entry_sequenced set position = $3 where agency_id = $1 and position = $2'
  await client.query(move, [riverside, one, far])
  await client.query(move, [riverside, other, one])
  await client.query(move, [riverside, far, other])
}

async function truncate(client: Copy['client'], size: number): Promise<void> {
  const gone = `(select entry_id from entry_sequenced where agency_id = '${riverside}' and position >= ${size})`
  for (const table of ['message', 'participant', 'conversation'])
    await client.query(`delete from ${table} where entry_id in ${gone}`)
  await client.query(`delete from entry where id in ${gone}`)
  await client.query('delete from entry_sequenced where agency_id = $1 and position >= $2', [riverside, size])
  for (const table of ['cosignature', 'checkpoint'])
    await client.query(`delete from ${table} where agency_id = $1 and size > $2`, [riverside, size])
}

import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseNote, signNote } from '../../../src/records/log/note.ts'
import { keep, otherKeys, talk, withGround } from './record.ts'
import { heldBefore, riverside, sizeOf } from './rewrite.ts'
import type { Way } from './way.ts'

/** Keys, checkpoints, cosignatures, the witness's files, and older backups. */
export const keyWays: readonly Way[] = [
  {
    name: 'replace the signing key in every checkpoint',
    async rewrite({ client }) {
      const { rows } = await client.query('select size, note from checkpoint where agency_id = $1', [
        riverside,
      ])
      for (const { size, note } of rows) {
        const forged = signNote(parseNote(note).text, [otherKeys.log('riverside-youth')])
        await client.query('update checkpoint set note = $3 where agency_id = $1 and size = $2', [
          riverside,
          size,
          forged,
        ])
      }
      return { position: 0, says: /no known key signed/ }
    },
  },
  {
    name: 'replace the master secret, and sign every checkpoint with it',
    keys: otherKeys,
    async rewrite({ client }) {
      await client.query('delete from cosignature')
      const { rows } = await client.query(
        'select c.agency_id, a.slug, c.size, c.note from checkpoint c join agency a on a.id = c.agency_id',
      )
      for (const { agency_id, slug, size, note } of rows) {
        const forged = signNote(parseNote(note).text, [otherKeys.log(slug)])
        await client.query('update checkpoint set note = $3 where agency_id = $1 and size = $2', [
          agency_id,
          size,
          forged,
        ])
      }
      return { says: /key is not the one its witness knows/ }
    },
  },
  {
    name: 'roll back to an older backup',
    from: 'older',
    rewrite: async ({ client }) => ({ position: await sizeOf(client), says: /is the first that is gone/ }),
  },
  {
    name: 'roll back to an older backup, and let the software write on',
    from: 'older',
    async rewrite({ client, database, keys, heads }) {
      const size = await sizeOf(client)
      const refused = await withGround(database, async ground => {
        const faults: unknown[] = []
        await talk(ground, 'Something else', 200, async () =>
          faults.push(...(await keep(ground, database, keys, heads))),
        )
        return faults
      })
      if (refused.length === 0) throw new Error('the witness cosigned a log that was rolled back')
      return { position: size, says: /not the ones the witness saw/ }
    },
  },
  {
    name: 'alter a checkpoint’s root',
    async rewrite({ client }) {
      const size = await sizeOf(client)
      await client.query(`update checkpoint set root = sha256('x') where agency_id = $1 and size = $2`, [
        riverside,
        size,
      ])
      return { position: await heldBefore(client, size - 1), says: /not what is kept beside it/ }
    },
  },
  {
    name: 'alter what a checkpoint says',
    async rewrite({ client }) {
      const size = await sizeOf(client)
      await client.query(
        `update checkpoint set note = replace(note, E'\\n' || size || E'\\n', E'\\n' || (size + 1) || E'\\n')
         where agency_id = $1 and size = $2`,
        [riverside, size],
      )
      return { position: await heldBefore(client, size - 1), says: /signature of .* is false/ }
    },
  },
  {
    name: 'delete the newest checkpoint',
    async rewrite({ client }) {
      const size = await sizeOf(client)
      for (const table of ['cosignature', 'checkpoint'])
        await client.query(`delete from ${table} where agency_id = $1 and size = $2`, [riverside, size])
      return { position: await sizeOf(client), says: /the newest checkpoint is over/ }
    },
  },
  {
    name: 'alter a cosignature',
    async rewrite({ client }) {
      const size = await sizeOf(client)
      await client.query(
        `update cosignature set line = overlay(line placing 'AAAA' from length(line) - 20) where agency_id = $1 and size = $2`,
        [riverside, size],
      )
      return { position: await heldBefore(client, size - 1), says: /signature of .* is false/ }
    },
  },
  {
    name: 'alter the witness’s head',
    async rewrite({ heads }) {
      const file = join(heads, 'marlow-vale-board/riverside-youth.json')
      const head = JSON.parse(await readFile(file, 'utf8'))
      await writeFile(file, JSON.stringify({ ...head, root: Buffer.alloc(32, 1).toString('base64') }))
      return { says: /not the ones the witness saw/ }
    },
  },
  {
    name: 'remove the witness’s head',
    async rewrite({ heads }) {
      await rm(join(heads, 'marlow-vale-board/riverside-youth.json'))
      return { says: /head outside the database is gone/ }
    },
  },
]

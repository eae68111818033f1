import pg from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase } from './setup/database.ts'
test('demo', async () => {
  const db = await freshDatabase()
  const c = new pg.Client({ connectionString: db.ownerUrl })
  await c.connect()
  console.log((await c.query('select count(*) from entry')).rows, (await c.query('select count(*) from signature')).rows)
  expect(1).toBe(1)
  await c.end()
  await db.drop()
})

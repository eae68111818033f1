import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { describeSchema } from '../../src/kit/migrate/index.ts'
import { freshDatabase } from '../setup/database.ts'

test('db/schema.sql is the shape that the migrations give the database: npm run schema writes it anew', async () => {
  const database = await freshDatabase()
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  const shape = await describeSchema(client).finally(() => client.end())
  await database.drop()
  expect(shape).toBe(await readFile('db/schema.sql', 'utf8'))
})

import { getMigrations } from 'better-auth/db/migration'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/setup/database.ts'
import { openPool } from '../../kit/db/index.ts'
import { createAuth } from './auth.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

test('our migrations have every table and column that the sign-in library wants', async () => {
  const url = new URL(database.ownerUrl)
  url.searchParams.set('options', '-c search_path=auth')
  const pool = openPool(url.href, 1, 'tests')
  const auth = createAuth({
    pool,
    secret: 'x'.repeat(32),
    url: 'http://localhost',
    sessionHours: 1,
  })
  const { toBeCreated, toBeAdded } = await getMigrations(auth.options)
  await pool.end()
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] })
})

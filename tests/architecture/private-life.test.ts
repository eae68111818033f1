import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../setup/database.ts'

// The private life of a worker is not monitored (statement META-STATUS): there is nowhere to keep it, and nothing looks.

let database: TestDatabase
let owner: pg.Client
beforeAll(async () => {
  database = await freshDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

const ofAPrivateLife =
  /social|handle|username|follower|friend|facebook|twitter|instagram|snapchat|tiktok|linkedin|blog/

test('no table has a place for a personal account', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public'`,
  )
  const names = rows.map(row => row.name)
  expect(names).toContain('person.email')
  expect(names.filter(name => ofAPrivateLife.test(name))).toEqual([])
})

test('what is kept of a person is this and no more', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = 'person' order by ordinal_position`,
  )
  expect(rows.map(row => row.name)).toEqual([
    'agency_id',
    'id',
    'kind',
    'name',
    'email',
    'phone',
    'born_on',
    'manager_id',
    'login_id',
    'joined_at',
    'left_at',
    'entry_id',
    'way',
  ])
})

test('nothing in Lanyard asks a social network anything', () => {
  const hosts =
    /https?:\/\/(?:[a-z.]+\.)?(?:facebook|fb|x|twitter|instagram|snapchat|tiktok|linkedin|youtube|discord)\.com/
  const asking = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .filter(name => hosts.test(readFileSync(join('src', name), 'utf8')))
  expect(asking).toEqual([])
})

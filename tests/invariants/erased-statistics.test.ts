import { afterAll, beforeAll, expect, test } from 'vitest'
import { allEvidence } from '../../src/evidence.ts'
import { freshDatabase, type TestDatabase } from '../setup/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

/** People are found by these: an erasing of them waits for the next time that PostgreSQL looks over the table (docs/retention.md). */
const found = ['person.name', 'person.email', 'person.phone']

test('PostgreSQL keeps no samples of what may be erased, which would stay when it is', async () => {
  const erasable = [
    ...[...allEvidence].flatMap(one => one.erasable.map(column => `${one.table}.${String(column)}`)),
    'entry.content',
    'entry.salt',
  ]
  expect(erasable.length).toBeGreaterThan(40)
  const { rows } = await database.asOwner(
    `select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relname || '.' || a.attname = any($1) and c.relnamespace = 'public'::regnamespace
        and a.atttypid in ('text'::regtype, 'bytea'::regtype, 'json'::regtype, 'jsonb'::regtype)
        and a.attstattarget is distinct from 0 order by 1`,
    [erasable],
  )
  expect(rows.map(({ name }) => name)).toEqual(found.toSorted())
  await database.asOwner('analyze')
  const sampled = await database.asOwner(
    `select tablename || '.' || attname as name from pg_stats where schemaname = 'public'
      and tablename || '.' || attname = any($1) and not (tablename || '.' || attname = any($2))`,
    [erasable.filter(name => !/\.(subjects|left_out|person_id|born_on)$/.test(name)), found],
  )
  expect(sampled.rows).toEqual([])
})

import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agencies, cast } from '../../src/demo/index.ts'
import { freshDatabase, type TestDatabase } from '../setup/database.ts'

let database: TestDatabase
let app: pg.Client
let vault: string
const { ellen, farid, dev, amira, carys } = cast
const concern = randomUUID()

beforeAll(async () => {
  database = await freshDatabase()
  app = new pg.Client({ connectionString: database.appUrl })
  await app.connect()
  vault = await as(agencies.riverside.id, ellen.id, async () => (await one('select vault_here() as id')).id)
  await reported()
})
afterAll(async () => {
  await app.end()
  await database.drop()
})

const one = async (text: string, values: unknown[] = []) => (await app.query(text, values)).rows[0]

async function as<T>(agency: string, person: string, work: () => Promise<T>, keep = false): Promise<T> {
  await app.query('begin')
  await app.query(`select set_config('lanyard.agency', $1, true), set_config('lanyard.person', $2, true)`, [
    agency,
    person,
  ])
  return work().finally(() => app.query(keep ? 'commit' : 'rollback'))
}

async function entry(): Promise<string> {
  const id = randomUUID()
  await app.query(
    `insert into entry (agency_id, id, at, event, leaf) values ($1, $2, now(), 'concern.tried', '{}')`,
    [vault, id],
  )
  return id
}

const reader = async (person: string) =>
  app.query(
    `insert into concern_reader (agency_id, id, concern_id, person_id, why, let_in_by, since, key, entry_id)
      values ($1, $2, $3, $4, 'added', $5, now(), $6, $7)`,
    [vault, randomUUID(), concern, person, ellen.id, randomBytes(200), await entry()],
  )
const subject = async (person: string) =>
  app.query(
    `insert into concern_subject (agency_id, id, concern_id, person_id, named_by, named_at, entry_id)
      values ($1, $2, $3, $4, $5, now(), $6)`,
    [vault, randomUUID(), concern, person, ellen.id, await entry()],
  )

/** Amira reports a concern about Farid: Ellen and Dev read it. */
const reported = () =>
  as(
    vault,
    amira.id,
    async () =>
      app.query(
        `insert into concern (agency_id, id, what, about, facts, came_by, reported_by, reported_at, heard_by, subjects,
          recipient, keys, report, commitment, locator, reporter_recipient, reporter_key, draft_key, entry_id)
        values ($1, $2, '{conduct}', '{worker}', '{}', 'staff', $3, now(), $4, $5, 'age1q', $6, $6, $7, $7, 'age1q', $6, $8, $9)`,
        [
          vault,
          concern,
          amira.id,
          [ellen.id, dev.id],
          [farid.id],
          randomBytes(200),
          randomBytes(32),
          randomUUID(),
          await entry(),
        ],
      ),
    true,
  )

const tables = [
  'concern',
  'concern_reader',
  'concern_subject',
  'concern_listed',
  'concern_piece',
  'concern_step',
]
const seen = (agency: string, person: string) =>
  as(agency, person, async () => {
    const counts: Record<string, number> = {}
    for (const table of tables) counts[table] = (await one(`select count(*)::int as n from ${table}`)).n
    return counts
  })
const nothing = Object.fromEntries(tables.map(table => [table, 0]))

test('from the agency itself nobody sees anything of a concern, not even who reads it', async () => {
  for (const person of [ellen, dev, amira, farid])
    expect(await seen(agencies.riverside.id, person.id)).toEqual(nothing)
  expect(
    await as(agencies.riverside.id, ellen.id, () => one(`select count(*)::int as n from agency`)),
  ).toEqual({ n: 1 })
  expect(
    await as(agencies.board.id, cast.helen.id, () =>
      one(`select count(*)::int as n from agency where kind = 'vault'`),
    ),
  ).toEqual({ n: 0 })
})

test('in the vault, who reads a concern sees it, who reported it sees that they did, and nobody else anything', async () => {
  expect(await seen(vault, ellen.id)).toMatchObject({ concern: 1, concern_listed: 1 })
  expect(await seen(vault, dev.id)).toMatchObject({ concern: 1 })
  expect(await seen(vault, amira.id)).toEqual({ ...nothing, concern: 1 })
  expect(await seen(vault, carys.id)).toEqual(nothing)
  expect(await seen(vault, farid.id)).toEqual(nothing)
})

test('whom a concern is about cannot be let in to read it, whichever is written first', async () => {
  await expect(as(vault, ellen.id, () => reader(farid.id))).rejects.toMatchObject({ code: 'LY084' })
  await as(vault, ellen.id, () => subject(dev.id), true)
  expect(await seen(vault, dev.id)).toEqual(nothing)
})

test('a vault’s log has no public address, and every agency has one vault', async () => {
  const { rows } = await app.query('select * from agency_by_slug($1)', ['riverside-youth-vault'])
  expect(rows).toEqual([])
  const all = await database.asOwner(
    `select count(*) filter (where kind <> 'vault')::int as agencies, count(*) filter (where kind = 'vault')::int as vaults
      from agency`,
  )
  expect(all.rows[0].vaults).toBe(all.rows[0].agencies)
  await expect(
    database.asOwner(
      `insert into agency (id, kind, slug, name) values (gen_random_uuid(), 'board', 'sly-vault', 'Sly')`,
    ),
  ).rejects.toMatchObject({ code: '23514' })
})

test('a duty in a vault is owed by somebody of its agency, and by nobody of another', async () => {
  const owe = (person: string) => async () => {
    const made = await entry()
    await app.query(
      `insert into duty (agency_id, id, kind, person_id, about_kind, about_id, opened_at, due_at, opened_entry)
        values ($1, gen_random_uuid(), 'look-at-concern', $2, 'concern', $3, now(), now(), $4)`,
      [vault, person, concern, made],
    )
  }
  await as(vault, amira.id, owe(ellen.id))
  await expect(as(vault, amira.id, owe(cast.joan.id))).rejects.toMatchObject({ code: '23503' })
})

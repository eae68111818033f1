import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agencies, cast } from '../../src/demo/index.ts'
import { freshDatabase, type TestDatabase } from '../setup/database.ts'

let database: TestDatabase
let app: pg.Client
let owner: pg.Client
beforeAll(async () => {
  database = await freshDatabase()
  app = new pg.Client({ connectionString: database.appUrl })
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await Promise.all([app.connect(), owner.connect()])
})
afterAll(async () => {
  await Promise.all([app.end(), owner.end()])
  await database.drop()
})

/** Every table that belongs to agencies, asked of the database itself, so that a new one cannot be forgotten. */
async function tablesOfAgencies(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'agency_id' and table_name in
       (select relname from pg_class where relkind = 'r') order by 1`,
  )
  return rows.map(row => row.name)
}

const inAgency = async <T>(id: string, work: () => Promise<T>): Promise<T> => {
  await app.query('begin')
  await app.query(`select set_config('lanyard.agency', $1, true)`, [id])
  return work().finally(() => app.query('rollback'))
}

test('raw SQL as the application’s role sees one agency and no other, in every table', async () => {
  const names = await tablesOfAgencies()
  expect(names.length).toBeGreaterThan(18)
  for (const name of names) {
    const all = await owner.query(`select 1 from ${name} where agency_id <> $1 limit 1`, [
      agencies.riverside.id,
    ])
    const { rows } = await inAgency(agencies.riverside.id, () =>
      app.query(`select count(*)::int as others from ${name} where agency_id <> $1`, [agencies.riverside.id]),
    )
    expect([name, rows[0].others]).toEqual([name, 0])
    // Where another agency has rows, there was something to hide.
    if (name === 'person' || name === 'entry' || name === 'signature')
      expect([name, all.rowCount]).toEqual([name, 1])
  }
})

test('without an agency, raw SQL sees nothing at all', async () => {
  for (const name of await tablesOfAgencies()) {
    const { rows } = await app.query(`select count(*)::int as count from ${name}`)
    expect([name, rows[0].count]).toEqual([name, 0])
  }
})

test('nobody in one agency can write into another', async () => {
  const { id } = cast.joan
  const insert = inAgency(agencies.riverside.id, () =>
    app.query(
      `insert into duty (agency_id, id, kind, person_id, about_kind, about_id, opened_at, due_at, opened_entry)
      values ($1, gen_random_uuid(), 'sign-policy', $2, 'policy', gen_random_uuid(), now(), now(), gen_random_uuid())`,
      [agencies.hilltop.id, id],
    ),
  )
  await expect(insert).rejects.toThrow(/row-level security/)
  const { rowCount } = await inAgency(agencies.riverside.id, () =>
    app.query(`update person set name = 'x' where id = $1`, [id]),
  )
  expect(rowCount).toBe(0)
})

test.each([
  'entry',
  'entry_sequenced',
  'tile',
  'checkpoint',
  'cosignature',
  'signature',
  'policy_version',
  'policy_owner',
  'policy_approval',
  'policy_draft',
  'policy_draft_revision',
  'policy_draft_step',
  'understanding',
  'induction_walk',
  'induction_pass',
  'induction_renewal',
  'tuning',
  'tuning_end',
  'own_tightening',
  'own_tightening_end',
  'own_decision',
  'own_decision_holder',
  'own_decision_end',
  'signing_sheet',
  'signing_sheet_answer',
  'organisation_fact',
  'organisation_logo',
  'poster_wording',
  'waiting_message',
  'waiting_step',
  'message_mark',
  'message_look',
  'detail_opening',
  'words_opening',
  'phone_call',
  'phone_call_answer',
  'phone_call_mark',
  'number_opening',
  'export',
  'export_made',
  'text_wish',
  'text_trouble',
  'retention_rule',
  'erasing_hold',
  'erasing_hold_step',
  'erasure_batch',
  'sealing_past',
  'recovery_key',
  'keyholder',
  'keyholder_pair',
  'kept_key',
  'recovery_half',
  'message',
])('the application’s role cannot change or delete a row of %s', async name => {
  const column = name === 'message' ? 'body = null' : 'agency_id = agency_id'
  await expect(
    inAgency(agencies.riverside.id, () => app.query(`update ${name} set ${column}`)),
  ).rejects.toThrow(/permission denied/)
  await expect(inAgency(agencies.riverside.id, () => app.query(`delete from ${name}`))).rejects.toThrow(
    /permission denied/,
  )
  await expect(inAgency(agencies.riverside.id, () => app.query(`truncate ${name}`))).rejects.toThrow(
    /permission denied/,
  )
})

test('the application’s role is no owner, no superuser, and does not pass row-level security by', async () => {
  const { rows } = await app.query(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`,
  )
  expect(rows[0]).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false })
  const open = await owner.query(
    `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_id'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity`,
  )
  expect(open.rows).toEqual([])
})

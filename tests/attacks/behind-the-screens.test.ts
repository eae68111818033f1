import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agencies, cast } from '../../src/demo/index.ts'
import { freshDatabase, type TestDatabase } from '../setup/database.ts'

// A screen or a verb with a fault in it, as an insider would wish for: the application's role and SQL of any kind.

let database: TestDatabase
let app: pg.Client
beforeAll(async () => {
  database = await freshDatabase()
  app = new pg.Client({ connectionString: database.appUrl })
  await app.connect()
})
afterAll(async () => {
  await app.end()
  await database.drop()
})

const inAgency = async <T>(id: string, work: () => Promise<T>): Promise<T> => {
  await app.query('begin')
  await app.query(`select set_config('lanyard.agency', $1, true)`, [id])
  return work().finally(() => app.query('rollback'))
}

test('a child who is entered in a conversation as a parent is a child there still: no message without a second adult', async () => {
  const write = inAgency(agencies.riverside.id, async () => {
    const conversation = crypto.randomUUID()
    await app.query(
      `insert into conversation (agency_id, id, subject, opened_by, opened_at, entry_id)
       values ($1, $2, 'x', $3, now(), gen_random_uuid())`,
      [agencies.riverside.id, conversation, cast.amira.id],
    )
    for (const [person, part] of [
      [cast.amira.id, 'worker'],
      [cast.jamie.id, 'parent'],
    ])
      await app.query(
        `insert into participant (agency_id, conversation_id, person_id, part, added_at, entry_id)
         values ($1, $2, $3, $4, now(), gen_random_uuid())`,
        [agencies.riverside.id, conversation, person, part],
      )
    return app.query(
      `insert into message (agency_id, id, conversation_id, author_id, body, sent_at, draft_key, entry_id)
       values ($1, gen_random_uuid(), $2, $3, 'Only us two', now(), gen_random_uuid(), gen_random_uuid())`,
      [agencies.riverside.id, conversation, cast.amira.id],
    )
  })
  await expect(write).rejects.toMatchObject({ code: 'LY002' })
})

test('a board sees its member agencies, and changes nothing of them: not what their people may give to a child', async () => {
  await inAgency(agencies.board.id, async () => {
    const seen = await app.query('select 1 from agency where id = $1', [agencies.riverside.id])
    expect(seen.rowCount).toBe(1)
    const changed = await app.query(`update agency set phone = '07700 900999' where id = $1`, [
      agencies.riverside.id,
    ])
    expect(changed.rowCount).toBe(0)
    const own = await app.query(`update agency set phone = phone where id = $1`, [agencies.board.id])
    expect(own.rowCount).toBe(1)
  })
})

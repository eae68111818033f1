import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { signedIn } from '../../tests/setup/person.ts'
import { actorOf, agencies, type CastName, cast } from '../demo/index.ts'
import { newId } from '../kit/ids.ts'
import { write } from '../records/index.ts'
import { conversationToWrite, sendMessage } from './index.ts'

let house: TestHouse
let conversation: string
beforeAll(async () => {
  house = await openHouse()
  const amira = await signedIn(house, 'amira')
  const at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  conversation = at.split('/').at(-1) ?? ''
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const says = (name: CastName, body: string) =>
  write(house.house.ground, actorOf(name), async writer => {
    const found = await conversationToWrite(writer, conversation)
    if (!found) throw new Error(`${name} is not in it`)
    return sendMessage(writer, found, { body, key: newId() })
  })

test('however many write at once, each message has a number, from 1 and without a gap, in its leaf too', async () => {
  const all = Array.from({ length: 24 }, (_, n) => says(n % 2 === 0 ? 'amira' : 'carys', `Word ${n}.`))
  await Promise.all(all)
  const { rows } = await house.database.asOwner(
    `select m.number, e.leaf from message m join entry e on e.agency_id = m.agency_id and e.id = m.entry_id
     where m.conversation_id = $1 order by m.number`,
    [conversation],
  )
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 24 }, (_, n) => n + 1))
  for (const { number, leaf } of rows)
    expect(JSON.parse(leaf).about).toContainEqual({ kind: 'message-number', id: String(number) })
})

test('the database refuses a message that has no number, a number that is taken, or one that leaves a gap', async () => {
  const app = new pg.Client({ connectionString: house.database.appUrl })
  await app.connect()
  const entry = (await house.database.asOwner('select id from entry limit 1')).rows[0].id
  for (const number of [null, 24, 26, 1]) {
    await app.query('begin')
    await app.query(`select set_config('lanyard.agency', $1, true)`, [agencies.riverside.id])
    const stored = app.query(
      `insert into message (agency_id, id, conversation_id, author_id, body, sent_at, draft_key, number, entry_id)
       values ($1, gen_random_uuid(), $2, $3, 'Hello', now(), gen_random_uuid(), $4, $5)`,
      [agencies.riverside.id, conversation, cast.amira.id, number, entry],
    )
    await expect(stored).rejects.toMatchObject({ code: 'LY072' })
    await app.query('rollback')
  }
  await app.end()
})

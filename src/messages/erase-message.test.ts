import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { signedIn, wordsOf } from '../../tests/setup/person.ts'
import { actorOf, agencies, type CastName, cast } from '../demo/index.ts'
import { newId } from '../kit/ids.ts'
import { read, receiptOf, selectReceiptEntry, write } from '../records/index.ts'
import { eraseMessage, messageToErase } from './index.ts'

let house: TestHouse
let owner: pg.Client
let at: string
beforeAll(async () => {
  house = await openHouse()
  owner = new pg.Client({ connectionString: house.database.ownerUrl })
  await owner.connect()
  const amira = await signedIn(house, 'amira')
  at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
})
afterAll(async () => {
  await owner.end()
  expect(house.faults).toEqual([])
  await house.close({ altered: true })
})

interface Sent {
  id: string
  entry_id: string
  body: string | null
  content: string | null
  salt: Buffer | null
  leaf: string
}

async function sent(body: string): Promise<Sent> {
  const amira = await signedIn(house, 'amira')
  const key = newId()
  await amira.go(`${at}/write`, { body, key })
  await house.sequence()
  return rowOf(`draft_key = '${key}'`)
}

async function rowOf(which: string): Promise<Sent> {
  const { rows } = await owner.query<Sent>(
    `select m.id, m.entry_id, m.body, e.content, e.salt, e.leaf from message m
     join entry e on e.agency_id = m.agency_id and e.id = m.entry_id where m.${which}`,
  )
  if (!rows[0]) throw new Error(`there is no message where ${which}`)
  return rows[0]
}

const erase = (as: CastName, id: string) =>
  write(house.house.ground, actorOf(as), async writer => {
    const message = await messageToErase(writer, id)
    if (!message) throw new Error('may not')
    return eraseMessage(writer, message, 'Article 17: sent about another family by mistake')
  })

test('a designated person erases a message’s words: content and salt are gone, an entry says so, and the record holds', async () => {
  const before = await sent('Words that the law requires to go')
  await erase('ellen', before.id)
  const after = await rowOf(`id = '${before.id}'`)
  expect(after).toMatchObject({ body: null, content: null, salt: null, leaf: before.leaf })
  const said = await owner.query(
    `select person_id, content::json ->> 'reason' as reason from entry where event = 'record.erased' and about_id = $1`,
    [before.entry_id],
  )
  expect(said.rows).toEqual([
    { person_id: cast.ellen.id, reason: 'Article 17: sent about another family by mistake' },
  ])
  const everywhere = await owner.query(`select 1 from entry where content like '%law requires to go%'`)
  expect(everywhere.rows).toEqual([])

  await house.sequence()
  const { agencies: logs, problems } = await house.verify()
  expect(problems).toEqual([])
  expect(logs.find(({ slug }) => slug === 'riverside-youth')?.erased).toBe(1)
  const page = await (await (await signedIn(house, 'amira')).get(at)).text()
  expect(wordsOf(page)).toContain('The words of this message have been erased')
  expect(page).not.toContain('law requires to go')
})

test('on the screen: the words are read on the record, the reason and the check are asked for, and the words go', async () => {
  const { id, body } = await sent('About another family')
  const ellen = await signedIn(house, 'ellen')
  const link = `${at}/messages/${id}/erase`
  expect(await (await ellen.get(at)).text()).toContain(link)
  expect(wordsOf(await (await ellen.get(link)).text())).toContain(body)
  const hasty = await ellen.post(link, { reason: '' })
  expect(hasty.status).toBe(422)
  expect(wordsOf(await hasty.text())).toContain('Say why it must go')
  expect(await ellen.go(link, { reason: 'Sent about another family by mistake', checked: 'yes' })).toBe(at)
  expect((await rowOf(`id = '${id}'`)).body).toBeNull()
  expect((await ellen.get(link)).status).toBe(404)
  for (const name of ['amira', 'carys', 'grace', 'ivan'] as const)
    expect([name, (await (await signedIn(house, name)).get(link)).status]).toEqual([name, 404])
})

test('what was erased still has a receipt, without its content', async () => {
  const { id, entry_id } = await sent('More words that go')
  await erase('ellen', id)
  await house.sequence()
  const receipt = await read(house.house.ground, actorOf('amira'), async ({ db }) => {
    const entry = await selectReceiptEntry(db, agencies.riverside.id, entry_id as never)
    return entry && receiptOf(db, agencies.riverside.id, entry)
  })
  expect(receipt?.leaf.id).toBe(entry_id)
  expect(receipt?.disclosed).toBeUndefined()
})

test('erasing twice is erasing once', async () => {
  const { id, entry_id } = await sent('Once')
  await erase('ellen', id)
  await erase('ellen', id)
  const { rowCount } = await owner.query(
    `select 1 from entry where event = 'record.erased' and about_id = $1`,
    [entry_id],
  )
  expect(rowCount).toBe(1)
})

test.each<CastName>(['amira', 'carys', 'grace', 'ivan'])('%s may not erase a message', async name => {
  const { id } = await sent(`Not for ${name}`)
  await expect(erase(name, id)).rejects.toThrow('may not')
  expect((await rowOf(`id = '${id}'`)).body).toBe(`Not for ${name}`)
})

test('the application’s role cannot erase without an entry that says so, nor erase what says so', async () => {
  const { id, entry_id } = await sent('Stays')
  const app = new pg.Client({ connectionString: house.database.appUrl })
  await app.connect()
  await app.query(`select set_config('lanyard.agency', $1, false)`, [agencies.riverside.id])
  await expect(app.query('select record_erase($1, $1)', [entry_id])).rejects.toThrow(/no record.erased entry/)
  await erase('ellen', id)
  const { rows } = await owner.query(`select id from entry where event = 'record.erased' and about_id = $1`, [
    entry_id,
  ])
  await expect(app.query('select record_erase($1, $1)', [rows[0].id])).rejects.toThrow(
    /no record.erased entry/,
  )
  await app.end()
})

test('after an erasure, the rest of the row still answers to the record', async () => {
  const { id, entry_id } = await sent('Gone, but not its author')
  await erase('ellen', id)
  await house.sequence()
  expect((await house.verify()).problems).toEqual([])
  await owner.query('update message set sent_at = sent_at - interval $$1 day$$ where id = $1', [id])
  expect((await house.verify()).problems).toMatchObject([
    { entryId: entry_id, what: expect.stringContaining('not what was left when its content was erased') },
  ])
  await owner.query('update message set sent_at = sent_at + interval $$1 day$$, body = $2 where id = $1', [
    id,
    'Made up',
  ])
  expect((await house.verify()).problems).toMatchObject([
    { entryId: entry_id, what: expect.stringContaining('still says what was erased') },
  ])
})

import { createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Clamd, eicar, newClamd } from '../../../tests/setup/clamd.ts'
import { tellsOf } from '../../../tests/setup/concern.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { everyJob } from '../../../tests/setup/jobs.ts'
import { makesKey } from '../../../tests/setup/keys.ts'
import { Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { cast } from '../../demo/index.ts'
import { scan } from '../../kit/clamd.ts'
import { later, minutes } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'

let clamd: Clamd
let house: TestHouse
let ellen: Person
let stranger: Person
let concern: string
/** How far the house’s clock is ahead, in milliseconds. */
let ahead = 0
beforeAll(async () => {
  clamd = await newClamd()
  await clamd.start()
  house = await openHouse({ env: { LANYARD_CLAMAV: clamd.socket }, clock: () => later(new Date(), ahead) })
  ellen = await signedIn(house, 'ellen')
  await makesKey(ellen)
  stranger = new Person(house)
  concern = (await tellsOf(house, stranger, { words: 'There is a letter.', about: 'child' })).id
}, 120_000)
afterAll(async () => {
  await clamd.close()
  expect(house.faults).toEqual([])
  await house.close()
})

const at = (more = '') => `/concerns/${concern}/documents${more}`
const page = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const send = (who: Person, path: string, text: string) =>
  who.upload(path, 'file', new File([text], 'letter.txt'), { key: newId(), note: 'From her bag.' })
const counted = async (table: string) =>
  Number((await house.database.asOwner(`select count(*) as n from ${table}`)).rows[0].n)
const turnedAway = 'Something handed in about a concern was turned away'

test('what has no virus in it is kept as such', async () => {
  expect((await send(ellen, at('/new'), 'Dear Rosa.')).status).toBe(303)
  const seen = await page(ellen, at())
  expect(seen).toContain('No virus found')
  expect(seen).not.toContain('Not checked')
})

test('what has one is turned away and kept nowhere; whoever reads the concern is told, with no word of it, until they look', async () => {
  const before = [await counted('concern_document'), await counted('concern_document_part')]
  const answer = await send(stranger, '/told/document', `Dear Rosa. ${eicar}`)
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(wordsOf(html)).toContain('There is a virus in this')
  expect(html).toContain('From her bag.')
  expect([await counted('concern_document'), await counted('concern_document_part')]).toEqual(before)
  expect(await counted('concern_document_waiting')).toBe(0)
  const { rows } = await house.database.asOwner(
    `select e.event, e.content::text as content from entry e where e.event = 'concern.document-refused'`,
  )
  expect(rows).toHaveLength(1)
  expect(rows[0].content).not.toMatch(/eicar|letter|bag/i)
  expect(await page(ellen, '/duties')).toContain(turnedAway)
  await ellen.get(at())
  expect(await page(ellen, '/duties')).not.toContain(turnedAway)
  expect(await page(ellen, `/concerns/${concern}`)).toContain('with a virus in it, which was not kept')
})

test('while nothing checks, it waits, sealed to nobody who reads; once checked it opens, or is gone without a trace', async () => {
  await clamd.stop()
  const before = await counted('concern_document')
  for (const text of ['Dear Rosa, meet me.', `Dear Rosa. ${eicar}`])
    expect((await send(stranger, '/told/document', text)).status).toBe(303)
  expect(await page(stranger, '/told/document')).toContain('It waits to be checked for viruses')
  expect(await page(ellen, at())).toContain('Waiting to be checked')
  const { rows: waiting } = await house.database.asOwner('select id from concern_document_waiting')
  expect(waiting).toHaveLength(2)
  for (const { id } of waiting) expect((await ellen.get(at(`/${id}`))).status).toBe(404)
  await everyJob(house)
  expect(await counted('concern_document_waiting')).toBe(2)
  await clamd.start()
  await everyJob(house)
  expect(await counted('concern_document_waiting')).toBe(0)
  expect(await counted('concern_document')).toBe(before + 1)
  const { rows: left } = await house.database.asOwner(
    `select d.id, d.checked from concern_document d join concern_document_part p on p.document_id = d.id
      where d.id = any ($1)`,
    [waiting.map(({ id }) => id)],
  )
  expect(left).toEqual([{ id: left[0].id, checked: 'clean' }])
  const { rows: parts } = await house.database.asOwner(
    'select 1 from concern_document_part where document_id = any ($1)',
    [waiting.map(({ id }) => id)],
  )
  expect(parts).toHaveLength(1)
  expect(await page(ellen, '/duties')).toContain(turnedAway)
  const taken = await ellen.get(at(`/${left[0].id}`))
  expect(await taken.text()).toBe('Dear Rosa, meet me.')
}, 120_000)

test('while checking hangs, six about one concern wait and no more: the next is told so at once, with what was written, and nothing is kept of it; telling goes on', async () => {
  await clamd.stop()
  const held: Socket[] = []
  let answers = false
  const hangs = createServer(line => {
    line.on('error', () => {})
    line.resume()
    if (answers) line.end('stream: OK\0')
    else held.push(line)
  })
  await new Promise<void>(ready => hangs.listen(clamd.socket, ready))
  const teller = new Person(house)
  const { id } = await tellsOf(house, teller, { words: 'Many letters.', about: 'child' })
  const kept = async () =>
    (await house.database.asOwner('select 1 from concern_document where concern_id = $1', [id])).rows.length
  const sent = Array.from({ length: 7 }, (_, count) => send(teller, '/told/document', `Letter ${count}.`))
  const first = await Promise.race(sent)
  const html = await first.text()
  expect([first.status, wordsOf(html)]).toEqual([503, expect.stringContaining('looking at other documents')])
  expect(html).toContain('From her bag.')
  await tellsOf(house, new Person(house), { words: 'Something else.', about: 'child' })
  expect(held.length).toBeLessThanOrEqual(4)
  expect(await kept()).toBe(0)
  answers = true
  for (const line of held) line.end('stream: OK\0')
  const all = await Promise.all(sent)
  expect(all.map(({ status }) => status).toSorted()).toEqual([303, 303, 303, 303, 303, 303, 503])
  expect(await kept()).toBe(6)
  await new Promise(closed => hangs.close(closed))
  await clamd.start()
}, 60_000)

test('whoever acts in a name takes away neither what waits nor any part of what is kept', async () => {
  const gone = async (person: string) => {
    const client = await house.house.ground.pool.connect()
    try {
      await client.query('begin')
      await client.query(
        `select set_config('lanyard.agency', (select id::text from agency where slug = 'riverside-youth-vault'), true),
          set_config('lanyard.person', $1, true)`,
        [person],
      )
      const done = await client.query('delete from concern_document_part')
      return done.rowCount
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  expect(await counted('concern_document_part')).toBeGreaterThan(0)
  for (const person of ['', cast.ellen.id]) expect(await gone(person)).toBe(0)
})

test('erased with its concern by two, nothing of a document is left, kept or waiting; the record still holds', async () => {
  const farid = await signedIn(house, 'farid')
  await makesKey(farid)
  const teller = new Person(house)
  const { id } = await tellsOf(house, teller, { words: 'There are letters.', about: 'child' })
  const here = `/concerns/${id}`
  expect((await send(teller, '/told/document', 'Dear Rosa.')).status).toBe(303)
  await clamd.stop()
  expect((await send(teller, '/told/document', 'Dear Rosa, again.')).status).toBe(303)
  await clamd.start()
  await ellen.get(here)
  await ellen.go(`${here}/let-in`, { person: cast.farid.id })
  await farid.go(`${here}/open`, { reason: 'work', words: '', key: newId() })
  const { rows: kept } = await house.database.asOwner(
    'select id from concern_document where concern_id = $1',
    [id],
  )
  expect((await farid.get(`${here}/documents/${kept[0].id}`)).status).toBe(200)
  await ellen.go(`${here}/close`, { toward: 'close', words: 'The school knows.', key: newId() })
  await ellen.go(`${here}/erase`, { said: 'data-law', words: 'They asked for it.', key: newId() })
  ahead += minutes(10)
  await farid.get(here)
  const agrees = () => farid.post(`${here}/erase`, { said: 'erase', words: 'I agree.', key: newId() })
  const unread = await agrees()
  expect([unread.status, wordsOf(await unread.text())]).toEqual([
    409,
    expect.stringContaining('a document that was handed in waits to be checked, and nobody has read it'),
  ])
  await everyJob(house)
  await farid.get(here)
  expect((await agrees()).status).toBe(303)
  const { rows: left } = await house.database.asOwner(
    `select (select count(*)::int from concern_document_part where concern_id = $1) as parts,
      (select count(*)::int from concern_document_waiting where concern_id = $1) as waiting,
      (select count(*)::int from concern_document where concern_id = $1
        and (about is not null or commitment is not null)) as said,
      (select count(*)::int from entry where about_id = $1 and event = 'concern.document-handed-in'
        and content is not null) as entries`,
    [id],
  )
  expect(left).toEqual([{ parts: 0, waiting: 0, said: 0, entries: 0 }])
  expect((await farid.get(`${here}/documents/${kept[0].id}`)).status).toBe(404)
  await house.sequence()
  expect((await house.verify()).problems).toEqual([])
}, 60_000)

test('only a whole answer counts: a line that is cut, a wrong one, silence and nobody there are no answer', async () => {
  const said = async (answer: string | undefined) => {
    const server = createServer(line => {
      line.on('error', () => {})
      line.resume()
      if (answer !== undefined) line.end(answer)
    })
    await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
    const { port } = server.address() as { port: number }
    const found = await scan(`127.0.0.1:${port}`, Buffer.alloc(3_000_000), 400)
    server.close()
    return found
  }
  expect(await said('stream: OK\0')).toBe('clean')
  expect(await said('stream: Some.Virus FOUND\0')).toBe('infected')
  for (const answer of [
    'stream: OK',
    'stream: O',
    'OK\0',
    'INSTREAM size limit exceeded. ERROR\0',
    '',
    undefined,
  ])
    expect([answer, await said(answer)]).toEqual([answer, 'not-checked'])
  expect(await scan('127.0.0.1:1', Buffer.from('a'))).toBe('not-checked')
  expect(await scan('/nowhere/clamd.sock', Buffer.from('a'))).toBe('not-checked')
  expect(await scan(clamd.socket, Buffer.from(`a ${eicar}`))).toBe('infected')
  expect(await scan(clamd.socket, Buffer.alloc(10 * 2 ** 20, 'a'))).toBe('clean')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../setup/person.ts'

// A worker who wants contact with a child that nobody else sees.

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const open = (worker: Person, subject = 'Thursday') =>
  worker.post('/conversations/new', { whom: `child:${cast.jamie.id}`, subject })
const write = async (who: Person, at: string, body: string) =>
  who.post(`${at}/write`, { body, key: hiddenOn(await (await who.get(at)).text(), 'key') })
const owesReading = async (who: Person, at: string) =>
  (await (await who.get('/duties')).text()).includes(`href="${at}"`)

test('a subject is read like a message: it cannot give a personal number', async () => {
  const amira = await signedIn(house, 'amira')
  const answer = await open(amira, 'Ring me on 07700 900999')
  expect(answer.status).toBe(409)
  const page = await answer.text()
  expect(wordsOf(page)).toContain('a telephone number that is not your organisation’s')
  expect(page).toContain('Ring me on 07700 900999')
  const { rows } = await house.database.asOwner(`select 1 from conversation where subject like '%900999%'`)
  expect(rows).toEqual([])
})

test('a glance before anything is said is not the end of the second adult’s duty', async () => {
  const [amira, carys] = [await signedIn(house, 'amira'), await signedIn(house, 'carys')]
  const at = (await open(amira)).headers.get('location') ?? ''
  await carys.get(at)
  expect(await owesReading(carys, at)).toBe(false)
  expect((await write(amira, at, 'Nobody is looking now')).status).toBe(303)
  expect(await owesReading(carys, at)).toBe(true)
  await write(amira, at, 'Nor now')
  const { rows } = await house.database.asOwner(
    `select 1 from duty where kind = 'second-adult' and about_id = $1 and closed_at is null`,
    [at.split('/').at(-1)],
  )
  expect(rows).toHaveLength(1)
  await carys.get(at)
  expect(await owesReading(carys, at)).toBe(false)
})

test('whose work with a child has ended reads what was said, and what they write reaches their manager alone', async () => {
  const [amira, carys] = [await signedIn(house, 'amira'), await signedIn(house, 'carys')]
  const at = (await open(amira)).headers.get('location') ?? ''
  const parents = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Bus' })
  expect((await write(amira, at, 'Hello')).status).toBe(303)
  const page = await (await carys.get(`/people/${cast.amira.id}`)).text()
  const end = /\/people\/[0-9a-f-]+\/work\/[0-9a-f-]+\/end/.exec(page)?.[0] ?? ''
  await carys.go(end, {})
  const key = crypto.randomUUID()
  for (const place of [at, parents]) {
    const answer = await amira.post(`${place}/write`, { body: 'Still me', key })
    expect(answer.status).toBe(303)
    const shown = wordsOf(await (await amira.get(place)).text())
    expect(shown).toContain('Not sent to the family')
    expect(shown).toContain('Riverside Youth Club: this conversation ended on')
    expect(shown).not.toContain('Still me')
  }
  const { rows } = await house.database.asOwner(`select id from message where body = 'Still me'`)
  expect(rows).toEqual([])
  expect(wordsOf(await (await carys.get('/duties')).text())).toContain('Somebody wrote where it could not go')
  const second = await carys.post(`${at}/write`, { body: 'She has moved on.', key: crypto.randomUUID() })
  expect([second.status, wordsOf(await second.text()).includes('the conversation has ended')]).toEqual([
    409,
    true,
  ])
  // The work goes on after all: it goes on in a new conversation.
  await carys.go(`/people/${cast.amira.id}/work`, { child: cast.jamie.id, purpose: 'Thursday youth club' })
  expect((await write(amira, (await open(amira)).headers.get('location') ?? '', 'I am back')).status).toBe(
    303,
  )
})

test('somebody who has never come in is nobody’s second adult', async () => {
  const grace = await signedIn(house, 'grace')
  const email = 'nobody.at.all@riverside-youth.example'
  await grace.go('/people/invite', { name: 'Max Mustard', email, role: 'manager', manager: 'nobody' })
  const { rows } = await house.database.asOwner('select id from person where email = $1', [email])
  await grace.go(`/people/${cast.amira.id}/manager`, { manager: rows[0]?.id })
  const amira = await signedIn(house, 'amira')
  const at = (await open(amira, 'Us two')).headers.get('location') ?? ''
  const page = wordsOf(await (await amira.get(at)).text())
  expect(page).not.toContain('Max Mustard')
  expect(page).toContain('Ellen Fraser (second adult)')
})

test('a number given in two messages is stopped at the second', async () => {
  const amira = await signedIn(house, 'amira')
  const at = (await open(amira, 'Bus')).headers.get('location') ?? ''
  expect((await write(amira, at, 'mine starts 07700')).status).toBe(303)
  expect((await write(amira, at, 'See you at 4')).status).toBe(303)
  const other = (await open(amira, 'Kit')).headers.get('location') ?? ''
  expect((await write(amira, other, 'mine starts 07700')).status).toBe(303)
  expect((await write(amira, other, 'and ends 900123')).status).toBe(409)
})

test('nor half in what it is about, and half in a message', async () => {
  const amira = await signedIn(house, 'amira')
  const at = (await open(amira, 'Mine starts 07700')).headers.get('location') ?? ''
  expect((await write(amira, at, 'and ends 900123')).status).toBe(409)
})

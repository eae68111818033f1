import { afterAll, beforeAll, expect, test } from 'vitest'
import { comesIn } from '../../../tests/setup/family.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { cast } from '../../demo/index.ts'

let house: TestHouse
let amira: Person
let carys: Person
let at: string
let jamie: Person
let sam: Person
beforeAll(async () => {
  house = await openHouse()
  amira = await signedIn(house, 'amira')
  carys = await signedIn(house, 'carys')
  at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  const key = hiddenOn(await (await amira.get(at)).text(), 'key')
  await amira.go(`${at}/write`, { body: 'We meet at 4pm.', key })
  jamie = await comesIn(house, 'jamie')
  sam = await comesIn(house, 'sam')
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const theirs = () => at.replace('/conversations/', '/family/')
const answers = async (person: Person, body: string) =>
  person.go(`${theirs()}/write`, { body, key: hiddenOn(await (await person.get(theirs())).text(), 'key') })
const words = async (person: Person, path: string) => wordsOf(await (await person.get(path)).text())
const rows = async (sql: string, values: unknown[] = []) => (await house.database.asOwner(sql, values)).rows
const idOf = async (body: string) => (await rows('select id from message where body = $1', [body]))[0]?.id
const danger = 'I want to kill myself, I cannot go on'

test('a child who writes of danger is shown help at once; the designated persons get a letter that says nothing of it', async () => {
  const before = house.mailbox.all.length
  expect(await answers(jamie, danger)).toBe(`${theirs()}/help`)
  const help = await words(jamie, `${theirs()}/help`)
  for (const said of ['999', '0800 1111', '020 7946 0999', 'What happens next', 'You are not in trouble'])
    expect(help).toContain(said)
  expect(help).not.toContain('kill')
  // Stored and delivered: the worker reads it.
  expect(await words(amira, at)).toContain(danger)
  for (const name of ['ellen', 'farid'] as const) {
    const letter = await house.mailbox.next(cast[name].email ?? '', /Somebody may be in danger/)
    expect(letter.text).not.toContain('kill')
    expect(letter.text).not.toContain('Jamie')
  }
  expect(house.mailbox.all.length).toBeGreaterThan(before)
})

test('the same message sent twice shows help twice, and is marked once', async () => {
  const key = hiddenOn(await (await jamie.get(theirs())).text(), 'key')
  const body = 'He hits me and I am scared to go home'
  expect(await jamie.go(`${theirs()}/write`, { body, key })).toBe(`${theirs()}/help`)
  expect(await jamie.go(`${theirs()}/write`, { body, key })).toBe(`${theirs()}/help`)
  const marks = await rows(
    `select 1 from message_mark k join message m on m.id = k.message_id where m.body = $1`,
    [body],
  )
  expect(marks.length).toBe(1)
})

test('danger stays owed until a designated person says what they did, and is then done for all of them', async () => {
  const ellen = await signedIn(house, 'ellen')
  const farid = await signedIn(house, 'farid')
  const [mark] = await rows(`select k.id from message_mark k where k.kind = 'danger' and k.message_id = $1`, [
    await idOf(danger),
  ])
  const to = `/conversations/marked/${mark?.id}`
  const page = await words(ellen, to)
  expect(page).toContain(danger)
  expect(page).toContain('call 999')
  const open = async () =>
    (
      await rows(`select person_id from duty where kind = 'danger' and about_id = $1 and closed_at is null`, [
        mark?.id,
      ])
    )
      .map(({ person_id }) => person_id)
      .sort()
  expect(await open()).toEqual([cast.ellen.id, cast.farid.id].sort())
  expect((await ellen.post(to, { did: '' })).status).toBe(422)
  await ellen.go(to, { did: 'Called the family, and social care.' })
  expect(await open()).toEqual([])
  expect(await words(farid, to)).toContain('Called the family, and social care.')
})

test('a child’s number is masked to the staff, on the page and in the stream, and whole to the child', async () => {
  const body = 'You can ring me on 07700 900321 after school'
  await answers(jamie, body)
  expect(await words(jamie, theirs())).toContain(body)
  const masked = 'You can ring me on [a phone number: ask your manager] after school'
  for (const person of [amira, carys]) expect(await words(person, at)).toContain(masked)
  expect(await words(await signedIn(house, 'ellen'), at)).toContain(masked)
  const stream = await amira.get(`${at}/live`)
  const reader = stream.body?.getReader()
  let streamed = ''
  while (!streamed.includes('after school'))
    streamed += new TextDecoder().decode((await reader?.read())?.value)
  await reader?.cancel()
  expect(streamed).not.toContain('900321')
  expect(streamed).toContain('[a phone number: ask your manager]')
  expect(await idOf(body)).toBeDefined()
})

test('a manager opens it with a reason, which is an entry; the worker sees it only when it was opened for all', async () => {
  const id = await idOf('You can ring me on 07700 900321 after school')
  const to = `${at}/messages/${id}/details`
  expect((await amira.get(to)).status).toBe(404)
  expect((await (await signedIn(house, 'ben')).get(to)).status).toBe(404)
  expect(await words(carys, to)).not.toContain('900321')
  expect((await carys.post(to, { who: 'self', reason: 'x' })).status).toBe(409)
  await carys.go(to, { who: 'self', reason: 'The family does not answer, and the trip leaves' })
  expect(await words(carys, to)).toContain('07700 900321')
  expect(await words(amira, at)).not.toContain('900321')
  const ellen = await signedIn(house, 'ellen')
  expect(await words(ellen, to)).not.toContain('900321')
  await carys.go(to, { who: 'all', reason: 'It is the number of the club itself' })
  expect(await words(amira, at)).toContain('07700 900321')
  const entries = await rows(`select person_id from entry where event = 'detail.opened' and about_id = $1`, [
    id,
  ])
  expect(entries.map(({ person_id }) => person_id)).toEqual([cast.carys.id, cast.carys.id])
})

test('a designated person who erases a message is not shown what is masked in it', async () => {
  await answers(sam, 'My mobile is 07700 900123, ring any time')
  const id = await idOf('My mobile is 07700 900123, ring any time')
  const ellen = await signedIn(house, 'ellen')
  expect(await words(ellen, `${at}/messages/${id}/erase`)).not.toContain('900123')
})

test('a parent’s abuse is delivered, and marked for the worker’s manager', async () => {
  const body = 'You are a stupid useless idiot and I hate you'
  await answers(sam, body)
  expect(await words(amira, at)).toContain(body)
  const [mark] = await rows(`select id from message_mark where kind = 'look' and message_id = $1`, [
    await idOf(body),
  ])
  const owed = await rows(`select person_id from duty where kind = 'look-at-message' and about_id = $1`, [
    mark?.id,
  ])
  expect(owed.map(({ person_id }) => person_id)).toEqual([cast.carys.id])
  expect(await words(carys, `/conversations/marked/${mark?.id}`)).toContain(body)
})

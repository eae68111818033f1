import { afterAll, beforeAll, expect, test } from 'vitest'
import { comesIn } from '../../../tests/setup/family.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { type CastName, cast } from '../../demo/index.ts'

let house: TestHouse
let jamie: Person
let sam: Person
let ellen: Person
let at: string
beforeAll(async () => {
  house = await openHouse()
  const amira = await signedIn(house, 'amira')
  ellen = await signedIn(house, 'ellen')
  at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Trip' })
  const key = hiddenOn(await (await amira.get(at)).text(), 'key')
  await amira.go(`${at}/write`, { body: 'We meet at 4pm.', key })
  jamie = await comesIn(house, 'jamie')
  sam = await comesIn(house, 'sam')
  // From now on nothing goes to or from Jamie.
  await sam.go(`/family/agreements/${cast.jamie.id}`, {
    sent: '1',
    last: new Date(Date.now() + 86_400_000 * 30).toISOString().slice(0, 10),
  })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const rows = async (sql: string, values: unknown[] = []) => (await house.database.asOwner(sql, values)).rows
const words = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const familys = () => at.replace('/conversations/', '/family/')
const idOf = async (body: string) =>
  (await rows('select id from kept_words where body = $1', [body]))[0]?.id as string
const owed = async (id: string, kind: string) =>
  (
    await rows('select person_id from duty where about_id = $1 and kind = $2 and closed_at is null', [
      id,
      kind,
    ])
  ).map(({ person_id }) => person_id)

test('a child who writes of danger where nothing goes any more is shown help, and the designated persons hear of it at once', async () => {
  const body = 'I want to kill myself, I cannot go on'
  const key = hiddenOn(await (await jamie.get(familys())).text(), 'key')
  // Pressed twice, the same help both times, and kept once.
  for (const _ of [1, 2])
    expect(await jamie.go(`${familys()}/write`, { body, key })).toBe('/family/kept/help')
  const help = await words(jamie, '/family/kept/help')
  for (const said of ['999', '0800 1111', '020 7946 0999', 'Your words are kept', 'You are not in trouble'])
    expect(help).toContain(said)
  expect(help).not.toContain('kill')
  const id = await idOf(body)
  expect((await owed(id, 'danger-kept')).toSorted()).toEqual([cast.ellen.id, cast.farid.id].toSorted())
  expect(await owed(id, 'kept-words')).toEqual([])
  for (const name of ['ellen', 'farid'] as const) {
    const letter = await house.mailbox.next(cast[name].email ?? '', /Somebody may be in danger/)
    expect(letter.text).not.toContain('kill')
    expect(letter.text).not.toContain('Jamie')
  }
  const [marked] = await rows(`select content from entry where event = 'words.marked' and about_id = $1`, [
    id,
  ])
  expect(JSON.stringify(marked)).not.toContain('kill')
  const page = await words(ellen, `/conversations/kept/${id}`)
  expect(page).toContain(body)
  expect(page).toContain('call 999')
  await ellen.go(`/conversations/kept/${id}`, { did: 'Called Sam, and visited.' })
  expect(await owed(id, 'danger-kept')).toEqual([])
})

test('a child who writes for the first time, to nobody they may write to, is heard just so', async () => {
  const key = hiddenOn(await (await jamie.get('/family/new')).text(), 'key')
  const body = 'He hits me and I am scared to go home'
  expect(await jamie.go('/family/new', { to: cast.amira.id, body, key })).toBe('/family/kept/help')
  expect(await owed(await idOf(body), 'danger-kept')).toHaveLength(2)
})

test('words without danger are kept as before, with a child’s own number masked until a manager opens it for themselves', async () => {
  const body = 'You can ring me on 07700 900321 after school'
  const key = hiddenOn(await (await jamie.get(familys())).text(), 'key')
  expect(await jamie.go(`${familys()}/write`, { body, key })).toBe('/family/kept')
  const id = await idOf(body)
  expect(await owed(id, 'danger-kept')).toEqual([])
  const to = `/conversations/kept/${id}`
  expect(await words(ellen, to)).toContain('ring me on [a phone number: ask your manager] after school')
  expect((await ellen.post(`${to}/details`, { reason: 'x' })).status).toBe(409)
  await ellen.go(`${to}/details`, { reason: 'Nobody at home answers the phone' })
  expect(await words(ellen, to)).toContain(body)
  expect(await words(await signedIn(house, 'farid'), to)).not.toContain('900321')
  const opened = await rows(`select person_id from entry where event = 'words.opened'`)
  expect(opened).toEqual([{ person_id: cast.ellen.id }])
  for (const name of ['amira', 'ben'] as readonly CastName[])
    expect((await (await signedIn(house, name)).get(`${to}/details`)).status).toBe(404)
})

test('danger in words meant for a worker who answers for safeguarding too is heard by the others, who can open it', async () => {
  const grace = await signedIn(house, 'grace')
  await grace.go(`/people/${cast.amira.id}/roles`, { role: 'deputy-designated-person', change: 'give' })
  const body = 'I want to die, I cannot tell her myself'
  const key = hiddenOn(await (await jamie.get(familys())).text(), 'key')
  expect(await jamie.go(`${familys()}/write`, { body, key })).toBe('/family/kept/help')
  const id = await idOf(body)
  expect((await owed(id, 'danger-kept')).toSorted()).toEqual([cast.ellen.id, cast.farid.id].toSorted())
  expect((await (await signedIn(house, 'farid')).get(`/conversations/kept/${id}`)).status).toBe(200)
  expect((await (await signedIn(house, 'amira')).get(`/conversations/kept/${id}`)).status).toBe(404)
})

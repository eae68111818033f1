import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { cast } from '../../demo/index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const rows = async (sql: string, ...values: unknown[]) => (await house.database.asOwner(sql, values)).rows
const pageOf = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const look = 'Look at a message that was marked for you'
const asking = 'What is your phone number?'
const reason = 'The office has lost the number and asked me to get it'

test('what only a manager may look at goes from a leaver to somebody who can open it, and to nobody else', async () => {
  const [amira, grace] = [await signedIn(house, 'amira'), await signedIn(house, 'grace')]
  const at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  const key = hiddenOn(await (await amira.get(at)).text(), 'key')
  await amira.go(`${at}/write`, { body: asking, key, reason })
  const [mark] = await rows(`select id from message_mark where kind = 'asked'`)
  const due = async () =>
    await rows(
      `select person_id, due_at from duty where kind = 'look-at-message' and about_id = $1 and closed_at is null`,
      mark.id,
    )
  const [carysOwes] = await due()
  expect(carysOwes.person_id).toBe(cast.carys.id)

  const leaving = `/people/${cast.carys.id}/leaving`
  expect(await pageOf(grace, leaving)).toContain(
    '1 thing that was asked of them: each goes to whom it would be given today.',
  )
  // Ellen answers for Amira from now on: hers it is, with nobody choosing so.
  await grace.go(leaving, { 'to-people': cast.ellen.id, 'to-conversations': cast.dev.id })
  expect(await due()).toEqual([{ person_id: cast.ellen.id, due_at: carysOwes.due_at }])
  const ellen = await signedIn(house, 'ellen')
  const marked = `/conversations/marked/${mark.id}`
  expect(await pageOf(ellen, '/duties')).toContain(look)
  expect(await pageOf(ellen, marked)).toContain(reason)
  expect(await pageOf(ellen, '/duties')).not.toContain(look)
  expect((await (await signedIn(house, 'ben')).get(marked)).status).toBe(404)
})

test('what a manager owes is asked of another when their role ends', async () => {
  const [amira, grace] = [await signedIn(house, 'amira'), await signedIn(house, 'grace')]
  await grace.go(`/people/${cast.farid.id}/roles`, { role: 'manager', change: 'give' })
  await grace.go(`/people/${cast.amira.id}/manager`, { manager: cast.farid.id })
  const at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Lifts' })
  const key = hiddenOn(await (await amira.get(at)).text(), 'key')
  await amira.go(`${at}/write`, { body: asking, key, reason })
  const owing = async () =>
    (await rows(`select person_id from duty where kind = 'look-at-message' and closed_at is null`)).map(
      row => row.person_id,
    )
  expect(await owing()).toEqual([cast.farid.id])
  // It goes with whoever Amira answers to.
  await grace.go(`/people/${cast.amira.id}/manager`, { manager: cast.dev.id })
  expect(await owing()).toEqual([cast.dev.id])
  await grace.go(`/people/${cast.amira.id}/manager`, { manager: cast.farid.id })
  await grace.go(`/people/${cast.farid.id}/roles`, { role: 'manager', change: 'end' })
  // He is a deputy still, and above Amira: it stays his until that ends too.
  expect(await owing()).toEqual([cast.farid.id])
  await grace.go(`/people/${cast.farid.id}/roles`, { role: 'deputy-designated-person', change: 'end' })
  expect(await owing()).toEqual([cast.ellen.id])
})

test('what a leaver wrote and waits goes to no one: their manager sees so, and is done', async () => {
  const [ben, grace, ellen] = [
    await signedIn(house, 'ben'),
    await signedIn(house, 'grace'),
    await signedIn(house, 'ellen'),
  ]
  const at = await ben.go('/conversations/new', { whom: `parents:${cast.rosa.id}`, subject: 'Music' })
  const key = hiddenOn(await (await ben.get(at)).text(), 'key')
  await ben.go(`${at}/write`, { body: 'Let us keep this our little secret, do not tell your mum', key })
  const [waits] = await rows('select id from waiting_message')
  const page = `/conversations/waiting/${waits.id}`
  expect(await pageOf(ellen, '/duties')).toContain('A message waits for you')
  await grace.go(`/people/${cast.ben.id}/leaving`, {
    'to-children': cast.amira.id,
    'to-conversations': cast.amira.id,
  })
  await expect.poll(() => pageOf(ellen, '/duties')).toContain('A message was not sent. See why')
  expect(await pageOf(ellen, '/duties')).not.toContain('A message waits for you')
  expect(await pageOf(ellen, page)).toContain('Whoever wrote it is no longer in the conversation.')
  expect(await pageOf(ellen, '/duties')).not.toContain('A message was not sent')
})

test('nobody gives what a leaver had to themselves where somebody else can take it', async () => {
  const [grace, dev] = [await signedIn(house, 'grace'), await signedIn(house, 'dev')]
  await grace.go(`/people/${cast.dev.id}/roles`, { role: 'administrator', change: 'give' })
  await grace.go(`/people/${cast.noor.id}/manager`, { manager: cast.farid.id })
  await grace.go(`/people/${cast.farid.id}/roles`, { role: 'manager', change: 'give' })
  const leaving = `/people/${cast.farid.id}/leaving`
  const page = await pageOf(dev, leaving)
  expect(page).toContain('Ellen Fraser, designated person')
  expect(page).not.toContain('Dev Mehta, senior manager')
  const refused = await dev.post(leaving, { 'to-people': cast.dev.id })
  expect(refused.status).toBe(409)
  expect(wordsOf(await refused.text())).toContain('Choose who takes over.')
})

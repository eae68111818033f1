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
  expect(await pageOf(grace, leaving)).toContain('Who takes over 1 look they owe as a manager')
  // Not Dev, who would answer for Amira anyhow: Ellen takes the people, Dev no more than the look.
  const others = {
    'to-people': cast.ellen.id,
    'to-conversations': cast.ellen.id,
    'to-duties': cast.dev.id,
  }
  const refused = await grace.post(leaving, { ...others, 'to-looks': cast.ben.id })
  expect(refused.status).toBe(409)
  expect(wordsOf(await refused.text())).toContain(
    'the looks they owe as a manager would be nobody’s. Choose who takes over.',
  )
  await grace.go(leaving, { ...others, 'to-looks': cast.dev.id })
  expect(await due()).toEqual([{ person_id: cast.dev.id, due_at: carysOwes.due_at }])

  const dev = await signedIn(house, 'dev')
  const marked = `/conversations/marked/${mark.id}`
  expect((await dev.get(at)).status).toBe(404)
  expect(await pageOf(dev, '/duties')).toContain(look)
  expect(await pageOf(dev, marked)).toContain(reason)
  expect(await pageOf(dev, '/duties')).not.toContain(look)
  // Looked at again it is still there; the conversation has not opened by it.
  expect(await pageOf(dev, marked)).toContain(asking)
  expect((await dev.get(at)).status).toBe(404)
  const readings = await rows(
    `select 1 from entry where event = 'conversation.read' and about_id = $1`,
    at.split('/').at(-1),
  )
  expect(readings.length).toBe(2)
  expect((await (await signedIn(house, 'ben')).get(marked)).status).toBe(404)
})

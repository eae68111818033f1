import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { agencies, cast } from '../demo/index.ts'
import { newId } from '../kit/ids.ts'
import { type PersonActor, write } from '../records/index.ts'
import { conversationToWrite } from './access.ts'
import { sendMessage } from './send-message.ts'

let house: TestHouse
let carys: Person
let at: string
beforeAll(async () => {
  house = await openHouse()
  const amira = await signedIn(house, 'amira')
  carys = await signedIn(house, 'carys')
  at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const amiraActs: PersonActor = {
  kind: 'staff',
  agencyId: agencies.riverside.id,
  personId: cast.amira.id,
  name: cast.amira.name,
  place: '',
  roles: [],
}
const owes = async () =>
  (
    await house.database.asOwner(
      `select 1 from duty where kind = 'second-adult' and person_id = $1 and closed_at is null`,
      [cast.carys.id],
    )
  ).rowCount

test('a second adult who looks while a message is being stored has either seen it, or owes the look still', async () => {
  expect(await owes()).toBe(1)
  const stored = Promise.withResolvers<void>()
  const commit = Promise.withResolvers<void>()
  const body = 'Said while she looked'
  const sending = write(house.house.ground, amiraActs, async writer => {
    const found = await conversationToWrite(writer, at.split('/').at(-1) ?? '')
    if (!found) throw new Error('Amira is in no conversation')
    const sent = await sendMessage(writer, found, { body, key: newId() })
    // What was sent so far has been answered: the message is there, and not committed.
    await sql`select 1`.execute(writer.db)
    stored.resolve()
    await commit.promise
    return sent
  })
  await stored.promise
  const looking = carys.get(at).then(answer => answer.text())
  // Long enough for a look that waits for nothing.
  await Promise.race([looking, wait(1500)])
  commit.resolve()
  await sending
  const seen = wordsOf(await looking).includes(body)
  expect([seen, await owes()]).toEqual([true, 0])
})

test('a look at what is said afterwards is owed anew', async () => {
  const amira = await signedIn(house, 'amira')
  await amira.go(`${at}/write`, { body: 'And another', key: newId() })
  expect(await owes()).toBe(1)
  await carys.get(at)
  expect(await owes()).toBe(0)
})

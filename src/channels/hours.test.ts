import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { type Person, signedIn } from '../../tests/setup/person.ts'
import { agencies, cast } from '../demo/index.ts'
import { days, hours, later } from '../kit/clock.ts'
import { newId } from '../kit/ids.ts'
import { type Channel, channelJobs, type Handed } from './index.ts'

/** The next Friday in London’s winter or summer at about this hour, at least a day ahead. */
function nextFriday(hour: number): Date {
  const at = later(new Date(), days(1))
  at.setUTCDate(at.getUTCDate() + ((5 - at.getUTCDay() + 7) % 7))
  at.setUTCHours(hour, 0, 0, 0)
  return at
}

const handed: string[] = []
let answer: Handed = { came: 'taken' }
const provider: Channel = {
  kind: 'email',
  prepare: async () => undefined,
  async send({ message }) {
    handed.push(message.body)
    return answer
  },
}

let house: TestHouse
let now: Date | undefined
let amira: Person
let ellen: Person
let at: string
beforeAll(async () => {
  house = await openHouse({
    clock: () => now ?? new Date(),
    channels: [provider],
    env: { LANYARD_MAIL_DOMAIN: 'messages.riverside.example' },
  })
  amira = await signedIn(house, 'amira')
  ellen = await signedIn(house, 'ellen')
  const grace = await signedIn(house, 'grace')
  await grace.go(`/people/${cast.ellen.id}/work`, { child: cast.jamie.id, purpose: 'Safety' })
  await grace.go(`/people/${cast.sam.id}/way`, { way: 'email' })
  at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Thursday' })
  await grace.go('/organisation/hours', {
    ...{ when: 'hours', monday: '9am to 5pm', tuesday: '9am to 5pm', wednesday: '9am to 5pm' },
    ...{ thursday: '9am to 5pm', friday: '9am to 5pm', saturday: '', sunday: '', closed: '' },
  })
  await rows(`update auth.session set "expiresAt" = now() + interval '60 days'`)
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})
beforeEach(() => {
  handed.length = 0
  answer = { came: 'taken' }
})

const rows = async <T>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  (await house.database.asOwner(sql, [...values])).rows as T[]
async function delivery(body: string) {
  const [row] = await rows<{ id: string; state: string; message_id: string }>(
    'select d.id, d.state, d.message_id from delivery d join message m on m.id = d.message_id where m.body = $1',
    [body],
  )
  return row
}
const comesTo = (body: string, state: string) =>
  expect.poll(async () => (await delivery(body))?.state, { timeout: 20_000 }).toBe(state)
const say = (who: Person, body: string) => who.go(`${at}/write`, { body, key: newId() })
/** Its job comes, whatever time it is. */
async function comesRound(body: string): Promise<void> {
  const messageId = (await delivery(body))?.message_id
  await channelJobs(house.house.ground, [provider])['deliver-message']({
    ...{ agencyId: agencies.riverside.id, messageId, personId: cast.sam.id },
  } as never)
}
const waitsUntil = async (body: string): Promise<Date | undefined> =>
  (
    await rows<{ run_at: Date }>('select run_at from graphile_worker.jobs where key = $1', [
      `deliver-message:${(await delivery(body))?.message_id}:${cast.sam.id}`,
    ])
  )[0]?.run_at

test('what nobody took within the hours of contact is not tried outside them: it waits until they open', async () => {
  now = nextFriday(16)
  answer = { came: 'not-yet' }
  await say(amira, 'See you on Thursday.')
  await comesTo('See you on Thursday.', 'queued')
  expect(handed).toHaveLength(1)
  answer = { came: 'taken' }
  now = nextFriday(22)
  await comesRound('See you on Thursday.')
  expect(handed).toHaveLength(1)
  expect((await delivery('See you on Thursday.'))?.state).toBe('queued')
  const opens = await waitsUntil('See you on Thursday.')
  expect(opens?.getUTCDay()).toBe(1)
  now = later(opens ?? new Date(), hours(1))
  await comesRound('See you on Thursday.')
  expect(handed).toHaveLength(2)
  await comesTo('See you on Thursday.', 'handed-over')
})

test('sent again outside the hours, it waits for them too', async () => {
  now = nextFriday(15)
  answer = { came: 'refused', why: 'full' }
  await say(amira, 'Bring a coat.')
  await comesTo('Bring a coat.', 'failed')
  answer = { came: 'taken' }
  now = nextFriday(22)
  await amira.go(`/deliveries/${(await delivery('Bring a coat.'))?.id}`, { what: 'again' })
  await expect
    .poll(() => waitsUntil('Bring a coat.'), { timeout: 20_000 })
    .toSatisfy((at: Date | undefined) => at?.getUTCDay() === 1)
  expect(handed).toHaveLength(1)
})

test('what whoever answers for safeguarding wrote goes at any hour, when it is tried again too', async () => {
  now = nextFriday(14)
  const theirs = await ellen.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Safety' })
  answer = { came: 'not-yet' }
  await ellen.go(`${theirs}/write`, { body: 'Please call me.', key: newId() })
  await comesTo('Please call me.', 'queued')
  answer = { came: 'taken' }
  now = nextFriday(22)
  await comesRound('Please call me.')
  await comesTo('Please call me.', 'handed-over')
})

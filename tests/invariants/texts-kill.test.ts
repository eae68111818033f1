import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { type NotifyServer, openNotify } from '../setup/notify.ts'
import { signedIn } from '../setup/person.ts'
import { frontOf, newPlace, type Place, postgresOf, removePlace, startServer } from '../setup/server.ts'

let notify: NotifyServer
let place: Place
beforeAll(async () => {
  notify = await openNotify()
  place = await newPlace({
    LANYARD_DEMO: 'yes',
    LANYARD_NOTIFY_KEY: notify.key,
    LANYARD_NOTIFY_TEMPLATE: notify.template,
    LANYARD_NOTIFY_URL: notify.url,
  })
})
afterAll(async () => {
  await removePlace(place)
  await notify.close()
})

test('killed after Notify took a text and before it could say so: it goes once, and how it went is known after all', async () => {
  const first = await startServer(place)
  const front = frontOf(place.url)
  const [amira, grace] = [await signedIn(front, 'amira'), await signedIn(front, 'grace')]
  await grace.go(`/people/${cast.sam.id}/way`, { way: 'text' })
  const at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Thursday' })
  notify.next.push('taken-and-held')
  await amira.go(`${at}/write`, { body: 'We meet at 4pm.', key: randomUUID() })
  await notify.taken(1)
  await first.kill()

  const second = await startServer(place)
  const owner = new pg.Client({ connectionString: (await postgresOf(place)).ownerUrl })
  await owner.connect()
  const states = async () => (await owner.query('select state, attempts from delivery')).rows
  expect(await states()).toEqual([{ state: 'claimed', attempts: 1 }])
  // Five minutes later, when whoever claimed it is surely gone.
  await owner.query(`update delivery set changed_at = changed_at - interval '6 minutes'`)
  await owner.query(`select graphile_worker.add_job('look-at-deliveries')`)
  await expect.poll(states, { timeout: 20_000 }).toEqual([{ state: 'handed-over', attempts: 1 }])
  expect(notify.texts.map(({ body }) => body.includes('We meet at 4pm.'))).toEqual([true])
  expect(notify.asked.at(-1)).toBe('GET /v2/notifications')
  await owner.end()
  await second.stop()
}, 240_000)

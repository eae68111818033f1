import type { AddressInfo } from 'node:net'
import { createServer, type Server as Listener, type Socket } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { newId } from '../../src/kit/ids.ts'
import { freePort } from '../../src/kit/postgres/index.ts'
import { type Front, signedIn } from '../setup/person.ts'
import {
  frontOf,
  newPlace,
  type Place,
  postgresOf,
  removePlace,
  type Server,
  startServer,
} from '../setup/server.ts'

/** A mail server that takes every letter and then says nothing, until it is told to: what a broken line looks like. */
interface Slow {
  readonly url: string
  /** The letters of conversations whose words have come in full. */
  readonly taken: () => readonly string[]
  answers: boolean
  readonly close: () => Promise<void>
}

async function openSlow(): Promise<Slow> {
  const taken: string[] = []
  const sockets = new Set<Socket>()
  const slow = { answers: false }
  const server: Listener = createServer(socket => {
    sockets.add(socket)
    let text = ''
    let inData = false
    socket.on('error', () => {})
    socket.write('220 slow\r\n')
    socket.on('data', part => {
      text += part.toString('latin1')
      for (;;) {
        const end = text.indexOf(inData ? '\r\n.\r\n' : '\r\n')
        if (end < 0) return
        const said = text.slice(0, end)
        text = text.slice(end + (inData ? 5 : 2))
        if (!inData) {
          inData = said === 'DATA'
          socket.write(inData ? '354 go on\r\n' : '250 yes\r\n')
          continue
        }
        inData = false
        const ours = /^Subject: A message from/im.test(said) && /^Reply-To:/im.test(said)
        if (ours) taken.push(said)
        if (slow.answers || !ours) socket.write('250 taken\r\n')
      }
    })
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return Object.assign(slow, {
    url: `smtp://127.0.0.1:${port}`,
    taken: () => taken,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise<void>(done => server.close(() => done()))
    },
  })
}

let place: Place
let slow: Slow
let server: Server | undefined
beforeAll(async () => {
  slow = await openSlow()
  const listen = `127.0.0.1:${await freePort()}`
  place = await newPlace({
    LANYARD_MAIL: slow.url,
    LANYARD_MAIL_DOMAIN: 'messages.riverside.example',
    LANYARD_MAIL_LISTEN: listen,
  })
})
afterAll(async () => {
  await server?.kill()
  await removePlace(place)
  await slow.close()
})

async function asOwner<T extends object>(sql: string): Promise<T[]> {
  const { ownerUrl } = await postgresOf(place)
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  return client
    .query<T>(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

test('killed after its words had left and before the answer came: the letter is not sent again by itself, and no job is stuck', async () => {
  server = await startServer(place)
  const front: Front = frontOf(place.url)
  await (await signedIn(front, 'grace')).go(`/people/${cast.sam.id}/way`, { way: 'email' })
  const amira = await signedIn(front, 'amira')
  const at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Thursday' })
  await amira.go(`${at}/write`, { body: 'We meet at 4pm.', key: newId() })
  await expect.poll(() => slow.taken().length, { timeout: 30_000 }).toBe(1)
  await server.kill()
  // From now on it would be taken: whatever is sent again would arrive.
  slow.answers = true
  server = await startServer(place)
  // The job that the killed process held is given back and done; it finds the claim, and leaves it alone.
  const locked = `select 1 from graphile_worker.jobs where task_identifier = 'deliver-message'`
  await expect.poll(async () => (await asOwner(locked)).length, { timeout: 60_000, interval: 500 }).toBe(0)
  expect(await asOwner('select state, attempts from delivery')).toEqual([{ state: 'claimed', attempts: 1 }])
  // Time passes: the row says when it was claimed.
  await asOwner(`update delivery set changed_at = changed_at - interval '10 minutes'`)
  const state = async () => (await asOwner<{ state: string }>('select state from delivery'))[0]?.state
  await expect.poll(state, { timeout: 90_000, interval: 500 }).toBe('unsure')
  expect(slow.taken()).toHaveLength(1)
  await amira.go(`${at}/write`, { body: 'And bring a coat.', key: newId() })
  await expect.poll(() => slow.taken().length, { timeout: 30_000 }).toBe(2)
}, 300_000)

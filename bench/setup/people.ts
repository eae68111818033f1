import { createHmac, randomUUID } from 'node:crypto'
import pg from 'pg'
import { cast } from '../../src/demo/index.ts'
import type { Secrets } from '../../src/kit/secrets.ts'
import { signedIn } from '../../tests/setup/person.ts'
import type { Lanyard } from './lanyard.ts'
import { formRequest, type Line, openLine } from './sender.ts'

const words =
  'Hello both. Thursday starts at half past six this week, in the big hall. Please bring trainers and a drink. See you there.'

/** Sends one message and waits until it is acknowledged. Throws when it is not. */
export type Send = () => Promise<void>

/** A worker at a browser, with conversations with a child to write in. */
export interface Writing {
  /** Connections anew, one to each conversation: an idle one is closed by the server after some seconds. */
  readonly open: () => Promise<readonly Send[]>
  readonly close: () => void
  /** How many messages have been acknowledged. */
  readonly acknowledged: () => number
}

/** Signs a worker of the demo in, by password and second step, at `count` devices, and opens a conversation at each. */
export async function openWriting(lanyard: Lanyard, count: number): Promise<Writing> {
  const { url } = lanyard
  const front = { url, fetch: (request: Request) => fetch(request, { redirect: 'manual' }) }
  const amira = await signedIn(front, 'amira')
  const places: URL[] = []
  for (let number = 0; number < count; number++) {
    const about = { whom: `child:${cast.jamie.id}`, subject: `Thursday ${number}` }
    places.push(new URL(`${await amira.go('/conversations/new', about)}/write`, url))
  }
  const cookies = await devices(lanyard, amira.cookies, count)
  let lines: Line[] = []
  let acknowledged = 0
  const close = () => {
    for (const line of lines) line.close()
    lines = []
  }
  const sending = (to: URL, cookie: string, line: Line): Send => {
    // Written once but for its key, which stands last: what writes must not take the time of what is measured.
    const before = formRequest(to, cookie, { body: words, key: randomUUID() }).slice(0, -36)
    return async () => {
      const status = await line.send(before + randomUUID())
      if (status !== 303) throw new Error(`a message was answered with ${status}`)
      acknowledged++
    }
  }
  return {
    async open() {
      close()
      lines = await Promise.all(places.map(() => openLine(url)))
      return lines.map((line, at) => sending(places[at] as URL, cookies[at] as string, line))
    },
    close,
    acknowledged: () => acknowledged,
  }
}

/** The cookies of as many sessions, each with a token of its own, like the one that the person came by. */
async function devices(
  { ownerUrl, secrets }: Lanyard,
  own: ReadonlyMap<string, string>,
  count: number,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const tokens = Array.from({ length: count }, () => randomUUID())
  await client.query(
    `insert into auth.session (id, token, "expiresAt", "createdAt", "updatedAt", "userId", factor)
     select t, t, "expiresAt", "createdAt", "updatedAt", "userId", factor from unnest($1::text[]) t,
       (select * from auth.session where factor = 'totp' order by "createdAt" desc limit 1) one`,
    [tokens],
  )
  await client.end()
  return tokens.map(token => {
    const all = new Map(own).set('lanyard.session_token', signedToken(secrets, token))
    return [...all].map(([name, value]) => `${name}=${value}`).join('; ')
  })
}

/** A session's token as the cookie holds it. */
export const signedToken = (secrets: Pick<Secrets, 'session'>, token: string): string =>
  encodeURIComponent(`${token}.${createHmac('sha256', secrets.session).update(token).digest('base64')}`)

import { randomUUID } from 'node:crypto'
import { cast } from '../../src/demo/index.ts'
import { signedIn } from '../../tests/setup/person.ts'
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

/** Signs a worker of the demo in, by password and second step, and opens `count` conversations. */
export async function openWriting(url: string, count: number): Promise<Writing> {
  const front = { url, fetch: (request: Request) => fetch(request, { redirect: 'manual' }) }
  const amira = await signedIn(front, 'amira')
  const cookie = [...amira.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const places: URL[] = []
  for (let number = 0; number < count; number++) {
    const about = { whom: `child:${cast.jamie.id}`, subject: `Thursday ${number}` }
    places.push(new URL(`${await amira.go('/conversations/new', about)}/write`, url))
  }
  let lines: Line[] = []
  let acknowledged = 0
  const close = () => {
    for (const line of lines) line.close()
    lines = []
  }
  const sending =
    (to: URL, line: Line): Send =>
    async () => {
      const status = await line.send(formRequest(to, cookie, { body: words, key: randomUUID() }))
      if (status !== 303) throw new Error(`a message was answered with ${status}`)
      acknowledged++
    }
  return {
    async open() {
      close()
      lines = await Promise.all(places.map(() => openLine(url)))
      return lines.map((line, at) => sending(places[at] as URL, line))
    },
    close,
    acknowledged: () => acknowledged,
  }
}

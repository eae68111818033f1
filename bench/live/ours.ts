import { randomUUID } from 'node:crypto'
import { get } from 'node:http'
import type { Lanyard } from '../setup/lanyard.ts'
import { formRequest, openLine } from '../setup/sender.ts'
import type { Pair } from './crowd.ts'
import type { Ears, Lane } from './paced.ts'

export interface Open {
  readonly lanes: readonly Lane[]
  readonly close: () => void
}

/** Opens the conversation on both sides, as a browser does: two streams each. Messages are said by the worker. */
export async function openOurs({ url }: Lanyard, pairs: readonly Pair[], ears: Ears): Promise<Open> {
  const closing: (() => void)[] = []
  for (const { conversation, worker, parent } of pairs) {
    closing.push(await openStream(`${url}/conversations/${conversation}/live`, worker, () => {}))
    closing.push(await openStream(`${url}/family/${conversation}/live`, parent, text => ears.hear(text)))
  }
  const lanes = await Promise.all(pairs.map(pair => openLane(url, pair, closing)))
  return {
    lanes,
    close: () => {
      for (const close of closing) close()
    },
  }
}

/** A stream with whatever comes by it, once its first bytes are there. */
const openStream = (url: string, cookie: string, hear: (text: string) => void): Promise<() => void> =>
  new Promise((done, fail) => {
    const request = get(url, { headers: { cookie }, agent: false }, answer => {
      if (answer.statusCode !== 200) fail(new Error(`a stream was answered with ${answer.statusCode}`))
      answer.setEncoding('utf8')
      answer.once('data', () => done(() => request.destroy()))
      answer.on('data', hear)
      answer.on('error', () => {})
    })
    request.on('error', fail)
  })

/** A connection is closed by the server when it is idle for some seconds: then another is opened. */
async function openLane(url: string, { conversation, worker }: Pair, closing: (() => void)[]): Promise<Lane> {
  const to = new URL(`/conversations/${conversation}/write`, url)
  let line = await openLine(url)
  let last = performance.now()
  let before: Promise<unknown> = Promise.resolve()
  closing.push(() => line.close())
  const send = async (body: string) => {
    if (performance.now() - last > 3_000) {
      line.close()
      line = await openLine(url)
    }
    const status = await line.send(formRequest(to, worker, { body, key: randomUUID() }))
    last = performance.now()
    if (status !== 303) throw new Error(`a message was answered with ${status}`)
  }
  return {
    // One at a time on a connection.
    say(body) {
      const next = before.then(() => send(body))
      before = next.catch(() => {})
      return next
    },
  }
}

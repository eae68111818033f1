import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** One kept-alive HTTP connection that sends one request at a time. Reads no more of an answer than it must. */
export interface Line {
  /** Sends a request as it stands and gives the answer's status. Throws when the connection ends. */
  readonly send: (request: string) => Promise<number>
  readonly close: () => void
}

export async function openLine(url: string): Promise<Line> {
  const { hostname, port } = new URL(url)
  // All by one address: where Node.js chooses, some come by IPv6, and those of each are another part of the network.
  const socket = connect({ port: Number(port), host: hostname, autoSelectFamily: false })
  await once(socket, 'connect')
  socket.setNoDelay(true)
  const next = answers(socket)
  return {
    send(request) {
      const answer = next()
      socket.write(request)
      return answer
    },
    close: () => socket.destroy(),
  }
}

function answers(socket: Socket): () => Promise<number> {
  let waiting: { done: (status: number) => void; fail: (error: Error) => void } | undefined
  let held = ''
  socket.setEncoding('latin1')
  socket.on('data', (part: string) => {
    held += part
    const whole = wholeAnswer(held)
    if (whole === undefined) return
    held = ''
    waiting?.done(whole)
  })
  const ended = () => waiting?.fail(new Error('the server closed the connection'))
  socket.on('error', ended)
  socket.on('close', ended)
  return () => new Promise((done, fail) => (waiting = { done, fail }))
}

/** The status of an answer that has come whole; undefined while some of it is on its way. */
function wholeAnswer(text: string): number | undefined {
  const head = text.indexOf('\r\n\r\n')
  if (head < 0) return undefined
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head + 2))?.[1]
  const whole = length === undefined ? text.endsWith('0\r\n\r\n') : text.length >= head + 4 + Number(length)
  return whole ? Number(text.slice(9, 12)) : undefined
}

/** A form as a browser sends it from one of our own pages. */
export function formRequest(url: URL, cookie: string, fields: Readonly<Record<string, string>>): string {
  const body = new URLSearchParams(fields).toString()
  return [
    `POST ${url.pathname} HTTP/1.1`,
    `Host: ${url.host}`,
    `Origin: ${url.origin}`,
    'Sec-Fetch-Site: same-origin',
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
    `Cookie: ${cookie}`,
    '',
    body,
  ].join('\r\n')
}

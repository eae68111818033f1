import { connect, type NetConnectOpts } from 'node:net'

/** What ClamAV said of some bytes. `not-checked`: it could not be reached, or would not look at them. */
export type Scanned = 'clean' | 'infected' | 'not-checked'

/** How much is handed over at once, in bytes; clamd takes any length that its own limits allow. */
const chunk = 256 * 1024

/**
 * Has clamd look at bytes, by its own protocol (clamd(8), INSTREAM): they go over its socket in chunks, each with its length
 * before it, and are no file at any time on our side. `at` is the path of its socket, or host:port. Never throws: whatever
 * goes wrong on the way, or takes longer than `mostMillis`, is `not-checked`.
 */
export function scan(at: string, bytes: Uint8Array, mostMillis = 30_000): Promise<Scanned> {
  const { promise, resolve } = Promise.withResolvers<Scanned>()
  const socket = connect(placeOf(at))
  let said = ''
  const end = () => {
    clearTimeout(late)
    socket.destroy()
    resolve(meaningOf(said))
  }
  const late = setTimeout(end, mostMillis)
  socket.on('error', end)
  socket.on('close', end)
  socket.on('data', part => {
    said = (said + part.toString('latin1')).slice(0, 2000)
    if (said.includes('\0')) end()
  })
  socket.write('zINSTREAM\0')
  for (let from = 0; from < bytes.length; from += chunk) {
    const part = bytes.subarray(from, from + chunk)
    socket.write(lengthOf(part.length))
    socket.write(part)
  }
  socket.write(lengthOf(0))
  return promise
}

function placeOf(at: string): NetConnectOpts {
  if (at.startsWith('/')) return { path: at }
  const [, host = '', port = ''] = /^(.+):(\d+)$/.exec(at) ?? []
  return { host, port: Number(port) }
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

/** Only a whole answer counts: with `z` before the command, it ends with a nought. */
function meaningOf(said: string): Scanned {
  const answer = /^stream: (.*)\0$/s.exec(said)?.[1]
  if (answer === 'OK') return 'clean'
  return answer?.endsWith(' FOUND') ? 'infected' : 'not-checked'
}

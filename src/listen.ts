import { lookup } from 'node:dns/promises'
import { type ServerType, serve } from '@hono/node-server'
import type { Config } from './config.ts'
import { Sorry } from './kit/sorry.ts'

/** `from` is the connection that it came by, as @hono/node-server gives it. */
type Fetch = (request: Request, from?: object) => Response | Promise<Response>

export interface Listening {
  /** From now on this answers; until then everybody is asked to try again. */
  readonly answer: (fetch: Fetch) => void
  readonly close: () => Promise<void>
}

const notYet: Fetch = () =>
  new Response('Lanyard is starting. Try again in a few seconds.', {
    status: 503,
    headers: { 'retry-after': '2' },
  })
/** A name may stand for an address that is switched off here, as localhost does for ::1 in many a container. */
const notHere = ['EADDRNOTAVAIL', 'EAFNOSUPPORT']

/**
 * Takes the port on every address that the host's name stands for. It comes first of all, so that a port in use is told
 * before anything else is started. Throws Sorry.
 */
export async function listen(config: Config): Promise<Listening> {
  let fetch = notYet
  const servers: ServerType[] = []
  const close = async () => void (await Promise.all(servers.map(closed)))
  let missing: unknown
  try {
    const found = await lookup(config.host, { all: true })
    for (const hostname of new Set(found.map(({ address }) => address))) {
      const server = serve({ fetch: (request, from) => fetch(request, from), port: config.port, hostname })
      await new Promise<void>((ready, fail) => server.once('listening', ready).once('error', fail)).then(
        () => servers.push(server),
        (error: NodeJS.ErrnoException) => {
          if (!notHere.includes(error.code ?? '')) throw error
          missing = error
        },
      )
    }
    if (servers.length === 0) throw missing
  } catch (error) {
    await close()
    throw inWords(error as NodeJS.ErrnoException, config)
  }
  return {
    answer(house) {
      fetch = house
    },
    close,
  }
}

/** Lets go of the port at once; whoever is in the middle of a request has a moment to get the answer. */
const closed = (server: ServerType): Promise<void> =>
  new Promise(done => {
    server.close(() => done())
    if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), 200)
  })

function inWords(error: NodeJS.ErrnoException, { port, host }: Config): Error {
  if (error.code === 'EADDRINUSE')
    return new Sorry(`Port ${port} is in use by another program. Stop it, or set PORT to another number.`)
  if (error.code === 'EACCES')
    return new Sorry(`Port ${port} may not be used by this account. Set PORT to a number above 1023.`)
  if ([...notHere, 'ENOTFOUND', 'EAI_AGAIN'].includes(error.code ?? '')) {
    return new Sorry(
      `The setting LANYARD_HOST is not right: ${host} is not an address of this machine. Without it, it is: localhost.`,
    )
  }
  return error
}

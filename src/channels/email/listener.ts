import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { Sorry } from '../../kit/sorry.ts'
import type { Envelope } from './proven.ts'
import { type Desk, takeIn } from './take-in.ts'

/** The largest mail that is taken in, in bytes; the same as docs/operating.md has the mail server refuse by. */
export const largestMail = 25 * 1024 * 1024
/** How many bytes of mails are held at once, over all connections. */
const mostHeld = 4 * largestMail
const mostClients = 20

/** No to a mail, in a mail server's own terms: with 4xx it comes again, with 5xx it does not. */
class Rejection extends Error {
  readonly responseCode: number
  constructor(responseCode: number, message: string) {
    super(message)
    this.responseCode = responseCode
  }
}

export interface Listening {
  readonly port: number
  /** The most bytes of mails that it has held at once so far. */
  readonly mostHeld: () => number
  readonly close: () => Promise<void>
}

/**
 * Takes mail from the organisation's own mail server by LMTP (RFC 2033): an answer for each address, given only once the
 * mail stands in the database. What it says of where a mail came from (XFORWARD) is believed, so nobody else may reach it.
 */
export async function listenForMail(
  desk: Desk,
  about: { readonly listen: string; readonly fault: (error: unknown, about: string) => void },
): Promise<Listening> {
  const at = about.listen.lastIndexOf(':')
  const [host, port] = [about.listen.slice(0, at), Number(about.listen.slice(at + 1))]
  let held = 0
  let most = 0
  const server = new SMTPServer({
    lmtp: true,
    name: desk.addresses.domain,
    size: largestMail,
    rejectOversized: true,
    useXForward: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    maxClients: mostClients,
    maxRecipients: 50,
    socketTimeout: 120_000,
    logger: false,
    onRcptTo({ address }, _, answer) {
      desk.addresses.find(desk.ground.pool, address).then(
        ours => answer(ours ? undefined : new Rejection(550, '5.1.1 There is no such address here.')),
        () => answer(new Rejection(451, '4.3.0 Not now. Try again in a while.')),
      )
    },
    onData(stream, session, answer) {
      const parts: Buffer[] = []
      let size = 0
      let full = false
      const drop = () => {
        held -= size
        size = 0
        parts.length = 0
      }
      stream.on('data', (part: Buffer) => {
        // What is too much is let go by, not kept: the sender hears of it at the end.
        full ||= size + part.length > largestMail || held + part.length > mostHeld
        if (full) return drop()
        held += part.length
        most = Math.max(most, held)
        size += part.length
        parts.push(part)
      })
      stream.on('error', drop)
      stream.on('end', async () => {
        if (stream.sizeExceeded) {
          drop()
          return answer(new Rejection(552, '5.3.4 This is larger than can be taken.'))
        }
        if (full) return answer(new Rejection(451, '4.3.1 Too much at once. Try again in a while.'))
        const raw = Buffer.concat(parts)
        parts.length = 0
        const answers = await eachRecipient(desk, session, raw, about.fault)
        drop()
        answer(null, answers)
      })
    },
  })
  server.on('error', error => about.fault(error, 'mail coming in'))
  await new Promise<void>((ready, fail) => {
    server.server.once('error', fail)
    server.listen(port, host, () => {
      server.server.off('error', fail)
      ready()
    })
  }).catch((error: NodeJS.ErrnoException) => {
    throw new Sorry(
      `Mail cannot be taken in at ${about.listen} (${error.code}). Stop what listens there, or set LANYARD_MAIL_LISTEN to another address.`,
    )
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    mostHeld: () => most,
    close: () => new Promise(done => server.close(() => done())),
  }
}

/** One answer for each address, in their order: a mail that cannot be stored for one of them comes again for that one. */
async function eachRecipient(
  desk: Desk,
  session: SMTPServerSession,
  raw: Buffer,
  fault: (error: unknown, about: string) => void,
): Promise<(string | Error)[]> {
  const answers: (string | Error)[] = []
  for (const { address } of session.envelope.rcptTo) {
    try {
      const ours = await desk.addresses.find(desk.ground.pool, address)
      if (!ours) answers.push(new Rejection(550, '5.1.1 There is no such address here.'))
      else {
        await takeIn(desk, { raw, envelope: envelopeOf(session), to: address, ours })
        answers.push('2.6.0 Taken.')
      }
    } catch (error) {
      fault(error, 'mail coming in')
      answers.push(new Rejection(451, '4.3.0 Not now. Try again in a while.'))
    }
  }
  return answers
}

/** What our mail server says of where it had it from. Without that word, SPF has nothing to go by. */
function envelopeOf(session: SMTPServerSession): Envelope {
  const { mailFrom } = session.envelope
  const forwarded = session.xForward as Map<string, unknown> | undefined
  const said = (key: string): string | undefined => {
    const value = forwarded?.get(key)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  return { from: mailFrom ? mailFrom.address : '', ip: said('ADDR'), helo: said('HELO') }
}

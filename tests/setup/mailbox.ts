import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Received {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The address in its From, and between whom it was handed over. */
  readonly from: string
  readonly envelopeFrom: string
  /** As it came. */
  readonly raw: string
}

/** A real SMTP server on loopback that keeps what it is handed, and can be told to refuse. */
export interface Mailbox {
  readonly url: string
  readonly all: readonly Received[]
  /** The next letter to this address whose text fits, waited for. */
  readonly next: (to: string, fits: RegExp) => Promise<Received>
  failing: boolean
  readonly close: () => Promise<void>
}

/** `at` is the port, for one that comes back where another was. */
export async function openMailbox(at = 0): Promise<Mailbox> {
  const all: Received[] = []
  const taken = new Set<Received>()
  const box = { failing: false }
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', part => parts.push(part))
      stream.on('end', () => {
        if (box.failing) return done(new Error('no room'))
        const raw = Buffer.concat(parts).toString('utf8')
        const [head = '', ...body] = raw.split('\r\n\r\n')
        const subject = /^Subject: (.*(?:\r\n .*)*)/im.exec(head)?.[1]?.replace(/\r\n /g, ' ') ?? ''
        const encoding = /^Content-Transfer-Encoding: (\S+)/im.exec(head)?.[1]?.toLowerCase()
        const to = session.envelope.rcptTo[0]
        const from = /^From:.*?<?([^<>\s]+@[^<>\s]+?)>?\s*$/im.exec(head.replace(/\r\n /g, ' '))?.[1] ?? ''
        const { mailFrom } = session.envelope
        const envelopeFrom = mailFrom ? mailFrom.address : ''
        const text = decoded(body.join('\r\n\r\n'), encoding)
        all.push({ to: to ? to.address : '', subject, text, from, envelopeFrom, raw })
        done()
      })
    },
  })
  await new Promise<void>(ready => server.listen(at, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  return Object.assign(box, {
    url: `smtp://127.0.0.1:${port}`,
    all,
    async next(to: string, fits: RegExp) {
      for (let tries = 0; tries < 200; tries++) {
        const found = all.find(letter => letter.to === to && fits.test(letter.text) && !taken.has(letter))
        if (found) {
          taken.add(found)
          return found
        }
        await new Promise(resolve => setTimeout(resolve, 50))
      }
      throw new Error(
        `no letter came to ${to} that fits ${fits}; there are ${all.map(letter => letter.to).join(', ')}`,
      )
    },
    close: () => new Promise<void>(closed => server.close(() => closed())),
  })
}

function decoded(text: string, encoding = '7bit'): string {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8')
  if (encoding !== 'quoted-printable') return text
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

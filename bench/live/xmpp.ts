import { connect, type Socket } from 'node:net'
import type { Ears, Lane } from './paced.ts'
import { type Prosody, passwordOf } from './prosody.ts'

/** As much of XMPP (RFC 6120, 6121, XEP-0198) as two people who write to each other on loopback need. */
class Client {
  readonly #socket: Socket
  #held = ''
  #waiting:
    | { readonly fits: RegExp; readonly done: () => void; readonly fail: (error: Error) => void }
    | undefined
  /** Called once the server has dealt with as many stanzas of ours. */
  readonly #acknowledgements: (() => void)[] = []
  #sent = 0
  #known = 0

  constructor(port: number, hear: (text: string) => void) {
    this.#socket = connect(port, '127.0.0.1')
    this.#socket.setNoDelay(true)
    this.#socket.setEncoding('utf8')
    this.#socket.on('error', error => this.#waiting?.fail(error))
    this.#socket.on('data', (part: string) => {
      hear(part)
      this.#held = (this.#held + part).slice(-20_000)
      this.#acknowledged()
      if (this.#waiting?.fits.test(this.#held)) {
        const { done } = this.#waiting
        this.#waiting = undefined
        this.#held = ''
        done()
      } else if (/<failure|<stream:error/.test(this.#held))
        this.#waiting?.fail(new Error(`Prosody refused: ${this.#held.slice(0, 300)}`))
    })
  }

  #ask(text: string, fits: RegExp): Promise<void> {
    return new Promise((done, fail) => {
      this.#waiting = { fits, done, fail }
      this.#socket.write(text)
    })
  }

  /** Signs in, asks for a place of its own, and is there; whoever says something has it acknowledged. */
  async open(user: number, says: boolean): Promise<void> {
    const stream = `<stream:stream to='localhost' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>`
    const plain = Buffer.from(`\0u${user}\0${passwordOf(user)}`).toString('base64')
    await this.#ask(`<?xml version='1.0'?>${stream}`, /<\/stream:features>/)
    await this.#ask(
      `<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>${plain}</auth>`,
      /<success/,
    )
    await this.#ask(stream, /<\/stream:features>/)
    await this.#ask(
      `<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>bench</resource></bind></iq>`,
      /<\/iq>/,
    )
    if (says) await this.#ask(`<enable xmlns='urn:xmpp:sm:3'/>`, /<enabled/)
    this.#socket.write('<presence/>')
    this.#sent = 1
  }

  /** Says something to another, and answers once the server says that it has dealt with it: it is in its archive by then. */
  say(to: number, body: string): Promise<void> {
    this.#sent++
    const mine = this.#sent
    return new Promise(done => {
      this.#acknowledgements[mine] = done
      this.#socket.write(
        `<message type='chat' to='u${to}@localhost' id='m${mine}'><body>${body}</body></message><r xmlns='urn:xmpp:sm:3'/>`,
      )
    })
  }

  #acknowledged(): void {
    for (const [, h] of this.#held.matchAll(/<a\b[^>]*\bh=['"](\d+)['"]/g)) {
      for (; this.#known < Number(h); this.#known++) this.#acknowledgements[this.#known + 1]?.()
    }
    // The server asks how far we are, too.
    if (/<r\b[^>]*>/.test(this.#held)) this.#socket.write(`<a xmlns='urn:xmpp:sm:3' h='0'/>`)
    this.#held = this.#held.replace(/<[ar]\b[^>]*>/g, '')
  }

  close(): void {
    this.#socket.destroy()
  }
}

/** As many pairs, each of two people who are there: the first says, the second hears. */
export async function openProsody(
  { port, users }: Prosody,
  ears: Ears,
): Promise<{ readonly lanes: readonly Lane[]; readonly close: () => void }> {
  const clients: Client[] = []
  const open = async (user: number, hear?: (text: string) => void) => {
    const client = new Client(port, hear ?? (() => {}))
    clients.push(client)
    await client.open(user, hear === undefined)
    return client
  }
  const lanes: Lane[] = []
  for (let user = 0; user + 1 < users; user += 2) {
    const from = await open(user)
    await open(user + 1, text => ears.hear(text))
    lanes.push({ say: body => from.say(user + 1, body) })
  }
  return {
    lanes,
    close: () => {
      for (const client of clients) client.close()
    },
  }
}

import { connect } from 'node:net'

/** What a mail server says of where it had a mail from. */
export interface Forwarded {
  readonly addr: string
  readonly helo?: string
}

export interface Handing {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: Buffer | string
  readonly forwarded?: Forwarded
}

/** A mail server that hands mail over by LMTP, as Postfix does. Gives the last answers: one for each address, or the first no. */
export async function handOver(port: number, mail: Handing): Promise<string[]> {
  const socket = connect(port, '127.0.0.1')
  const answers: string[] = []
  let waiting: ((line: string) => void) | undefined
  let text = ''
  socket.on('data', part => {
    text += part.toString('latin1')
    for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n')) {
      const line = text.slice(0, at)
      text = text.slice(at + 2)
      // The last line of an answer has a space behind its number.
      if (line[3] !== '-') {
        if (waiting) waiting(line)
        else answers.push(line)
      }
    }
  })
  socket.on('error', () => {})
  const next = () =>
    new Promise<string>(heard => {
      const early = answers.shift()
      if (early !== undefined) return heard(early)
      waiting = line => {
        waiting = undefined
        heard(line)
      }
    })
  const say = (line: string) => {
    socket.write(`${line}\r\n`)
    return next()
  }
  try {
    await next()
    await say('LHLO mail.tests.example')
    if (mail.forwarded)
      await say(`XFORWARD ADDR=${mail.forwarded.addr} HELO=${mail.forwarded.helo ?? 'out.example'}`)
    await say(`MAIL FROM:<${mail.from}>`)
    for (const to of mail.to) {
      const answer = await say(`RCPT TO:<${to}>`)
      if (!answer.startsWith('250')) return [answer]
    }
    const ready = await say('DATA')
    if (!ready.startsWith('354')) return [ready]
    const raw = Buffer.from(mail.raw)
    const stuffed = raw.toString('latin1').replace(/^\./gm, '..')
    socket.write(Buffer.from(stuffed, 'latin1'))
    socket.write(stuffed.endsWith('\r\n') ? '.\r\n' : '\r\n.\r\n')
    const all: string[] = []
    for (const _ of mail.to) all.push(await next())
    return all
  } finally {
    socket.destroy()
  }
}

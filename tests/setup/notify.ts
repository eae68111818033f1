import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A GOV.UK Notify of the tests, on loopback. It answers as its documentation says: docs.notifications.service.gov.uk/rest-api.html
 * (github.com/alphagov/notifications-tech-docs: rest-api.html.md.erb, documentation/_error_messages.md, error_tables/) and the
 * schemas of its own client (github.com/alphagov/notifications-node-client: spec/integration/schemas/v2). It takes a second
 * text with the same reference as another text, as Notify does.
 */
export interface NotifyServer {
  readonly url: string
  /** As Notify shows one: the key's name, the service's id, the secret. */
  readonly key: string
  readonly template: string
  /** Every text that was taken, in order. */
  readonly texts: readonly SentText[]
  /** Everything that was asked, in order: `POST /v2/notifications/sms`. */
  readonly asked: readonly string[]
  /** The texts that came to the service, newest first: what GET /v2/received-text-messages gives. */
  readonly received: ReceivedText[]
  /** What is done with the next requests to send, one for each. */
  readonly next: Failing[]
  /** Says what became of a text. */
  readonly became: (id: string, status: string) => void
  /** Waits until so many texts were taken. */
  readonly taken: (count: number) => Promise<readonly SentText[]>
  readonly close: () => Promise<void>
}

export interface SentText {
  readonly id: string
  readonly reference: string
  readonly phone_number: string
  readonly body: string
  status: string
}
export interface ReceivedText {
  readonly id: string
  readonly user_number: string
  readonly notify_number: string
  readonly service_id: string
  readonly content: string
  readonly created_at: string
}

/** An error of Notify's; or a text that was taken whose answer is lost, is an error, or never comes. */
export type Failing =
  | { readonly status: number; readonly error: string; readonly message: string }
  | 'taken-and-lost'
  | 'broken-and-taken'
  | 'taken-and-held'

const notifyNumber = '07700900999'
const base64 = (text: string) => Buffer.from(text, 'base64url').toString('utf8')

/** Starts one on a port of its own. */
export async function openNotify(): Promise<NotifyServer> {
  const [service, secret, template] = [randomUUID(), randomUUID(), randomUUID()]
  const texts: SentText[] = []
  const asked: string[] = []
  const received: ReceivedText[] = []
  const next: Failing[] = []
  const mine = { service, secret, template, texts, asked, received, next }
  const server = createServer((request, response) => {
    answer(mine, request, response).catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    key: `a-key-${service}-${secret}`,
    template,
    texts,
    asked,
    received,
    next,
    became(id, status) {
      const text = texts.find(one => one.id === id)
      if (text) text.status = status
    },
    async taken(count) {
      for (const until = Date.now() + 20_000; texts.length < count && Date.now() < until; )
        await new Promise(resolve => setTimeout(resolve, 20))
      if (texts.length < count) throw new Error(`Notify has ${texts.length} texts, not ${count}`)
      return texts
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Mine extends Pick<NotifyServer, 'asked' | 'received' | 'next' | 'template'> {
  readonly service: string
  readonly secret: string
  readonly texts: SentText[]
}

async function answer(mine: Mine, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://notify')
  ;(mine.asked as string[]).push(`${request.method} ${pathname}`)
  const say = (status: number, body: object) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }
  const no = (status_code: number, error: string, message: string) =>
    say(status_code, { status_code, errors: [{ error, message }] })
  const why = notAllowed(mine, request.headers.authorization)
  if (why) return no(403, 'AuthError', why)
  if (request.method === 'GET' && pathname === '/v2/notifications')
    return say(200, listOf(mine, searchParams.get('reference')))
  if (request.method === 'GET' && pathname === '/v2/received-text-messages')
    return say(200, { received_text_messages: mine.received, links: { current: `${pathname}` } })
  if (request.method !== 'POST' || pathname !== '/v2/notifications/sms')
    return no(404, 'NoResultFound', 'No result found')
  const failing = mine.next.shift()
  if (typeof failing === 'object') return no(failing.status, failing.error, failing.message)
  const wanted = await jsonOf(request)
  const wrong = whatIsWrong(mine, wanted)
  if (wrong) return no(400, ...wrong)
  const text = take(mine, wanted)
  if (failing === 'taken-and-held') return
  if (failing === 'taken-and-lost') return void response.destroy()
  if (failing === 'broken-and-taken') return no(500, 'Exception', 'Internal server error')
  say(201, {
    id: text.id,
    reference: text.reference,
    content: { body: text.body, from_number: notifyNumber },
    uri: `http://notify/v2/notifications/${text.id}`,
    template: { id: mine.template, version: 1, uri: `http://notify/v2/template/${mine.template}` },
  })
}

const jsonOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

/** The token: a JWT signed with HS256 and the key's secret, of the service, made less than 30 seconds ago. */
function notAllowed({ service, secret }: Mine, authorization = ''): string | undefined {
  const [, head = '', claims = '', signature = ''] =
    /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(authorization) ?? []
  if (!signature) return 'Unauthorized: authentication token must be provided'
  if (JSON.parse(base64(head)).alg !== 'HS256') return 'Invalid token: algorithm used is not HS256'
  const { iss, iat } = JSON.parse(base64(claims))
  const right = createHmac('sha256', secret).update(`${head}.${claims}`).digest()
  const given = Buffer.from(signature, 'base64url')
  if (iss !== service || given.length !== right.length || !timingSafeEqual(given, right))
    return 'Invalid token: API key not found'
  return Math.abs(Date.now() / 1000 - iat) > 30
    ? 'Error: Your system clock must be accurate to within 30 seconds'
    : undefined
}

const fields = ['template_id', 'phone_number', 'personalisation', 'reference', 'sms_sender_id']

function whatIsWrong({ template }: Mine, wanted: Record<string, unknown>): [string, string] | undefined {
  const more = Object.keys(wanted).filter(name => !fields.includes(name))
  if (more.length > 0)
    return ['ValidationError', `Additional properties are not allowed (${more} was unexpected)`]
  if (wanted.template_id !== template) return ['BadRequestError', 'Template not found']
  const number = `${wanted.phone_number ?? ''}`
  if (!/^\+?\d+$/.test(number)) return ['ValidationError', 'phone_number Must not contain letters or symbols']
  if (number.replace(/\D/g, '').length < 10) return ['ValidationError', 'phone_number Not enough digits']
  const message = (wanted.personalisation as { message?: unknown } | undefined)?.message
  if (typeof message !== 'string') return ['BadRequestError', 'Missing personalisation: message']
  if (message.length > 918)
    return ['BadRequestError', 'Content for template has a character count greater than the limit of 918']
  return undefined
}

function take({ texts }: Mine, wanted: Record<string, unknown>): SentText {
  const text = {
    id: randomUUID(),
    reference: `${wanted.reference ?? ''}`,
    phone_number: `${wanted.phone_number}`,
    body: (wanted.personalisation as { message: string }).message,
    status: 'created',
  }
  texts.push(text)
  return text
}

const listOf = ({ texts, template }: Mine, reference: string | null) => ({
  notifications: texts
    .filter(text => reference === null || text.reference === reference)
    .reverse()
    .map(({ id, reference: known, phone_number, body, status }) => ({
      id,
      reference: known,
      phone_number,
      type: 'sms',
      status,
      template: { id: template, name: 'Message', version: 1, uri: '' },
      body,
      created_at: new Date().toISOString(),
    })),
  links: { current: '/v2/notifications' },
})

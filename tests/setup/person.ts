import { createHmac } from 'node:crypto'
import { type CastName, cast, demoPassword } from '../../src/demo/index.ts'
import type { TestHouse } from './house.ts'

/** Where a person knocks: a house of the tests, or a server at an address. */
export type Front = Pick<TestHouse, 'url' | 'fetch'>

/** A person at a browser without script: keeps cookies, follows nothing by itself, sends forms as a browser does. */
export class Person {
  readonly #house: Front
  readonly cookies = new Map<string, string>()
  /** The network address that a web server in front of the house would say this person comes from. */
  from: string | undefined

  constructor(house: Front) {
    this.#house = house
  }

  async get(path: string): Promise<Response> {
    return this.#send(new Request(this.#house.url + path, { headers: this.#headers() }))
  }

  async post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    return this.#postBody(path, new URLSearchParams(fields))
  }

  /** The same where a field is sent several times, as boxes to tick are. */
  async postAll(path: string, fields: readonly (readonly [string, string])[]): Promise<Response> {
    return this.#postBody(path, new URLSearchParams(fields.map(([name, value]) => [name, value])))
  }

  /** Sends a form with a file in it, and with other fields before it. */
  async upload(
    path: string,
    field: string,
    file: File,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    body.set(field, file)
    return this.#postBody(path, body)
  }

  /** Sends what no browser would: a form that is written already, or whatever stands in its place. */
  async postRaw(path: string, body: string | FormData): Promise<Response> {
    return this.#postBody(path, body)
  }

  #postBody(path: string, body: URLSearchParams | FormData | string): Promise<Response> {
    const headers = {
      ...this.#headers(),
      origin: this.#house.url,
      'sec-fetch-site': 'same-origin',
      ...(typeof body === 'string' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    }
    return this.#send(new Request(this.#house.url + path, { method: 'POST', headers, body }))
  }

  /** Posts, and says where it led. Throws the page's words when it led nowhere. */
  async go(path: string, fields: Readonly<Record<string, string>>): Promise<string> {
    const answer = await this.post(path, fields)
    if (answer.status !== 303)
      throw new Error(`${path} answered ${answer.status}: ${wordsOf(await answer.text()).slice(0, 600)}`)
    return answer.headers.get('location') ?? ''
  }

  #headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const host = new URL(this.#house.url).host
    return { cookie, host, ...(this.from ? { 'x-forwarded-for': this.from } : {}) }
  }

  async #send(request: Request): Promise<Response> {
    const answer = await this.#house.fetch(request)
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
      if (/max-age=0/i.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return answer
  }
}

/** The words of a page, without its markup. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;|&apos;/g, '’')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()

/** The value of a hidden field on a page. */
export const hiddenOn = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''

/** The six digits an authenticator app shows for a base32 secret (RFC 6238, SHA-1, 30 seconds). */
export function codeFor(secret: string, at = Date.now()): string {
  const bits = [...secret.replace(/=+$/, '')]
    .map(c => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac[19] ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/**
 * The next six digits that Lanyard takes: a code counts once, so whoever signed in within the last half minute waits for the
 * one after it.
 */
export async function nextCodeFor(secret: string): Promise<string> {
  const used = codeFor(secret)
  while (codeFor(secret) === used) await new Promise(resolve => setTimeout(resolve, 250))
  return codeFor(secret)
}

const already = new WeakMap<Front, Map<CastName, Promise<Person>>>()
const secrets = new WeakMap<Person, string>()

/** The secret in a person's authenticator app, for whoever signs in again. */
export const secretOf = (person: Person): string => secrets.get(person) ?? ''

/** One of the cast, signed in by password and second step; in one house, the same person at the same browser each time. */
export function signedIn(house: Front, name: CastName): Promise<Person> {
  const people = already.get(house) ?? new Map<CastName, Promise<Person>>()
  already.set(house, people)
  const person = people.get(name) ?? signIn(house, name)
  people.set(name, person)
  return person
}

async function signIn(house: Front, name: CastName): Promise<Person> {
  const member: { email?: string } = cast[name]
  const person = new Person(house)
  const to = await person.go('/sign-in', { email: member.email ?? '', password: demoPassword })
  const html = await (await person.get(to)).text()
  const secret = hiddenOn(html, 'secret')
  const answer = await person.post('/sign-in/set-up', {
    secret,
    uri: hiddenOn(html, 'uri'),
    backup: hiddenOn(html, 'backup'),
    next: '/',
    code: codeFor(secret),
  })
  if (answer.status !== 200)
    throw new Error(`${name} could not sign in: ${wordsOf(await answer.text()).slice(0, 300)}`)
  secrets.set(person, secret)
  return person
}

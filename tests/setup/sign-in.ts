import { createHmac } from 'node:crypto'
import pg from 'pg'
import type { Page } from 'playwright-core'
import { type CastName, cast, demoPassword } from '../../src/demo/index.ts'
import type { TestHouse } from './house.ts'
import { codeFor, hiddenOn, Person } from './person.ts'

export const emailOf = (name: CastName): string => (cast[name] as { email?: string }).email ?? ''

/** Signs in with a password on the page, and waits for what comes next. */
export async function typePassword(page: Page, house: TestHouse, name: CastName): Promise<void> {
  await page.goto(`${house.url}/sign-in`)
  await page.getByLabel('Work email address').fill(emailOf(name))
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** A device that holds passkeys, inside Chromium (WebAuthn's virtual authenticator). It asks for a finger unless told not to. */
export async function aDevice(page: Page, about: { asksForFinger?: boolean; prf?: boolean } = {}) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: about.asksForFinger ?? true,
      automaticPresenceSimulation: true,
      ...(about.prf ? { hasPrf: true, ctap2Version: 'ctap2_1' as const } : {}),
    },
  })
  return {
    credentials: async () =>
      (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    refuseFinger: () => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false }),
    remove: () => devtools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
  }
}

/** Somebody who has given their password and set up an app: who they are now, and the app's secret. */
export async function withApp(
  house: TestHouse,
  name: CastName,
): Promise<{ person: Person; secret: string; backup: string[]; code: string }> {
  const person = new Person(house)
  const to = await person.go('/sign-in', { email: emailOf(name), password: demoPassword })
  const html = await (await person.get(to)).text()
  const secret = hiddenOn(html, 'secret')
  const backup = hiddenOn(html, 'backup')
  const code = codeFor(secret)
  const answer = await person.post('/sign-in/set-up', {
    secret,
    uri: hiddenOn(html, 'uri'),
    backup,
    next: '/',
    code,
  })
  if (answer.status !== 200) throw new Error(`${name} could not set up an app: ${answer.status}`)
  return { person, secret, backup: backup.split(' '), code }
}

/** The database as its owner, for looking behind the application's back. */
export async function asOwner<T>(house: TestHouse, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: house.database.ownerUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A cookie's value as this installation signs it. */
export const signedBy = (secret: string, text: string): string =>
  encodeURIComponent(`${text}.${createHmac('sha256', secret).update(text).digest('base64')}`)

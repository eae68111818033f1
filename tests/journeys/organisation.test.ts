import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { freePort } from '../../src/kit/postgres/index.ts'
import { openBrowser, openContext } from '../setup/browser.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { codeFor, signedIn } from '../setup/person.ts'
import { openProvider, type Provider } from '../setup/provider.ts'
import { asOwner, emailOf, withApp } from '../setup/sign-in.ts'

let browser: Browser
let house: TestHouse
let provider: Provider
beforeAll(async () => {
  browser = await openBrowser()
  const port = await freePort()
  provider = await openProvider(port)
  const oidc = {
    ...provider.settings,
    name: 'Riverside',
    twoSteps: 'said',
    domains: ['riverside-youth.example'],
  } as const
  house = await openHouse({ listen: true, port, oidc })
})
afterAll(async () => {
  await browser.close()
  expect(house.faults).toEqual([])
  await house.close()
  await provider.close()
})

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()
const verified = (email: string) => ({ email, email_verified: true })
const two = { amr: ['pwd', 'otp'] }

/** Somebody presses the button, and signs in at the organisation's own sign-in. */
async function signInThere(who: string, next = '/'): Promise<Page> {
  const page = await (await openContext(browser, 'desktop', { script: false })).newPage()
  await page.goto(`${house.url}/sign-in?next=${encodeURIComponent(next)}`)
  await page.getByRole('button', { name: 'Sign in with Riverside' }).click()
  expect(await heading(page)).toBe('The organisation’s own sign-in')
  await page.getByLabel('Who are you?').fill(who)
  await page.getByRole('button', { name: 'Sign in there' }).click()
  return page
}
const logins = (email: string) =>
  asOwner(
    house,
    async client => (await client.query('select 1 from auth."user" where email = $1', [email])).rowCount,
  )

test('a member of staff whose sign-in says that it took two steps goes straight to where they were going', async () => {
  await provider.knows({ sub: 'a-1', claims: verified(emailOf('amira')), ...two })
  const page = await signInThere('a-1', '/duties')
  expect(await heading(page)).toBe('My duties')
  // Known from now on by who they are there, not by an address.
  await provider.knows({ sub: 'a-1', claims: { email: 'amira.married@riverside-youth.example' }, ...two })
  expect(await heading(await signInThere('a-1'))).toBe('Hello Amira')
  const kept = await asOwner(house, client =>
    client.query(
      `select "accessToken", "refreshToken", "idToken" from auth.account where "providerId" = 'organisation'`,
    ),
  )
  expect(kept.rows).toEqual([{ accessToken: null, refreshToken: null, idToken: null }])
})

test('somebody invited joins by it, under their own name, and signs the policy first', async () => {
  await provider.knows({
    sub: 'n-1',
    claims: { ...verified(emailOf('noor').toUpperCase()), name: 'Somebody' },
    ...two,
  })
  const page = await signInThere('n-1')
  expect(await heading(page)).toBe('Read and sign: Acceptable use policy')
  const joined = await asOwner(house, client =>
    client.query(
      `select p.name, u.name as login from person p join auth."user" u on u.id = p.login_id where p.email = $1`,
      [emailOf('noor')],
    ),
  )
  expect(joined.rows).toEqual([{ name: 'Noor Rahman', login: 'Noor Rahman' }])
})

test('a sign-in that does not say it took two steps leads to the second step here', async () => {
  await provider.knows({ sub: 'e-1', claims: verified(emailOf('ellen')), amr: ['pwd'] })
  const page = await signInThere('e-1')
  expect(await heading(page)).toBe('Set up your second step')
  await page.goto(`${house.url}/people`)
  expect(await heading(page)).toBe('Set up your second step')
})

test('somebody who has a second step here is asked for it, and for nothing less', async () => {
  const { secret } = await withApp(house, 'farid')
  await provider.knows({ sub: 'f-1', claims: verified(emailOf('farid')), amr: ['pwd', 'sms'] })
  const page = await signInThere('f-1', '/duties')
  expect(await heading(page)).toBe('Enter your code')
  await page.goto(`${house.url}/duties`)
  expect(await heading(page)).toBe('Sign in')
  await page.goBack()
  // The code after the one that set the app up, which is spent.
  await page.getByLabel('Enter your code').fill(codeFor(secret, Date.now() + 30_000))
  await page.getByRole('button', { name: 'Go on' }).click()
  expect(await heading(page)).toBe('My duties')
})

test('a stranger, and somebody who has left, are told what to do, and nothing is made for them', async () => {
  await provider.knows({ sub: 'x-1', claims: verified('stranger@riverside-youth.example'), ...two })
  const page = await signInThere('x-1')
  expect(await heading(page)).toBe('You are not a member of an organisation here')
  expect(await page.getByText('Ask the administrator of your organisation to invite you').count()).toBe(1)
  expect(await logins('stranger@riverside-youth.example')).toBe(0)

  await provider.knows({ sub: 'b-1', claims: verified(emailOf('ben')), ...two })
  const ben = await signInThere('b-1')
  expect(await heading(ben)).toBe('Hello Ben')
  const grace = await signedIn(house, 'grace')
  await grace.go(`/people/${cast.ben.id}/leaving`, { 'to-children': cast.farid.id })
  expect(await heading(await signInThere('b-1'))).toBe('You are not a member of an organisation here')
})

test('an address that was not verified, or is of another domain, is nobody’s', async () => {
  const wrong = [
    { sub: 'u-1', claims: { email: emailOf('grace') } },
    { sub: 'u-2', claims: { email: emailOf('grace'), email_verified: false } },
    { sub: 'u-3', claims: verified(emailOf('joan')) },
    { sub: 'u-4', claims: {} },
  ]
  for (const person of wrong) {
    await provider.knows({ ...person, ...two })
    const page = await signInThere(person.sub)
    expect([person.sub, await heading(page)]).toEqual([person.sub, 'Your email address is not confirmed'])
    await page.goto(house.url)
    expect(await heading(page)).toBe('Sign in')
  }
})

test('a sign-in that another browser began opens nothing here', async () => {
  await provider.knows({ sub: 'd-1', claims: verified(emailOf('dev')), ...two })
  const asked: string[] = []
  const page = await (await openContext(browser, 'desktop')).newPage()
  page.on('request', request => asked.push(request.url()))
  await page.goto(`${house.url}/sign-in/organisation`)
  const victim = await (await openContext(browser, 'desktop')).newPage()
  await victim.goto(asked.find(url => url.includes('/auth?')) ?? '')
  await victim.getByLabel('Who are you?').fill('d-1')
  await victim.getByRole('button', { name: 'Sign in there' }).click()
  expect(await heading(victim)).toBe('Signing in did not work')
  await victim.goto(house.url)
  expect(await heading(victim)).toBe('Sign in')
})

test('the same return opens nothing a second time', async () => {
  await provider.knows({ sub: 'd-1', claims: verified(emailOf('dev')), ...two })
  const context = await openContext(browser, 'desktop')
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  await page.goto(`${house.url}/sign-in/organisation`)
  await page.getByLabel('Who are you?').fill('d-1')
  const before = await context.cookies()
  await page.getByRole('button', { name: 'Sign in there' }).click()
  expect(await heading(page)).toBe('Hello Dev')
  await context.clearCookies()
  await context.addCookies(before)
  await page.goto(asked.find(url => url.includes('/sign-in/organisation/back?')) ?? '')
  expect(await heading(page)).toBe('Signing in did not work')
  await page.goto(house.url)
  expect(await heading(page)).toBe('Sign in')
})

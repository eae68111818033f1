import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { freePort } from '../../src/kit/postgres/index.ts'
import { openBrowser, openContext, shot } from '../setup/browser.ts'
import { tellsOf } from '../setup/concern.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { Person } from '../setup/person.ts'
import { openProvider, type Provider } from '../setup/provider.ts'
import { aDevice, emailOf } from '../setup/sign-in.ts'

// Single sign-on and a key together: what the organisation's own sign-in says of somebody opens nothing that is sealed; their
// passkey does.

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
  await provider.knows({
    sub: 'ellen-there',
    claims: { email: emailOf('ellen'), email_verified: true },
    amr: ['pwd', 'otp'],
  })
})
afterAll(async () => {
  await browser.close()
  expect(house.faults).toEqual([])
  await house.close()
  await provider.close()
})

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()
const is = (page: Page, words: string) => expect.poll(() => heading(page)).toBe(words)
const words = 'Canary saffron: he waits for her by the gate.'

/** Ellen presses the button of the organisation's own sign-in. She types no password of ours, and no code. */
async function goesThere(page: Page, next: string): Promise<void> {
  await page.goto(`${house.url}/sign-in?next=${encodeURIComponent(next)}`)
  await page.getByRole('button', { name: 'Sign in with Riverside' }).click()
}

const sealed = async (sql: string) => (await house.database.asOwner(sql, [cast.ellen.id])).rows

test('a designated person who signs in by the organisation alone makes a key with a passkey, and reads a concern with nothing else', async () => {
  const page = await (await openContext(browser, 'desktop')).newPage()
  const device = await aDevice(page, { prf: true })
  await goesThere(page, '/sealing/make')
  await page.getByLabel('Who are you?').fill('ellen-there')
  await page.getByRole('button', { name: 'Sign in there' }).click()
  await is(page, 'Make your key')
  await page.getByRole('button', { name: 'Use a passkey in place of a passphrase' }).click()
  await is(page, 'Your key')
  expect(await device.credentials()).toHaveLength(1)
  expect(await sealed('select kind from sealing_lock where person_id = $1')).toEqual([{ kind: 'passkey' }])

  const { id } = await tellsOf(house, new Person(house), { words, about: 'unknown' })
  // The sign-in ends, and what was unlocked with it.
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect.poll(() => sealed('select 1 as one from sealing_sitting where person_id = $1')).toEqual([])
  await page.goto(`${house.url}/concerns/${id}`)
  await is(page, 'Sign in')
  // There she is signed in still, and is asked nothing. It opens nothing that is sealed.
  await goesThere(page, `/concerns/${id}`)
  await expect.poll(() => new URL(page.url()).pathname).toBe(`/concerns/${id}`)
  expect(await page.content()).toContain('Unlock your key')
  expect(await page.content()).not.toContain('saffron')
  await shot(page, 'organisation-locked')
  await page.getByRole('button', { name: 'Unlock' }).click()
  await is(page, 'Unlock your key')
  await page.getByRole('button', { name: 'Unlock with a passkey' }).click()
  await expect.poll(() => new URL(page.url()).pathname).toBe(`/concerns/${id}`)
  await expect.poll(() => page.getByText(words).count()).toBe(1)
  await shot(page, 'organisation-opened')
  const opened = `select 1 as one from entry where event = 'concern.opened' and person_id = $1`
  expect(await sealed(opened)).toHaveLength(1)
})

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openContext } from '../setup/browser.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { aDevice, asOwner, typePassword, withApp } from '../setup/sign-in.ts'

let browser: Browser
let house: TestHouse
beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse({ listen: true })
})
afterAll(async () => {
  await browser.close()
  expect(house.faults).toEqual([])
  await house.close()
})

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()
const newPage = async (about = {}) => (await openContext(browser, 'phone', about)).newPage()
const recorded = (event: string) =>
  asOwner(
    house,
    async client => (await client.query('select 1 from entry where event = $1', [event])).rowCount,
  )

test('a passkey is set up in place of an app, signs in by itself, and is then what keeps a password alone out', async () => {
  const page = await newPage()
  const device = await aDevice(page)
  await typePassword(page, house, 'ben')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect.poll(() => heading(page)).toBe('Your passkey is set up')
  const backup = await page.locator('code').first().innerText()
  expect(await page.locator('code').count()).toBe(10)
  expect(await recorded('passkey.added')).toBe(1)
  await page.getByRole('button', { name: 'I have kept them. Go on' }).click()
  expect(await heading(page)).toBe('Hello Ben')

  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.goto(`${house.url}/sign-in?next=/duties`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect.poll(() => heading(page)).toBe('My duties')
  expect(new URL(page.url()).pathname).toBe('/duties')

  // A thief with the password gets no further, and cannot set up a second step of their own.
  const thief = await newPage({ script: false })
  await typePassword(thief, house, 'ben')
  expect(await heading(thief)).toBe('Enter your code')
  for (const path of ['/sign-in/set-up', '/account', '/']) {
    await thief.goto(house.url + path)
    expect(await heading(thief)).toBe('Sign in')
  }

  // The person who lost their device has the codes. Each is good once.
  const afterLoss = await newPage({ script: false })
  await typePassword(afterLoss, house, 'ben')
  await afterLoss.getByLabel('Enter your code').fill(backup)
  await afterLoss.getByRole('button', { name: 'Go on' }).click()
  expect(await heading(afterLoss)).toBe('Hello Ben')
  await typePassword(thief, house, 'ben')
  await thief.getByLabel('Enter your code').fill(backup)
  await thief.getByRole('button', { name: 'Go on' }).click()
  expect(await thief.getByRole('alert').innerText()).toContain('The code is not right')

  // The last one stays until an app stands beside it.
  await afterLoss.goto(`${house.url}/account`)
  await afterLoss.getByRole('link', { name: /^Remove/ }).click()
  await afterLoss.getByRole('button', { name: 'Remove it' }).click()
  expect(await afterLoss.getByRole('alert').innerText()).toContain('Set up an authenticator app first')
  expect(await device.credentials()).toHaveLength(1)
}, 120_000)

test('a passkey is added and removed on the account page, each on the record, and a removed one signs nobody in', async () => {
  const { person } = await withApp(house, 'farid')
  const context = await openContext(browser, 'desktop')
  await context.addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: house.url })))
  const page = await context.newPage()
  await aDevice(page)
  await page.goto(`${house.url}/account`)
  const before = (await recorded('passkey.added')) ?? 0
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect.poll(() => heading(page)).toBe('Your passkey is set up')
  // Whoever has codes from their app keeps those.
  expect(await page.locator('code').count()).toBe(0)
  await page.getByRole('button', { name: 'Go on' }).click()
  expect(await recorded('passkey.added')).toBe(before + 1)

  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect
    .poll(() => page.getByRole('alert').innerText())
    .toBe('This device has a passkey for you already')

  await page.getByRole('link', { name: /^Remove/ }).click()
  await page.getByRole('button', { name: 'Remove it' }).click()
  await expect.poll(() => heading(page)).toBe('My account')
  expect(await recorded('passkey.removed')).toBe(1)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.goto(`${house.url}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect
    .poll(() => page.locator('.govuk-error-summary').innerText())
    .toContain('That passkey does not sign in here')
}, 120_000)

test('a device that asks for no finger, face or PIN makes no passkey, and opens nothing with one', async () => {
  const page = await newPage()
  const device = await aDevice(page)
  await typePassword(page, house, 'carys')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect.poll(() => heading(page)).toBe('Your passkey is set up')
  await page.getByRole('button', { name: 'I have kept them. Go on' }).click()
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.goto(`${house.url}/sign-in`)
  // The page is made to ask for less, as somebody at another's computer could.
  await page.route('**/sign-in/passkey/ask', async route => {
    const answer = await route.fetch()
    await route.fulfill({
      response: answer,
      json: { ...(await answer.json()), userVerification: 'discouraged' },
    })
  })
  await device.refuseFinger()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect
    .poll(() => page.locator('.govuk-error-summary').innerText())
    .toContain('That passkey does not sign in here')
  await page.goto(`${house.url}/account`)
  expect(await heading(page)).toBe('Sign in')
}, 120_000)

test('without script no passkey is offered, and a password and a code do', async () => {
  const page = await newPage({ script: false })
  await page.goto(`${house.url}/sign-in`)
  expect(await page.getByRole('button').allInnerTexts()).toEqual(['Sign in'])
  await typePassword(page, house, 'ellen')
  expect(await heading(page)).toBe('Set up your second step')
  expect(await page.getByRole('button', { name: 'Use a passkey' }).count()).toBe(0)
})

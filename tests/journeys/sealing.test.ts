import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openContext, shot } from '../setup/browser.ts'
import { signInOnPage } from '../setup/browser-sign-in.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { someWords } from '../setup/keys.ts'
import { aDevice } from '../setup/sign-in.ts'

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
const is = (page: Page, words: string) => expect.poll(() => heading(page)).toBe(words)

test('on a phone of 360 points: a key is made with words, locked, and unlocked again on the way to a page', async () => {
  const page = await (await openContext(browser, 'phone')).newPage()
  await page.setViewportSize({ width: 360, height: 780 })
  await signInOnPage(page, house.url, 'ellen')
  await page.getByRole('link', { name: 'My key' }).click()
  await shot(page, 'key-none-phone')
  await page.getByRole('button', { name: 'Make your key' }).click()
  await is(page, 'Make your key')
  await page.getByLabel('Your passphrase', { exact: true }).fill('riverside riverside')
  await page.getByLabel('Your passphrase once more').fill('riverside riverside')
  await page.getByRole('button', { name: 'Make my key' }).click()
  expect(await page.getByRole('alert').first().innerText()).toContain('could be guessed in')
  await shot(page, 'key-weak-phone')
  const drawn = await page.locator('.ly-words').innerText()
  expect(drawn.split(' ')).toHaveLength(6)
  await page.getByLabel('Your passphrase', { exact: true }).fill(drawn)
  await page.getByLabel('Your passphrase once more').fill(drawn)
  await page.getByRole('button', { name: 'Make my key' }).click()
  await is(page, 'Your key')
  await shot(page, 'key-unlocked-phone')
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(360)
  await page.getByRole('button', { name: 'Lock it now' }).click()
  await page.getByRole('button', { name: 'Unlock' }).click()
  await is(page, 'Unlock your key')
  await shot(page, 'key-unlock-phone')
  // By keyboard alone.
  await page.getByLabel('Your passphrase', { exact: true }).focus()
  await page.keyboard.type(drawn)
  await page.keyboard.press('Enter')
  await is(page, 'Your key')
  expect(await page.getByRole('button', { name: 'Lock it now' }).count()).toBe(1)
}, 120_000)

test('at a desk: a key is made with a passkey alone, by keyboard, and unlocked with it; a passphrase is added', async () => {
  const page = await (await openContext(browser, 'desktop')).newPage()
  const device = await aDevice(page, { prf: true })
  await signInOnPage(page, house.url, 'dev')
  await page.goto(`${house.url}/sealing/make`)
  await shot(page, 'key-make-desktop')
  await page.getByRole('button', { name: 'Use a passkey in place of a passphrase' }).focus()
  await page.keyboard.press('Enter')
  await is(page, 'Your key')
  await shot(page, 'key-passkey-desktop')
  expect(await device.credentials()).toHaveLength(1)
  await page.getByRole('button', { name: 'Lock it now' }).click()
  await page.goto(`${house.url}/sealing/unlock?next=/duties`)
  await page.getByRole('button', { name: 'Unlock with a passkey' }).click()
  await is(page, 'My duties')

  await page.goto(`${house.url}/sealing`)
  await page.getByRole('button', { name: 'Add a passphrase' }).click()
  await page.getByLabel('Your passphrase', { exact: true }).fill(someWords)
  await page.getByLabel('Your passphrase once more').fill(someWords)
  await page.getByRole('button', { name: 'Use this passphrase' }).click()
  await is(page, 'Your key')
  await shot(page, 'key-two-locks-desktop')
  await page.getByRole('link', { name: /^Remove/ }).click()
  await shot(page, 'key-remove-desktop')
  await page.getByRole('button', { name: 'Remove it' }).click()
  await is(page, 'Your key')
  expect(await page.getByText('Passkey of').count()).toBe(0)
}, 120_000)

test('a device whose passkeys give no secret is told so at once, and nothing is stored', async () => {
  const page = await (await openContext(browser, 'desktop')).newPage()
  await aDevice(page)
  await signInOnPage(page, house.url, 'farid')
  await page.goto(`${house.url}/sealing/make`)
  await page.getByRole('button', { name: 'Use a passkey in place of a passphrase' }).click()
  await expect
    .poll(() => page.locator('form[data-prf] [role=alert]').innerText())
    .toBe('This device or browser cannot unlock a key with a passkey. Use a passphrase')
  const { rowCount } =
    await house.database.asOwner(`select 1 from sealing_key k join person p on p.id = k.person_id
    where p.name like 'Farid%'`)
  expect(rowCount).toBe(0)
}, 120_000)

test('without script a passphrase does, and no passkey is offered', async () => {
  const page = await (await openContext(browser, 'phone', { script: false })).newPage()
  await signInOnPage(page, house.url, 'ivan')
  await page.goto(`${house.url}/sealing/make`)
  expect(await page.getByRole('button', { name: /passkey/ }).count()).toBe(0)
  await page.getByLabel('Your passphrase', { exact: true }).fill(someWords)
  await page.getByLabel('Your passphrase once more').fill(someWords)
  await page.getByRole('button', { name: 'Make my key' }).click()
  expect(await heading(page)).toBe('Your key')
}, 120_000)

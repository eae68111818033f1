import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CastName } from '../../src/demo/index.ts'
import { openBrowser, openContext, shot } from '../setup/browser.ts'
import { signInOnPage } from '../setup/browser-sign-in.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { someWords } from '../setup/keys.ts'

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

/** Types a passphrase twice, and sends it. */
async function chooses(page: Page, words: string, button: string): Promise<void> {
  await page.getByLabel('Your passphrase', { exact: true }).fill(words)
  await page.getByLabel('Your passphrase once more').fill(words)
  await page.getByRole('button', { name: button }).click()
  await is(page, 'Your key')
}

/** Somebody at their own browser, on a phone of 360 points or at a desk, with a key. */
async function withKey(size: 'phone' | 'desktop', name: CastName): Promise<Page> {
  const page = await (await openContext(browser, size)).newPage()
  if (size === 'phone') await page.setViewportSize({ width: 360, height: 780 })
  await signInOnPage(page, house.url, name)
  await page.goto(`${house.url}/sealing/make`)
  await chooses(page, someWords, 'Make my key')
  return page
}

test('a passphrase is forgotten: two keyholders, each at their own device, give back what the key opened', async () => {
  const [dev, ellen, farid] = [
    await withKey('desktop', 'dev'),
    await withKey('phone', 'ellen'),
    await withKey('phone', 'farid'),
  ]
  await dev.getByRole('link', { name: 'Keyholders' }).click()
  await shot(dev, 'keyholders-none-desktop')
  await dev.getByRole('button', { name: 'Name keyholders' }).click()
  for (const who of ['Dev Mehta', 'Ellen Fraser', 'Farid Aziz']) await dev.getByLabel(who).check()
  await shot(dev, 'keyholders-name-desktop')
  await dev.getByRole('button', { name: 'Name them' }).click()
  await is(dev, 'Keyholders')
  await shot(dev, 'keyholders-desktop')

  // From the next unlocking on, Farid's key is kept for him.
  await farid.goto(`${house.url}/sealing/unlock`)
  await farid.getByLabel('Your passphrase', { exact: true }).fill(someWords)
  await farid.getByRole('button', { name: 'Unlock' }).click()
  await is(farid, 'Your key')
  await shot(farid, 'key-kept-phone')
  await farid.goto(`${house.url}/sealing/unlock`)
  await farid.getByRole('link', { name: 'I cannot unlock it any more' }).click()
  await is(farid, 'You cannot unlock your key any more')
  await shot(farid, 'lost-phone')
  await chooses(farid, await farid.locator('.ly-words').innerText(), 'Make a new key')
  await shot(farid, 'lost-asked-phone')

  await dev.goto(`${house.url}/duties`)
  await dev.getByRole('link', { name: 'You are asked as a keyholder. See what for' }).click()
  await is(dev, 'Giving back what Farid Aziz’s lost key opened')
  await shot(dev, 'recovery-first-desktop')
  await dev.getByRole('button', { name: 'Open my part' }).click()
  expect(await dev.locator('.govuk-error-summary').innerText()).toContain('Say that you know that it is them')
  await dev.getByLabel('I have spoken to Farid Aziz').check()
  await dev.getByRole('button', { name: 'Open my part' }).click()
  await expect.poll(() => dev.getByText('You have opened your part').count()).toBe(1)
  await shot(dev, 'recovery-opened-desktop')
  expect(await dev.getByRole('button', { name: 'Open my part' }).count()).toBe(0)

  await ellen.goto(`${house.url}/duties`)
  await ellen.getByRole('link', { name: 'You are asked as a keyholder. See what for' }).click()
  await is(ellen, 'Giving back what Farid Aziz’s lost key opened')
  await shot(ellen, 'recovery-second-phone')
  await ellen.getByLabel('I have spoken to Farid Aziz').check()
  await ellen.getByRole('button', { name: 'Open my part' }).click()
  await expect.poll(() => ellen.getByText('It is done.').count()).toBe(1)
  await shot(ellen, 'recovery-done-phone')
  const wide = await ellen.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(360)

  await farid.goto(`${house.url}/duties`)
  await farid.getByRole('link', { name: 'Two keyholders have done something together. See what' }).click()
  expect(await farid.getByText('Second keyholder').count()).toBe(1)
  expect((await house.database.asOwner('select 1 from sealing_past')).rowCount).toBe(1)
}, 180_000)

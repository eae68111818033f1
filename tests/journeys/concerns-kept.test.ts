import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openContext, shot } from '../setup/browser.ts'
import { signInOnPage } from '../setup/browser-sign-in.ts'
import { tellsOf } from '../setup/concern.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { makesKey, someWords } from '../setup/keys.ts'
import { Person, signedIn } from '../setup/person.ts'

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

const is = (page: Page, words: string) =>
  expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe(words)

/** As it is on a narrow phone, and on a desk. */
async function both(page: Page, name: string): Promise<void> {
  for (const [how, width] of [
    ['phone', 360],
    ['desk', 1280],
  ] as const) {
    await page.setViewportSize({ width, height: 780 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await shot(page, `kept-${name}-${how}`)
  }
}

test('a designated person holds a concern, lifts the hold, asks for it to be erased, and another erases it; and hands over what she reads', async () => {
  const page = await (await openContext(browser, 'phone')).newPage()
  await signInOnPage(page, house.url, 'ellen')
  await page.goto(`${house.url}/sealing/make`)
  await page.getByLabel('Your passphrase', { exact: true }).fill(someWords)
  await page.getByLabel('Your passphrase once more').fill(someWords)
  await page.getByRole('button', { name: 'Make my key' }).click()
  await is(page, 'Your key')
  const told = { words: 'Bruises on her arm.', about: 'child' }
  const { id } = await tellsOf(house, new Person(house), told)
  await page.goto(`${house.url}/concerns/${id}`)
  // He makes his key after it was told: it opens to nobody but her.
  const farid = await signedIn(house, 'farid')
  await makesKey(farid)
  await page.goto(`${house.url}/concerns/hand-over`)
  await is(page, 'Hand over what you read')
  await both(page, 'hand-over')
  await page.getByLabel('Farid Aziz').check()
  await page.getByRole('button', { name: 'Hand over' }).click()
  await expect.poll(() => page.getByText('They read 1 more from now on').count()).toBe(1)

  await page.goto(`${house.url}/concerns/${id}/close`)
  await page.getByLabel('Why?').fill('The school knows, and she is well.')
  await page.getByRole('button', { name: 'Keep this' }).click()
  await page.getByRole('link', { name: 'How long it is kept' }).click()
  await is(page, 'How long this concern is kept')
  await both(page, 'keeping')
  await page.getByRole('link', { name: 'Put a hold on it' }).click()
  await is(page, 'Put a hold on this concern')
  await both(page, 'hold')
  await page.getByLabel('Why?').fill('The police asked for it.')
  await page.getByRole('button', { name: 'Put a hold on it' }).click()
  await is(page, 'How long this concern is kept')
  await both(page, 'held')
  await page.getByRole('link', { name: 'Look at the hold' }).click()
  await page.getByLabel('It is lifted').check()
  await page.getByLabel('Why?').fill('They need it no more.')
  await page.getByRole('button', { name: 'Keep this' }).click()
  await page.getByRole('link', { name: 'Ask for it to be erased' }).click()
  await is(page, 'Ask for this concern to be erased')
  await page.getByLabel('Its time is over').check()
  await page.getByLabel('Why?').fill('Her parents asked.')
  await page.getByRole('button', { name: 'Ask another' }).click()
  await expect.poll(() => page.getByText('its time is not over yet').count()).toBeGreaterThan(0)
  // What was typed is still there.
  expect(await page.getByLabel('Why?').inputValue()).toBe('Her parents asked.')
  await both(page, 'ask')
  await page.getByLabel('The law requires it').check()
  await page.getByRole('button', { name: 'Ask another' }).click()
  await is(page, 'How long this concern is kept')
  await page.getByRole('link', { name: 'Erase it, or keep it' }).click()
  await both(page, 'asked')

  await farid.go(`/concerns/${id}/open`, { reason: 'asked', words: '', key: crypto.randomUUID() })
  await farid.go(`/concerns/${id}/erase`, { said: 'erase', words: 'I agree.', key: crypto.randomUUID() })
  await page.goto(`${house.url}/concerns/due`)
  await is(page, 'Kept long enough?')
  await expect.poll(() => page.getByText('Farid Aziz erased it').count()).toBe(1)
  await both(page, 'due')
  for (const [at, name] of [
    ['/concerns/take-over', 'take-over'],
    ['/sealing/follow', 'follow'],
    ['/keeping', 'kinds'],
  ] as const) {
    await page.goto(`${house.url}${at}`)
    await both(page, name)
  }
})

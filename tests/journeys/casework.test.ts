import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openContext, shot } from '../setup/browser.ts'
import { signInOnPage } from '../setup/browser-sign-in.ts'
import { opensIt, tellsOf } from '../setup/concern.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { makesKey, someWords } from '../setup/keys.ts'
import { signedIn, wordsOf } from '../setup/person.ts'

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
const narrow = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize()?.width ?? 0,
  )

test('a designated person goes from the first look to the LADO, a decision, what is to be done, and closing by two', async () => {
  const [dev, amira] = await Promise.all([signedIn(house, 'dev'), signedIn(house, 'amira')])
  await makesKey(dev)
  const page = await (await openContext(browser, 'phone')).newPage()
  await page.setViewportSize({ width: 360, height: 780 })
  await signInOnPage(page, house.url, 'ellen')
  await page.goto(`${house.url}/sealing/make`)
  await page.getByLabel('Your passphrase', { exact: true }).fill(someWords)
  await page.getByLabel('Your passphrase once more').fill(someWords)
  await page.getByRole('button', { name: 'Make my key' }).click()
  await is(page, 'Your key')
  const { id } = await tellsOf(house, amira, {
    words: 'On Thursday Ben drove two of the girls home by himself again. He said not to tell.',
    who: 'Jamie Taylor',
    what_conduct: 'yes',
    about: 'worker',
    adult: 'Ben Okafor',
  })
  await page.goto(`${house.url}/duties`)
  await page.getByRole('link', { name: 'Somebody told of a concern' }).first().click()
  await is(page, 'A concern')
  await narrow(page)
  await shot(page, 'casework-first-look-phone')
  await page.getByRole('link', { name: 'Keep a decision' }).click()
  await is(page, 'Keep a decision')
  await page.getByLabel('To refer it', { exact: true }).check()
  await page.getByLabel('About which body?').selectOption('lado')
  await page.getByRole('button', { name: 'Keep this decision' }).click()
  expect(await page.getByRole('alert').first().innerText()).toContain(
    'A decision without its reason is not kept',
  )
  await narrow(page)
  await shot(page, 'casework-decide-phone')
  await page.getByLabel('Why?').fill('He was told in June not to drive children alone.')
  await page.getByLabel('The reference number').fill('LA/2026/77')
  await page.getByRole('button', { name: 'Keep this decision' }).click()
  await is(page, 'A concern')
  await page.getByRole('link', { name: 'Link a child' }).click()
  await page.getByLabel('A child', { exact: true }).check()
  await page.getByLabel('Their full name').fill('Jamie Taylor')
  await shot(page, 'casework-link-phone')
  await page.getByRole('button', { name: 'Link them' }).click()
  await is(page, 'A concern')
  await page.getByRole('link', { name: 'Mark a place on the body' }).click()
  await is(page, 'Mark a place on the body')
  await narrow(page)
  await shot(page, 'casework-body-phone')
  await page.getByLabel('12: Right lower arm').check()
  await page.getByLabel('What was seen there').fill('A round blue mark, as big as a coin.')
  await page.getByRole('button', { name: 'Keep this' }).click()
  await is(page, 'A concern')
  await page.getByRole('link', { name: 'Something to be done' }).click()
  await page.getByLabel('What is to be done?').fill('Ask the LADO what may be said to the family.')
  await page.getByLabel('Ellen Fraser').check()
  await shot(page, 'casework-action-phone')
  await page.getByRole('button', { name: 'Keep this' }).click()
  await is(page, 'A concern')
  await page.setViewportSize({ width: 1280, height: 900 })
  await shot(page, 'casework-concern-desktop')
  await page.goto(`${house.url}/concerns/${id}/body`)
  await shot(page, 'casework-body-desktop')
  await page.goto(`${house.url}/concerns/${id}`)
  await page.getByRole('link', { name: 'It is done' }).click()
  await page.getByRole('button', { name: 'It is done' }).click()
  await is(page, 'A concern')
  await page.getByRole('link', { name: 'Close it' }).click()
  await is(page, 'Close this concern')
  await page.getByLabel('Why?').fill('The LADO has taken it over. The family knows.')
  await shot(page, 'casework-close-desktop')
  await page.getByRole('button', { name: 'Ask to close it' }).click()
  await is(page, 'A concern')
  expect(await page.getByText('Asked to be closed').count()).toBe(1)
  await opensIt(dev, id)
  await dev.go(`/concerns/${id}/close`, { toward: 'close', words: 'I agree.', key: crypto.randomUUID() })
  await page.reload()
  expect(await page.getByText('Closed', { exact: true }).count()).toBe(1)
  await shot(page, 'casework-closed-desktop')
}, 240_000)

test('a concern about the designated person goes to the head alone; the designated person finds nothing of it', async () => {
  const [dev, amira] = await Promise.all([signedIn(house, 'dev'), signedIn(house, 'amira')])
  const { id } = await tellsOf(house, amira, {
    words: 'She laughed it off again.',
    about: 'designated-person',
  })
  expect(wordsOf(await (await dev.get(`/concerns/${id}`)).text())).toContain('She laughed it off again.')
  await dev.go(`/concerns/${id}/decide`, {
    decision: 'consulted',
    body: 'lado',
    why: 'She answers for safeguarding here.',
    day: '2026-11-24',
    time: '09:00',
    key: crypto.randomUUID(),
  })
  const farid = await signedIn(house, 'farid')
  for (const path of [`/concerns/${id}`, `/concerns/${id}/decide`, `/concerns/glass/${id}`])
    expect((await farid.get(path)).status).toBe(404)
}, 120_000)

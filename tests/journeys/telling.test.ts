import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftsOn, openBrowser, openContext, shot } from '../setup/browser.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { makesKey } from '../setup/keys.ts'
import { type Person, signedIn, wordsOf } from '../setup/person.ts'

let browser: Browser
let house: TestHouse
let ellen: Person
beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse({ listen: true })
  ellen = await signedIn(house, 'ellen')
  await makesKey(ellen)
})
afterAll(async () => {
  await browser.close()
  expect(house.faults).toEqual([])
  await house.close()
})

const small = { width: 360, height: 740 }
async function phone(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openContext(browser, 'phone')
  const page = await context.newPage()
  await page.setViewportSize(small)
  return { context, page }
}

test('a child on a phone says what is wrong; a tab that crashed loses nothing; they get a code and are not in trouble', async () => {
  const { context, page } = await phone()
  await page.goto(`${house.url}/tell/riverside-youth/child`)
  await shot(page, 'telling-child-1-gate')
  await page.getByRole('link', { name: 'I am in danger now' }).click()
  await page.getByRole('heading', { name: 'Call 999 now' }).waitFor()
  await shot(page, 'telling-child-2-danger')
  await page.goBack()
  await page.getByRole('link', { name: 'Something else' }).click()
  await page.getByText('You are not in trouble').waitFor()
  await shot(page, 'telling-child-3-form')
  await page.getByLabel('What is wrong?').fill('He keeps waiting for me after swimming.')
  // The tab is gone: what was written is there when the page is opened again.
  await page.close()
  const again = await context.newPage()
  await again.setViewportSize(small)
  await again.goto(`${house.url}/tell/riverside-youth/child`)
  await again.getByRole('link', { name: 'Something else' }).click()
  // It may have been somebody else’s: nothing is shown before they say that it was theirs.
  await again.getByText('Something was begun on this device').waitFor()
  expect(await again.getByLabel('What is wrong?').isVisible()).toBe(false)
  await shot(again, 'telling-child-3-was-it-you')
  await again.getByRole('button', { name: 'Yes, go on with it' }).click()
  await expect
    .poll(() => again.getByLabel('What is wrong?').inputValue())
    .toBe('He keeps waiting for me after swimming.')
  await again.getByLabel('A grown-up who works or helps here').check()
  await again.getByText('If it is a grown-up here').click()
  await again.getByLabel('What is their name?').fill('Ben Okafor')
  await again.getByRole('button', { name: 'Tell somebody' }).click()
  await again.getByText('We have it').waitFor()
  await shot(again, 'telling-child-4-told')
  // Nothing of it stays on the phone.
  await expect.poll(() => draftsOn(again)).not.toContain('swimming')
  await context.close()
  expect(wordsOf(await (await ellen.get('/concerns')).text())).toContain('Not looked at yet')
})

test('somebody who is not known to anybody comes by the gate, sends, goes, and comes back with the code to read the answer', async () => {
  const { context, page } = await phone()
  await page.goto(`${house.url}/tell/riverside-youth`)
  await shot(page, 'telling-public-1-gate')
  await page.getByRole('link', { name: 'Something else that worries me' }).click()
  await shot(page, 'telling-public-2-form')
  const words = 'I asked her: did he hurt you? She nodded.'
  await page.getByLabel('What worries you?').fill(words)
  await page.getByLabel('I do not know who it is').check()
  await page.getByLabel('I do not wish to be named').check()
  await page.getByRole('button', { name: 'Send this' }).click()
  await page.getByRole('heading', { name: 'Before you send' }).waitFor()
  await shot(page, 'telling-public-3-before')
  expect(await page.getByLabel('What worries you?').inputValue()).toBe(words)
  await page.getByRole('button', { name: 'Send this' }).click()
  await page.getByText('We have it').waitFor()
  await shot(page, 'telling-public-4-told')
  const code = (await page.locator('.ly-code').first().innerText()).trim()
  await page.getByRole('button', { name: 'Leave this page' }).click()
  await context.close()

  const { rows } = await house.database.asOwner('select id from concern order by reported_at desc limit 1')
  const answer = { words: 'Thank you. You did right.', whose: 'reply', key: crypto.randomUUID() }
  await ellen.go(`/concerns/${rows[0].id}/answer`, answer)

  const later = await phone()
  await later.page.goto(`${house.url}/told`)
  await later.page.getByLabel('Your code').fill(code.toLowerCase())
  await later.page.getByRole('button', { name: 'Go on' }).click()
  await later.page.getByText('You did right').waitFor()
  await shot(later.page, 'telling-public-5-answered')
  await later.context.close()
})

test('where it is not switched on yet, whoever is worried reads whom to call; a wider screen shows the same', async () => {
  const context = await openContext(browser, 'desktop')
  const page = await context.newPage()
  await page.goto(`${house.url}/tell/hilltop-primary/words`)
  await page.getByRole('heading', { name: 'Tell us by telephone' }).waitFor()
  await shot(page, 'telling-closed')
  await page.goto(`${house.url}/tell/riverside-youth/words?danger=no`)
  await shot(page, 'telling-desktop-form')
  await context.addCookies([...ellen.cookies].map(([name, value]) => ({ name, value, url: house.url })))
  await page.goto(`${house.url}/concerns/chain`)
  await shot(page, 'telling-chain')
  await page.setViewportSize(small)
  await shot(page, 'telling-chain-phone')
  await context.close()
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openContext, shot } from '../setup/browser.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { makesKey } from '../setup/keys.ts'
import { type Person, signedIn } from '../setup/person.ts'

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
const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text, 'latin1'),
})

test('a parent on a phone tells, hands in a letter after it, and is told why a picture is none; the designated person downloads it', async () => {
  const phone = await openContext(browser, 'phone')
  const page = await phone.newPage()
  await page.setViewportSize(small)
  await page.goto(`${house.url}/tell/riverside-youth/words?danger=no`)
  await page.getByLabel('What worries you?').fill('Somebody writes letters to my daughter.')
  await page.getByLabel('I do not know who it is').check()
  await page.getByRole('button', { name: 'Send this' }).click()
  await page.getByText('Is there a document?').click()
  await shot(page, 'documents-1-told')
  await page.getByRole('link', { name: 'Hand in a letter' }).click()
  await shot(page, 'documents-2-form')
  await page.getByLabel('The document').setInputFiles(file('letter.pdf', '\x89PNG\r\n\x1a\n and more'))
  await page.getByLabel('What is it, and where does it come from?').fill('It lay in her coat.')
  await page.getByRole('button', { name: 'Hand it in' }).click()
  await page.getByText('There is a problem').waitFor()
  await shot(page, 'documents-3-picture')
  await page.getByLabel('The document').setInputFiles(file('letter.txt', 'Dear Rosa, do not tell anybody.'))
  await page.getByRole('button', { name: 'Hand it in' }).click()
  await page.getByText('We have your document').waitFor()
  await shot(page, 'documents-4-thanks')
  await phone.close()

  const desktop = await openContext(browser, 'desktop')
  const desk = await desktop.newPage()
  await desktop.addCookies([...ellen.cookies].map(([name, value]) => ({ name, value, url: house.url })))
  const { rows } = await house.database.asOwner('select id from concern order by reported_at desc limit 1')
  await desk.goto(`${house.url}/concerns/${rows[0].id}`)
  await desk.getByRole('link', { name: 'Documents (1)' }).click()
  await shot(desk, 'documents-5-list')
  await desk.setViewportSize(small)
  await shot(desk, 'documents-6-list-phone')
  const coming = desk.waitForEvent('download')
  await desk.getByRole('link', { name: 'letter' }).click()
  expect((await coming).suggestedFilename()).toBe('letter.txt')
  await desk.getByRole('button', { name: 'Hand in a document' }).click()
  await shot(desk, 'documents-7-hand-in-phone')
  await desk.setViewportSize({ width: 1280, height: 900 })
  await shot(desk, 'documents-8-hand-in')
  await desktop.close()
})

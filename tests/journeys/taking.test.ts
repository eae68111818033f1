import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { newId } from '../../src/kit/ids.ts'
import { openBrowser, openContext, type Size, shot } from '../setup/browser.ts'
import { tellsOf } from '../setup/concern.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { makesKey } from '../setup/keys.ts'
import { Person, signedIn } from '../setup/person.ts'
import { arrives } from '../setup/taken.ts'

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

/** A page at which somebody is signed in, with their key unlocked. */
async function pageOf(who: Person, size: Size, width: number): Promise<Page> {
  const context = await openContext(browser, size)
  await context.addCookies([...who.cookies].map(([name, value]) => ({ name, value, url: house.url })))
  const page = await context.newPage()
  await page.setViewportSize({ width, height: 800 })
  return page
}

test('a designated person decides on each name, takes the file, and sends it to another organisation, where it is accepted and read', async () => {
  const [ellen, kofi] = [await signedIn(house, 'ellen'), await signedIn(house, 'kofi')]
  for (const who of [ellen, kofi]) await makesKey(who)
  const { id } = await tellsOf(house, new Person(house), {
    words: 'Jamie said that he is afraid to go home on Thursdays. Rosa Silva heard it too, and cried.',
    about: 'child',
    who: 'Jamie Taylor',
    name: 'Petra Nowak',
    when: 'Thursday, after the club',
  })
  await ellen.get(`/concerns/${id}`)
  await ellen.go(`/concerns/${id}/link`, { part: 'child', name: 'Jamie Taylor' })
  await ellen.go(`/concerns/${id}/answer`, { words: 'Sam Taylor rang back.', whose: 'note', key: newId() })

  const page = await pageOf(ellen, 'phone', 360)
  await page.goto(`${house.url}/concerns/children/${cast.jamie.id}`)
  await shot(page, 'taking-child-phone')
  await page.getByRole('link', { name: 'Export it' }).click()
  await is(page, 'Export what is told of a child')
  await narrow(page)
  await shot(page, 'taking-ask-phone')
  await page.getByLabel('Another organisation').check()
  await page.getByLabel('Why do they need it').fill('He swims at the Otters from January.')
  await page.getByRole('button', { name: 'Look who is named in it' }).click()
  await is(page, 'Export of what is told of a child')
  await page.getByLabel('Rosa Silva', { exact: true }).selectOption('another-child')
  await page.getByRole('button', { name: 'Make the export' }).click()
  await expect
    .poll(() => page.getByRole('alert').first().innerText())
    .toContain('Some names are not decided yet')
  expect(await page.getByLabel('Rosa Silva', { exact: true }).inputValue()).toBe('another-child')
  await narrow(page)
  await shot(page, 'taking-undecided-phone')
  for (const select of await page.locator('select').all())
    if ((await select.inputValue()) === '') await select.selectOption('keep')
  await page.getByRole('button', { name: 'Make the export' }).click()
  await page.getByRole('button', { name: 'To read (PDF)' }).waitFor()
  await narrow(page)
  await shot(page, 'taking-made-phone')
  const wide = await pageOf(ellen, 'desktop', 1280)
  await wide.goto(page.url())
  await shot(wide, 'taking-made-desktop')
  await page.getByRole('link', { name: 'Send it to an organisation' }).click()
  await is(page, 'Send the file to another organisation')
  await narrow(page)
  await shot(page, 'taking-send-phone')
  await page.getByLabel('Otters Swimming Club').check()
  await page.getByRole('button', { name: 'Send it' }).click()
  await is(page, 'Export of what is told of a child')

  const file = await arrives(house, 'concern_file')
  const theirs = await pageOf(kofi, 'desktop', 1280)
  await theirs.goto(`${house.url}/duties`)
  await theirs.getByRole('link', { name: 'Somebody sent you a file' }).first().click()
  await is(theirs, 'A file from another organisation')
  await shot(theirs, 'taking-arrived-desktop')
  await theirs.getByLabel('Yes, we accept it').check()
  await theirs.getByRole('button', { name: 'Send the answer' }).click()
  await theirs.getByRole('heading', { name: 'What was told about Jamie Taylor' }).waitFor()
  expect(await theirs.locator('main').innerText()).toContain('[another child] heard it too')
  await shot(theirs, 'taking-accepted-desktop')
  const small = await pageOf(kofi, 'phone', 360)
  await small.goto(`${house.url}/concerns/files/${file}`)
  await narrow(small)
  await shot(small, 'taking-accepted-phone')
  await arrives(house, 'concern_transfer_answer')
  await page.reload()
  await narrow(page)
  await shot(page, 'taking-answered-phone')
  expect(await page.locator('main').innerText()).toContain('by Kofi Mensah')
})

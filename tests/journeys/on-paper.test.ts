import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptableUse, cast } from '../../src/demo/index.ts'
import { openBrowser, openContext, type Size, shot } from '../setup/browser.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { signedIn } from '../setup/person.ts'

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

const at = `/policies/${acceptableUse.riverside}`

/** A page of somebody's who is signed in already. */
async function pageOf(name: 'carys' | 'dev' | 'ben', size: Size): Promise<Page> {
  const context = await openContext(browser, size, { script: false })
  const { cookies } = await signedIn(house, name)
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: house.url })))
  return context.newPage()
}

test.each<[Size, string, 'No' | 'Yes']>([
  ['phone', 'the wrong day', 'No'],
  ['desktop', '', 'Yes'],
])(
  'a manager records at %s width who signed on paper, and a second person answers',
  async (size, words, answer) => {
    const [manager, second] = [await pageOf('carys', size), await pageOf('dev', size)]
    const look = (page: Page, name: string) => shot(page, `${size}-paper-${name}`)
    await manager.goto(`${house.url}${at}/signatures`)
    await look(manager, '1-who-has-signed')
    await manager.getByRole('button', { name: 'Signing on paper' }).click()
    await look(manager, '2-on-paper')
    await manager.getByRole('button', { name: 'Print a signing sheet' }).click()
    const code = await manager.locator('.ly-sheet__code').innerText()
    await look(manager, '3-print')
    await manager.emulateMedia({ media: 'print' })
    await look(manager, '3-printed')
    await manager.emulateMedia({ media: null })
    await manager.getByRole('link', { name: 'record who signed' }).click()
    await manager.getByLabel('Noor Rahman').check()
    await manager.getByRole('button', { name: 'Record, and ask' }).click()
    await look(manager, '4-record-wrong')
    // What was ticked is still ticked.
    expect(await manager.getByLabel('Noor Rahman').isChecked()).toBe(true)
    await manager.getByLabel('The code on the sheet').fill(code.toUpperCase())
    await manager.getByLabel('Where the sheet is kept').fill('The green folder in the office')
    await manager.getByLabel('How it was explained to them').fill('Read to her in Arabic by her sister.')
    await manager.getByLabel('Who confirms it').selectOption({ label: cast.dev.name })
    await look(manager, '5-record')
    await manager.getByRole('button', { name: 'Record, and ask' }).click()
    await look(manager, '6-recorded')

    await second.goto(`${house.url}/duties`)
    await second.getByRole('link', { name: 'Confirm who signed a policy on paper' }).click()
    await second.getByLabel(`${answer}:`).check()
    if (words) await second.getByLabel('If not: what is not right').fill(words)
    await look(second, '7-answer')
    await second.getByRole('button', { name: 'Send my answer' }).click()
    await look(second, '8-answered')
    expect(await second.getByText(words || 'It is confirmed').count()).toBeGreaterThan(0)
    await second.goto(`${house.url}${at}/paper`)
    await look(second, '9-sheets')
    await second.goto(`${house.url}${at}/signatures?by=manager`)
    await look(second, '10-by-manager')
    const ben = await pageOf('ben', size)
    await ben.goto(`${house.url}${at}/signed`)
    await look(ben, '11-signed')
  },
)

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftsOn, openBrowser, openContext, shot } from '../setup/browser.ts'
import { tellsOf } from '../setup/concern.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { makesKey } from '../setup/keys.ts'
import { signedIn } from '../setup/person.ts'

let browser: Browser
let house: TestHouse
beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse({ listen: true })
  await makesKey(await signedIn(house, 'ellen'))
})
afterAll(async () => {
  await browser.close()
  expect(house.faults).toEqual([])
  await house.close()
})

test('on a shared computer a second paper is its own, and nothing of anybody’s stays when it is sent, or they sign out', async () => {
  const amira = await signedIn(house, 'amira')
  await tellsOf(house, amira, { words: 'Bruises.', about: 'worker', what_image: 'yes' })
  const context = await openContext(browser, 'desktop')
  const page = await context.newPage()
  await context.addCookies([...amira.cookies].map(([name, value]) => ({ name, value, url: house.url })))
  const kept = () => draftsOn(page)
  const copies = async (words: string): Promise<string> => {
    await page.goto(`${house.url}/concerns/from-paper`)
    expect(await page.getByLabel('What worries you?').inputValue()).toBe('')
    await page.getByLabel('What worries you?').fill(words)
    await page.getByLabel('I do not know who it is').check()
    await expect.poll(kept).toContain(words)
    await page.getByRole('button', { name: 'Keep this as copied' }).click()
    const said = await page.getByText('It is kept, as copied from paper').innerText()
    await expect.poll(kept).not.toContain(words)
    return /with this code: (\S+)\./.exec(said)?.[1] ?? ''
  }
  const codes = [await copies('The first paper.'), await copies('The second paper.')]
  expect(new Set(codes).size).toBe(2)
  const { rows } = await house.database.asOwner(
    `select count(*)::int as n from concern where came_by = 'paper'`,
  )
  expect(rows[0].n).toBe(2)

  await page.goto(`${house.url}/told/mine`)
  await shot(page, 'drafts-mine')
  await page.setViewportSize({ width: 360, height: 740 })
  await shot(page, 'drafts-mine-phone')
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${house.url}/told?sent=riverside-youth`)
  await page.getByLabel('What you want to add').fill('And this, unsent.')
  await shot(page, 'drafts-told')
  // The tab is closed by chance: what was being added is there for whoever has the code, and goes when they leave.
  await page.goto(`${house.url}/told`)
  await expect.poll(() => page.getByLabel('What you want to add').inputValue()).toBe('And this, unsent.')
  await page.getByRole('button', { name: 'Leave this page' }).click()
  await page.getByRole('heading', { name: 'Come back with your code' }).waitFor()
  await expect.poll(kept).not.toContain('unsent')

  await page.goto(`${house.url}/concerns/from-paper`)
  await page.getByLabel('What worries you?').fill('A third, not sent.')
  await expect.poll(kept).toContain('A third')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
  await expect.poll(kept).not.toContain('A third')
  await context.close()
})

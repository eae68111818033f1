import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openContext, type Size, shot } from '../setup/browser.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { signedIn } from '../setup/person.ts'

let house: TestHouse
let browser: Browser
beforeAll(async () => {
  house = await openHouse({ listen: true })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  expect(house.faults).toEqual([])
  await house.close()
})

/** 2,000 rows, of which `wrong` have no email address. */
const staffFile = (name: string, wrong: number) => ({
  name: 'staff.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    `Name,Email,Role\n${Array.from({ length: 2000 }, (_, at) => `Person ${name}${at},${at < wrong ? '' : `${name}${at}@staff.example`},Volunteer`).join('\n')}`,
  ),
})

test.each<[Size, boolean]>([
  ['desktop', true],
  ['phone', false],
])('an administrator brings in 2,000 volunteers (%s, script: %s)', async (size, script) => {
  const grace = await signedIn(house, 'grace')
  const context = await openContext(browser, size, { script })
  await context.addCookies([...grace.cookies].map(([name, value]) => ({ name, value, url: house.url })))
  const page = await context.newPage()
  const heading = (name: string) => page.getByRole('heading', { level: 1, name })
  await page.goto(`${house.url}/people`)
  await page.getByRole('button', { name: 'Import many people from a file' }).click()
  await page.getByRole('button', { name: 'Import staff' }).click()
  await page.getByLabel('CSV file').setInputFiles(staffFile(size, 3))
  await page.getByRole('button', { name: 'Upload and check' }).click()
  await heading('This file cannot be imported yet').waitFor()
  expect(await page.getByText('Row 4, Email: it is empty.').count()).toBe(1)
  await shot(page, `import-problems-${size}`)

  await page.getByRole('button', { name: 'Upload the corrected file' }).click()
  await page.getByLabel('CSV file').setInputFiles(staffFile(size, 0))
  await page.getByRole('button', { name: 'Upload and check' }).click()
  await shot(page, `import-preview-${size}`)
  await page.getByRole('button', { name: 'Import 2,000 rows' }).click()
  await heading('Your file is being imported').waitFor()
  await shot(page, `import-progress-${size}`)
  expect(await page.getByRole('progressbar', { name: 'Rows imported' }).getAttribute('max')).toBe('2000')
  const done = heading('2,000 people were added')
  if (script) await done.waitFor({ timeout: 60_000 })
  else
    while ((await done.count()) === 0) {
      const again = page.getByRole('link', { name: 'See how far it is' })
      if (await again.count()) await again.click()
      await page.waitForLoadState()
    }
  await context.close()
})

import { mkdir, writeFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { openBrowser, openContext, type Size, shot } from '../setup/browser.ts'
import { fileOf } from '../setup/exported.ts'
import { comesIn } from '../setup/family.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { hiddenOn, type Person, signedIn } from '../setup/person.ts'

let browser: Browser
let house: TestHouse
let conversation: string
beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse({ listen: true })
  const amira = await signedIn(house, 'amira')
  const at = await amira.go('/conversations/new', {
    whom: `child:${cast.jamie.id}`,
    subject: 'Thursday club',
  })
  const says = async (who: Person, where: string, body: string) => {
    const key = hiddenOn(await (await who.get(where)).text(), 'key')
    await who.go(`${where}/write`, { body, key })
  }
  conversation = at.split('/').at(-1) ?? ''
  await says(amira, at, 'Hello Jamie and Sam. Rosa Silva comes on Thursday too; Lucia brings the paddles.')
  const sam = await comesIn(house, 'sam')
  await says(sam, `/family/${conversation}`, 'Thank you. Jamie and Rosa get on well.\nWe come by bus.')
  await says(amira, at, 'See you on Thursday, then.')
})
afterAll(async () => {
  await browser.close()
  expect(house.faults).toEqual([])
  await house.close()
})

async function pageOf(who: Person, size: Size): Promise<Page> {
  const context = await openContext(browser, size)
  await context.addCookies([...who.cookies].map(([name, value]) => ({ name, value, url: house.url })))
  return context.newPage()
}

test.each<Size>(['phone', 'desktop'])(
  'at %s width a senior manager takes a conversation away: why, who else is named in it, and two files',
  async size => {
    const dev = await signedIn(house, 'dev')
    const page = await pageOf(dev, size)
    const look = (name: string) => shot(page, `${size}-export-${name}`)
    await page.goto(`${house.url}/conversations/${conversation}`)
    await page.getByText('Who is here').click()
    await page.getByRole('link', { name: 'Export this conversation' }).click()
    await look('1-ask')
    await page.getByLabel('Why is it needed?').fill('Asked for by the family court')
    await page.getByRole('button', { name: 'Look who is named in it' }).click()
    // The page follows by itself.
    await page.getByLabel('Rosa Silva').waitFor({ timeout: 30_000 })
    await look('2-names')
    await page.getByText('Where Rosa Silva is named').click()
    await look('3-where')
    await page.getByLabel('Sam Taylor').selectOption({ label: 'Replace: a parent or carer' })
    await page.getByRole('button', { name: 'Make the export' }).click()
    await page.getByRole('heading', { name: 'Ready to fetch' }).waitFor({ timeout: 30_000 })
    await look('4-ready')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: /To read/ }).click()
    expect((await download).suggestedFilename()).toMatch(/^Conversation Thursday club\.pdf$/)
    if (process.env.LANYARD_SHOTS) {
      await mkdir(process.env.LANYARD_SHOTS, { recursive: true })
      const at = new URL(page.url()).pathname
      await writeFile(`${process.env.LANYARD_SHOTS}/export.pdf`, await fileOf({ who: dev, at }, 'pdf-1'))
    }
    await page.goto(`${house.url}/exports`)
    await look('5-list')
  },
)

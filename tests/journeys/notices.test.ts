import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { openBrowser, openContext, type Size, shot } from '../setup/browser.ts'
import { comesIn } from '../setup/family.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { type Person, signedIn } from '../setup/person.ts'

let browser: Browser
let house: TestHouse
let sam: Person
beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse({ listen: true })
  const amira = await signedIn(house, 'amira')
  const at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Welcome' })
  await amira.go(`${at}/write`, { body: 'Welcome to the club.', key: crypto.randomUUID() })
  sam = await comesIn(house, 'sam')
})
afterAll(async () => {
  await browser.close()
  expect(house.faults).toEqual([])
  await house.close()
})

/** A page of somebody's who has come in already. */
async function pageOf(who: Person, size: Size): Promise<Page> {
  const context = await openContext(browser, size)
  await context.addCookies([...who.cookies].map(([name, value]) => ({ name, value, url: house.url })))
  return context.newPage()
}

test.each<Size>(['phone', 'desktop'])(
  'a worker writes once to a group at %s width; a parent reads their own copy and answers to the staff alone',
  async size => {
    const worker = await pageOf(await signedIn(house, 'amira'), size)
    const parent = await pageOf(sam, size)
    const look = (page: Page, name: string) => shot(page, `${size}-notice-${name}`)
    const [name, subject] = [`Trip, ${size}`, `The trip, by ${size}`]
    await worker.goto(house.url)
    await worker.getByRole('link', { name: 'Write to a group' }).click()
    await worker.getByRole('button', { name: 'Make a group' }).click()
    await worker.getByLabel('Name').fill(name)
    await worker.getByLabel('Who is in it').selectOption({ label: 'Everybody of: Thursday youth club' })
    await look(worker, '1-make')
    await worker.getByRole('button', { name: 'Make the group' }).click()
    await look(worker, '2-group')
    await worker.getByRole('button', { name: 'Write a notice' }).click()
    await worker.getByLabel('What it is about').fill(subject)
    await worker
      .getByLabel('The notice')
      .fill('We leave at 9am on Saturday.\nBring a packed lunch and a coat.')
    await look(worker, '3-write')
    await worker.getByRole('button', { name: 'Send it to everybody' }).click()
    await worker.getByText('It is on its way to everybody').waitFor()

    // It is on its way: a job gives everybody their copy.
    await expect
      .poll(async () => {
        await parent.goto(`${house.url}/family`)
        return await parent.getByRole('link', { name: subject }).count()
      })
      .toBe(1)
    await look(parent, '4-family')
    await parent.getByRole('link', { name: subject }).click()
    await parent.getByText('Bring a packed lunch').waitFor()
    await look(parent, '5-copy')
    await parent.getByLabel('Your answer').fill('Jamie is allergic to nuts.')
    await parent.getByRole('button', { name: 'Send' }).click()
    await parent.getByText('Jamie is allergic to nuts.').waitFor()
    await look(parent, '6-answered')

    await worker.reload()
    await worker.getByText('1 of 1').first().waitFor()
    await look(worker, '7-fares')
    await worker.goto(`${house.url}/conversations`)
    await worker.getByRole('link', { name: `About: ${subject}` }).click()
    await worker.getByText('Jamie is allergic to nuts.').waitFor()
    await worker.getByRole('link', { name: /Worried about this/ }).click()
    await worker.getByRole('heading', { name: 'Worried about this message?' }).waitFor()
    await look(worker, '8-worried')
  },
)

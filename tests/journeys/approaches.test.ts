import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { openBrowser, openContext, type Size, shot } from '../setup/browser.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { signedIn } from '../setup/person.ts'

let browser: Browser
let house: TestHouse
beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse({ listen: true })
  const amira = await signedIn(house, 'amira')
  await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday’s trip' })
})
afterAll(async () => {
  await browser.close()
  expect(house.faults).toEqual([])
  await house.close()
})

/** A page of somebody's who is signed in already. */
async function pageOf(name: 'amira' | 'carys', size: Size): Promise<Page> {
  const context = await openContext(browser, size)
  const { cookies } = await signedIn(house, name)
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: house.url })))
  return context.newPage()
}

test.each<Size>(['phone', 'desktop'])(
  'a worker tells at %s width that a child asked to follow them, sends kind words, and is answered',
  async size => {
    const [worker, manager] = [await pageOf('amira', size), await pageOf('carys', size)]
    const look = (page: Page, name: string) => shot(page, `${size}-approach-${name}`)
    await worker.goto(house.url)
    await worker.getByRole('link', { name: 'Somebody reached me on a personal account' }).click()
    await look(worker, '1-tell')
    await worker.getByRole('button', { name: 'Tell those I answer to' }).click()
    await look(worker, '2-wrong')
    await worker.getByLabel('Jamie Taylor').check()
    await worker.getByLabel('They follow me, or asked to').check()
    await worker.getByLabel('Where?').selectOption({ label: 'Instagram' })
    await worker.getByLabel('I said no, or left it unanswered').check()
    await worker.getByRole('button', { name: 'Tell those I answer to' }).click()
    await worker.getByRole('heading', { name: 'Thank you for telling' }).waitFor()
    await look(worker, '3-told')
    await worker.getByRole('button', { name: /Send these words/ }).click()
    await look(worker, '4-words')
    expect(await worker.getByLabel('Your message').inputValue()).toContain('you have done nothing wrong')
    await worker.getByRole('button', { name: 'Send' }).click()
    await worker.getByText('you have done nothing wrong').first().waitFor()

    await manager.goto(`${house.url}/duties`)
    await manager.getByRole('link', { name: 'Answer somebody who told of an approach' }).first().click()
    await look(manager, '5-heard')
    await manager.getByLabel('Your words to Amira Haddad').fill('Thank you. I will speak to Sam on Thursday.')
    await manager.getByRole('button', { name: 'Answer' }).click()
    await manager.getByText('is told that you have answered').waitFor()
    await manager.goto(`${house.url}/approaches/team`)
    await look(manager, '6-team')
    await worker.goto(`${house.url}/duties`)
    await worker.getByRole('link', { name: 'Read the answer to what you told' }).first().click()
    await worker.getByText('I will speak to Sam on Thursday').waitFor()
    await look(worker, '7-answered')
  },
)

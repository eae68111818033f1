import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { openBrowser, openContext, type Size, shot } from '../setup/browser.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { type NotifyServer, openNotify } from '../setup/notify.ts'
import { signedIn } from '../setup/person.ts'

const token = `callback-${randomUUID()}`

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe.each<Size>(['desktop', 'phone'])('at %s width', size => {
  let house: TestHouse
  let notify: NotifyServer
  beforeAll(async () => {
    notify = await openNotify()
    house = await openHouse({
      listen: true,
      env: {
        LANYARD_NOTIFY_KEY: notify.key,
        LANYARD_NOTIFY_TEMPLATE: notify.template,
        LANYARD_NOTIFY_URL: notify.url,
        LANYARD_NOTIFY_CALLBACK: token,
      },
    })
  })
  afterAll(async () => {
    expect(house.faults).toEqual([])
    await house.close()
    await notify.close()
  })

  /** As Notify posts. */
  const post = (path: string, body: object) =>
    fetch(house.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  test('a worker writes on the page, the family reads and answers by text, and the answer appears by itself', async () => {
    const [amira, grace] = [await signedIn(house, 'amira'), await signedIn(house, 'grace')]
    await grace.go(`/people/${cast.sam.id}/way`, { way: 'text' })
    const at = await amira.go('/conversations/new', {
      whom: `parents:${cast.jamie.id}`,
      subject: 'Thursday’s trip',
    })
    const context = await openContext(browser, size)
    await context.addCookies([...amira.cookies].map(([name, value]) => ({ name, value, url: house.url })))
    const page = await context.newPage()
    await page.goto(house.url + at)
    expect(await page.locator('main').innerText()).toContain('Sam Taylor gets it by text')
    await page.getByLabel('Your message').fill('We leave at 4pm. Can Jamie come?')
    await page.getByRole('button', { name: 'Send', exact: true }).click()

    // It is on the family's phone, and says who writes.
    const [text] = await notify.taken(1)
    expect(text?.body).toContain('Amira Haddad, Riverside Youth Club: We leave at 4pm. Can Jamie come?')
    const receipt = { id: text?.id, reference: text?.reference, to: text?.phone_number, status: 'delivered' }
    const looksAgain = async () => {
      await page.reload()
      return page.locator('main').innerText()
    }
    await expect.poll(looksAgain, { timeout: 20_000 }).toContain('Handed over for Sam Taylor’s phone')
    expect((await post('/callbacks/notify/receipt', receipt)).status).toBe(200)
    expect(await looksAgain()).toContain('Delivered to Sam Taylor’s phone')
    await shot(page, `${size}-text-delivered`)

    // They answer from it, and the page that is open shows it without being asked.
    const answer = {
      id: randomUUID(),
      source_number: '447700900123',
      destination_number: '07700900999',
      message: 'Yes please. I bring him at 3.50.',
      date_received: new Date().toISOString(),
    }
    expect((await post('/callbacks/notify/text', answer)).status).toBe(200)
    await page.getByText('Yes please. I bring him at 3.50.').waitFor()
    await shot(page, `${size}-text-answered`)
    expect(await page.content()).not.toContain('7700')
    await context.close()
  })
})

import { createTransport } from 'nodemailer'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CastName, cast } from '../../src/demo/index.ts'
import { freePort } from '../../src/kit/postgres/index.ts'
import { words } from '../mail/builder.ts'
import { openBrowser, openContext, type Size, shot } from '../setup/browser.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { signedBy, testDns } from '../setup/mail-domain.ts'
import { type Mailbox, openMailbox } from '../setup/mailbox.ts'
import { signedIn } from '../setup/person.ts'
import { openPostfix, type Postfix } from '../setup/postfix.ts'

const domain = 'messages.riverside.example'
let browser: Browser
let house: TestHouse
let families: Mailbox
let postfix: Postfix

beforeAll(async () => {
  families = await openMailbox()
  browser = await openBrowser()
  // Lanyard hands to Postfix and Postfix to Lanyard: each has to know the other’s port.
  const [lmtp, out] = await Promise.all([freePort(), freePort()])
  postfix = await openPostfix({ domain, lmtp, families: Number(new URL(families.url).port), port: out })
  house = await openHouse({
    listen: true,
    email: {
      domain,
      resolver: testDns,
      out: `smtp://127.0.0.1:${out}?ignoreTLS=true`,
      listen: `127.0.0.1:${lmtp}`,
    },
  })
  await (await signedIn(house, 'grace')).go(`/people/${cast.sam.id}/way`, { way: 'email' })
}, 120_000)
afterAll(async () => {
  await postfix.close()
  await families.close()
  await browser.close()
  expect(house.faults).toEqual([])
  await house.close()
})

/** A page of somebody who has signed in before. */
async function pageOf(name: CastName, size: Size): Promise<Page> {
  const context = await openContext(browser, size)
  const { cookies } = await signedIn(house, name)
  await context.addCookies([...cookies].map(([key, value]) => ({ name: key, value, url: house.url })))
  return context.newPage()
}

/** Sam’s mail program hands her answer to the world’s mail, which is Postfix here. */
const samAnswers = async (to: string, body: string, sign = true) => {
  const raw = words(body, { to })
  const bytes = sign ? await signedBy('family.example', raw) : raw
  const world = createTransport({ host: '127.0.0.1', port: postfix.port, ignoreTLS: true })
  return world.sendMail({ envelope: { from: cast.sam.email ?? '', to }, raw: bytes })
}

test.each<Size>(['desktop', 'phone'])(
  'a worker writes on the page; Postfix brings it to Sam’s mailbox; her answer comes back through Postfix and stands on the worker’s page by itself, at %s width',
  async size => {
    const page = await pageOf('amira', size)
    await page.goto(`${house.url}/conversations/new`)
    await page
      .getByLabel(/Sam Taylor/)
      .last()
      .check()
    await page.getByLabel('What it is about').fill(`The trip, ${size}`)
    await page.getByRole('button', { name: 'Open the conversation' }).click()
    await page.getByLabel('Your message').fill(`We meet at 4pm, says a ${size}.`)
    await page.getByRole('button', { name: 'Send' }).click()

    const letter = await families.next(cast.sam.email ?? '', new RegExp(`says a ${size}`))
    await page.reload()
    await expect.poll(() => page.getByText('Handed over for Sam Taylor’s email').count()).toBe(1)
    await shot(page, `email-1-handed-over-${size}`)

    const quoted = letter.text.replace(/\r\n/g, '\n').replace(/^/gm, '> ')
    await samAnswers(letter.from, `Thank you, he will be there.\n\nOn 25 Nov 2026, Amira wrote:\n${quoted}`)
    await expect
      .poll(() => page.getByText('Thank you, he will be there.').count(), { timeout: 30_000 })
      .toBe(1)
    expect(await page.getByText('Came by email.').count()).toBe(1)
    expect(await page.getByText(cast.sam.email ?? '').count()).toBe(0)
    await shot(page, `email-2-answered-${size}`)
    await page.getByRole('link', { name: /Show the whole message/ }).click()
    expect(await page.getByText('wrote this for Riverside Youth Club').count()).toBe(1)
    await shot(page, `email-3-whole-${size}`)

    // What nobody proves waits for the manager.
    await samAnswers(letter.from, `Is it me? asks a ${size}.`, false)
    const manager = await pageOf('carys', size)
    await expect
      .poll(
        async () => {
          await manager.goto(`${house.url}/arrivals`)
          return manager.getByRole('link', { name: /Came by email/ }).count()
        },
        { timeout: 30_000 },
      )
      .toBe(1)
    await shot(manager, `email-4-held-${size}`)
    await manager.getByRole('link', { name: /Came by email/ }).click()
    await shot(manager, `email-5-who-${size}`)
    await manager.getByLabel('It is from Sam Taylor').check()
    await manager.getByRole('button', { name: 'Go on' }).click()
    await expect
      .poll(() =>
        page.goto(page.url().replace(/#.*/, '')).then(() => manager.getByText('Nothing is held').count()),
      )
      .toBe(1)
    await manager.context().close()
    await page.context().close()
  },
  180_000,
)

test('Postfix takes nothing for an address that Lanyard does not know, so that nothing is bounced to anybody', async () => {
  const before = families.all.length
  await expect(samAnswers(`c-${'a'.repeat(26)}@${domain}`, 'Hello?')).rejects.toThrow(/550/)
  expect(families.all.length).toBe(before)
})

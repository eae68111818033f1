import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, demoPassword } from '../../src/demo/index.ts'
import { openBrowser, shot } from '../setup/browser.ts'
import { freshDatabase, type TestDatabase } from '../setup/database.ts'
import { comesIn } from '../setup/family.ts'
import { type Mailbox, openMailbox } from '../setup/mailbox.ts'
import { nextCodeFor, type Person, secretOf, signedIn } from '../setup/person.ts'
import { secretFile } from '../setup/secrets.ts'
import { frontOf, newPlace, type Place, removePlace, type Server, startServer } from '../setup/server.ts'

// A worker and a parent on their phones, both with the conversation open, where the signal comes and goes. Nothing is lost and
// nothing is there twice, on either page or in the database.

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: 'en-GB' }
// The machine may be busy with other things.
const patient = { timeout: 20_000 }
const notSent = 'Not sent yet. We will try again when you have a signal.'

let browser: Browser
let database: TestDatabase
let mailbox: Mailbox
let place: Place
let server: Server
let amira: Person
let at: string
let worker: Side
let parent: Side

interface Side {
  readonly context: BrowserContext
  readonly page: Page
  readonly field: string
}

beforeAll(async () => {
  browser = await openBrowser()
  database = await freshDatabase()
  mailbox = await openMailbox()
  const bare = await newPlace()
  place = {
    ...bare,
    env: {
      DATABASE_URL: database.ownerUrl,
      LANYARD_SECRET_FILE: await secretFile(bare.folder),
      LANYARD_MAIL: mailbox.url,
    },
  }
  server = await startServer(place)
  amira = await signedIn(frontOf(place.url), 'amira')
  at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Thursday’s trip' })
  await amira.go(`${at}/write`, { body: 'Hello Sam.', key: crypto.randomUUID() })
  const sam = await comesIn({ ...frontOf(place.url), mailbox }, 'sam')
  worker = await opened(amira, at, 'Your message')
  parent = await opened(sam, at.replace('/conversations/', '/family/'), 'Your answer')
}, 240_000)
afterAll(async () => {
  await browser.close()
  await server.stop()
  await removePlace(place)
  await mailbox.close()
  await database.drop()
})

/** Somebody at their phone, with the conversation open, who counts what a screen reader would be told of new messages. */
async function opened(person: Person, path: string, field: string): Promise<Side> {
  const context = await browser.newContext(phone)
  await context.addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: place.url })))
  const page = await context.newPage()
  await page.addInitScript(() => {
    const said: string[] = []
    Object.assign(window, { said })
    addEventListener('DOMContentLoaded', () => {
      const log = document.querySelector('[role=log]')
      if (!log) return
      new MutationObserver(changes => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes)
            if (node instanceof HTMLElement && node.matches('.ly-message'))
              said.push(node.querySelector('.ly-message__text')?.textContent ?? '')
      }).observe(log, { childList: true, subtree: true })
    })
  })
  await page.goto(place.url + path)
  return { context, page, field }
}

const write = async ({ page, field }: Side, words: string) => {
  await page.getByLabel(field).fill(words)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
}
const shownTo = ({ page }: Side) => page.locator('[role=log] .ly-message__text').allInnerTexts()
const stored = async () =>
  (await database.asOwner('select body from message order by id')).rows.map(({ body }) => body as string)
const status = ({ page }: Side) => page.locator('[data-sending]').innerText()

/** Both pages and the database come to hold the same, each message once and in one order. */
async function agreed(words: readonly string[]): Promise<void> {
  for (const side of [worker, parent])
    await expect.poll(() => shownTo(side), { timeout: 40_000, interval: 100 }).toEqual(words)
  expect(await stored()).toEqual(words)
  for (const { page } of [worker, parent]) expect(await page.locator('.ly-unsent li').count()).toBe(0)
}

const all = ['Hello Sam.']
const staleKey = crypto.randomUUID()

test('with a signal: it is sent, the other sees it by itself, its writer sees that it was read, and the focus stays', async () => {
  await write(worker, 'We leave at four.')
  all.push('We leave at four.')
  await agreed(all)
  await expect
    .poll(() => worker.page.locator('[data-part=seen]').innerText(), patient)
    .toBe('Your last message has been read by Sam Taylor.')
  await parent.page.getByLabel(parent.field).focus()
  await write(worker, 'From the club.')
  all.push('From the club.')
  await agreed(all)
  expect(await parent.page.evaluate(() => document.activeElement?.id)).toBe('body')
  const said = () => parent.page.evaluate(() => (window as unknown as { said: string[] }).said)
  expect(await said()).toEqual(['We leave at four.', 'From the club.'])
})

test('without a signal: what is written waits, calmly, and is sent in its order when there is one again', async () => {
  await worker.context.setOffline(true)
  await write(worker, 'I am in the tunnel.')
  await expect.poll(() => status(worker), patient).toBe(notSent)
  expect(await worker.page.getByRole('button', { name: 'Try now' }).count()).toBe(1)
  await expect
    .poll(() => worker.page.locator('[data-line]').innerText(), patient)
    .toBe('You are not connected. New messages will show here when you have a signal.')
  await shot(worker.page, 'bad-line-01-not-sent')
  expect(await worker.page.locator('main').ariaSnapshot()).toContain(`- status: ${notSent}`)
  await worker.page.waitForTimeout(1_100)
  await write(worker, 'Still in it.')
  await write(parent, 'We will be there.')
  all.push('We will be there.', 'I am in the tunnel.', 'Still in it.')
  await expect.poll(() => shownTo(parent), patient).toContain('We will be there.')
  await worker.page.getByRole('button', { name: 'Try now' }).click()
  await expect.poll(() => status(worker), patient).toBe(notSent)
  expect(await stored()).not.toContain('I am in the tunnel.')
  await worker.context.setOffline(false)
  await agreed(all)
  await expect.poll(() => worker.page.getByRole('button', { name: 'Try now' }).count(), patient).toBe(0)
  await shot(worker.page, 'bad-line-02-sent')
})

test('what was being written is there again when the page is loaded anew, and a page that was closed in the tunnel sends what waits', async () => {
  await worker.page.getByLabel(worker.field).fill('Half a sen')
  await worker.page.reload()
  await expect.poll(() => worker.page.getByLabel(worker.field).inputValue()).toBe('Half a sen')
  await worker.page.route('**/write', route => route.abort())
  await write(worker, 'Half a sentence, and the rest.')
  await expect.poll(() => status(worker), patient).toBe(notSent)
  await worker.page.unroute('**/write')
  await worker.page.goto(`${place.url}/duties`)
  expect(await stored()).toEqual(all)
  await worker.page.goto(place.url + at)
  all.push('Half a sentence, and the rest.')
  await agreed(all)
  expect(await worker.page.getByLabel(worker.field).inputValue()).toBe('')
})

test('what was stopped, was mended and waits for a signal is not in the field as well: what is written there next is sent too', async () => {
  await write(worker, 'My insta is amira.h.07')
  await expect
    .poll(() => worker.page.getByRole('heading', { level: 1 }).innerText(), patient)
    .toBe('Your message was not sent')
  await worker.page.route('**/write', route => route.abort())
  await write(worker, 'Look on the club’s page.')
  await expect.poll(() => status(worker), patient).toBe(notSent)
  await worker.page.goto(place.url + at)
  await expect.poll(() => status(worker), patient).toBe(notSent)
  expect(await worker.page.locator('.ly-unsent__try').count()).toBe(1)
  expect(await worker.page.getByLabel(worker.field).inputValue()).toBe('')
  await worker.page.unroute('**/write')
  await worker.page.getByRole('button', { name: 'Try now' }).click()
  all.push('Look on the club’s page.')
  await agreed(all)
  await write(worker, 'It is all there.')
  all.push('It is all there.')
  await agreed(all)
})

test('a page that still has the key of what is stored loses nothing: what is written over it is another message', async () => {
  const stale = await amira.go(`${at}/write`, { body: 'From another window.', key: staleKey })
  expect(stale).toContain(at)
  all.push('From another window.')
  await agreed(all)
  const setKey = (key: string) =>
    worker.page.evaluate(value => {
      const field = document.querySelector<HTMLInputElement>('form[data-keeps] [name=key]')
      if (field) field.value = value
    }, key)
  await setKey(staleKey)
  await write(worker, 'And from this one.')
  all.push('And from this one.')
  await agreed(all)
  // It was being written when the page saw that it is stored: what is there now is sent as what it is.
  await worker.page.getByLabel(worker.field).fill('Half of it')
  const key = crypto.randomUUID()
  await setKey(key)
  await amira.go(`${at}/write`, { body: 'The first half.', key })
  all.push('The first half.')
  await agreed(all)
  expect(await worker.page.getByLabel(worker.field).inputValue()).toBe('Half of it')
  await write(worker, 'Half of it, and the rest.')
  all.push('Half of it, and the rest.')
  await agreed(all)
})

test('an answer that is lost after the message was stored: it is sent again with the same key, and is there once', async () => {
  let lost = 0
  await worker.page.route('**/write', async route => {
    lost++
    if (lost > 1) return route.continue()
    await route.fetch({ maxRedirects: 0 })
    await route.abort()
  })
  // Pressed as often as somebody presses who sees nothing happen.
  await worker.page.getByLabel(worker.field).fill('Did it go?')
  for (let press = 0; press < 10; press++)
    await worker.page.getByRole('button', { name: 'Send', exact: true }).click()
  all.push('Did it go?')
  await agreed(all)
  await worker.page.unroute('**/write')
  expect(lost).toBeGreaterThan(0)
})

test('the server is killed and started again while both write: nothing is lost and nothing is there twice', async () => {
  await server.kill()
  await write(worker, 'Are you there?')
  await expect.poll(() => status(worker), patient).toBe(notSent)
  await expect
    .poll(() => parent.page.locator('[data-line]').innerText(), patient)
    .toContain('You are not connected.')
  await shot(parent.page, 'bad-line-03-parent-not-connected')
  server = await startServer(place)
  all.push('Are you there?')
  await agreed(all)
  await write(parent, 'I am.')
  all.push('I am.')
  await agreed(all)
})

test('on a line as slow as 2G it goes, and comes', async () => {
  const slow = await worker.context.newCDPSession(worker.page)
  const line = { offline: false, latency: 800, downloadThroughput: 35_000, uploadThroughput: 16_000 }
  await slow.send('Network.enable')
  await slow.send('Network.emulateNetworkConditions', line)
  await write(worker, 'Slowly.')
  await write(parent, 'But surely.')
  await expect.poll(async () => (await stored()).length, { timeout: 40_000 }).toBe(all.length + 2)
  all.push(...(await stored()).slice(all.length))
  await agreed(all)
  await slow.send('Network.emulateNetworkConditions', {
    ...line,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  })
  await slow.detach()
})

test('signed out while writing: the words are kept, it is said what to do, and they are sent once one is back', async () => {
  await database.asOwner('delete from auth.session')
  await write(worker, 'Written just too late.')
  await expect.poll(() => status(worker), patient).toContain('Not sent yet: you have been signed out')
  await shot(worker.page, 'bad-line-04-signed-out')
  expect(await worker.page.locator('.ly-unsent').innerText()).toContain('Written just too late.')
  await worker.page.getByRole('link', { name: 'Go on', exact: true }).click()
  await worker.page.getByLabel('Work email address').fill(cast.amira.email ?? '')
  await worker.page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await worker.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await worker.page.getByLabel('Enter your code').fill(await nextCodeFor(secretOf(amira)))
  await worker.page.getByRole('button', { name: 'Go on', exact: true }).click()
  await expect.poll(() => new URL(worker.page.url()).pathname, patient).toBe(at)
  all.push('Written just too late.')
  await agreed(all)
})

test('signing out leaves nothing of it in the browser; what is not sent is asked about first', async () => {
  await worker.page.route('**/write', route => route.abort())
  await write(worker, 'Never mind.')
  await expect.poll(() => status(worker), patient).toBe(notSent)
  const asked: string[] = []
  worker.page.on('dialog', dialog => {
    asked.push(dialog.message())
    return dialog.accept()
  })
  await worker.page.getByRole('button', { name: 'Menu' }).click()
  await worker.page.getByRole('button', { name: 'Sign out' }).click()
  await expect
    .poll(() => worker.page.getByRole('heading', { level: 1 }).innerText(), patient)
    .toContain('signed out')
  expect(asked).toEqual(['A message of yours is not sent yet. If you sign out now, it is lost. Sign out?'])
  expect(await worker.page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0)
  expect(await stored()).toEqual(all)
})

test.each([
  ['that comes after the message was seen', 'late'],
  ['that is lost after the message was seen', 'lost'],
])('whoever writes of danger is led to help by an answer %s', async (_, how) => {
  const page = await parent.context.newPage()
  await page.addInitScript(way => {
    const real = window.fetch
    let isFirst = true
    window.fetch = async (...given) => {
      const answer = await real(...given)
      if (given[1]?.method !== 'POST' || !isFirst) return answer
      isFirst = false
      await new Promise(done => setTimeout(done, 2_000))
      if (way === 'lost') throw new TypeError('The answer is lost.')
      return answer
    }
  }, how)
  await page.goto(place.url + at.replace('/conversations/', '/family/'))
  await write({ ...parent, page }, `I want to kill myself (${how})`)
  await expect.poll(() => page.getByText(`(${how})`).count(), patient).toBe(1)
  await expect
    .poll(() => page.getByRole('heading', { level: 1 }).innerText(), patient)
    .toBe('Your message is sent')
  await page.close()
})

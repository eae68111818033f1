import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openContext, type Size, shot } from '../setup/browser.ts'
import { tellsOf } from '../setup/concern.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { makesKey } from '../setup/keys.ts'
import { readBack } from '../setup/pdf.ts'
import { type Person, signedIn, wordsOf } from '../setup/person.ts'
import { emailOf } from '../setup/sign-in.ts'

let browser: Browser
let house: TestHouse
let [ellen, dev, farid, amira, ben]: Person[] = []
beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse({ listen: true })
  const names = ['ellen', 'dev', 'farid', 'amira', 'ben'] as const
  ;[ellen, dev, farid, amira, ben] = await Promise.all(names.map(name => signedIn(house, name)))
  for (const one of [ellen, dev, farid]) await makesKey(is(one))
}, 60_000)
afterAll(async () => {
  await browser.close()
  expect(house.faults).toEqual([])
  await house.close()
})

const is = (person: Person | undefined): Person => {
  if (!person) throw new Error('nobody is signed in')
  return person
}
const headed = (page: Page, words: string) =>
  expect.poll(() => page.getByRole('heading', { level: 1 }).innerText(), { timeout: 15_000 }).toBe(words)
const narrow = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize()?.width ?? 0,
  )

/** A browser of theirs, where they are signed in already; or of nobody's. */
async function at(size: Size, who?: Person): Promise<Page> {
  const context = await openContext(browser, size)
  await context.addCookies(
    [...(who?.cookies ?? [])].map(([name, value]) => ({ name, value, url: house.url })),
  )
  const page = await context.newPage()
  if (size === 'phone') await page.setViewportSize({ width: 360, height: 780 })
  return page
}

/** What is the same for everybody, or ends a sign-in: every address is looked at in tests/invariants/kept-out.test.ts. */
const notWalked = /live|sign-out|\.\w+$|^\/(?:guidance|induction|ask|posters|log|policies\/)/

/** All that somebody can come to by following links from their home page: each page's words, by its address. */
async function everythingOf(who: Person): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>()
  const left = ['/']
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    if (seen.has(path) || notWalked.test(path)) continue
    const answer = await who.get(path)
    const html = answer.headers.get('content-type')?.startsWith('text/html') ? await answer.text() : ''
    if (html === '') await answer.body?.cancel()
    seen.set(path, html)
    for (const [, to = ''] of html.matchAll(/<a [^>]*href="(\/[^"#?]*)/g)) left.push(to)
  }
  return seen
}

/** They find nothing of it: on no page they come to, at no address of it, in no letter. */
async function findsNothing(who: Person, email: string, concern: string, words: RegExp): Promise<void> {
  const everything = await everythingOf(who)
  expect(everything.size).toBeGreaterThan(10)
  const says = (text: string) => words.test(wordsOf(text)) || text.includes(concern)
  expect([...everything].filter(([, html]) => says(html)).map(([path]) => path)).toEqual([])
  for (const path of ['', '/answer', '/decide', '/packs', '/documents', '/keeping'])
    expect([path, (await who.get(`/concerns/${concern}${path}`)).status]).toEqual([path, 404])
  expect((await who.get(`/concerns/glass/${concern}`)).status).toBe(404)
  const letters = house.mailbox.all.filter(({ to }) => to === email)
  expect(
    letters.filter(({ subject, text }) => says(`${subject} ${text}`) || /concern/i.test(subject)),
  ).toEqual([])
}

const newestConcern = async (): Promise<string> =>
  (await house.database.asOwner('select id from concern order by reported_at desc limit 1')).rows[0]?.id

test('a worker tells of a colleague from the head of the page she is on; the colleague finds nothing anywhere', async () => {
  const page = await at('phone', is(amira))
  await page.goto(`${house.url}/duties`)
  await page.getByRole('link', { name: 'I am worried about somebody' }).click()
  await headed(page, 'What are you worried about?')
  await narrow(page)
  await shot(page, 'colleague-1-gate-phone')
  await page.getByRole('link', { name: 'Something else that worries me' }).click()
  await page.getByLabel('What worries you?').fill('He gave Jamie a lift on Tuesday. Tangerine, he calls him.')
  await page.getByLabel('Which child or young person').fill('Jamie Taylor')
  await page.getByRole('radio', { name: 'Somebody who works or volunteers here' }).check()
  await page.getByText('If it is somebody who works or volunteers here').click()
  await page.getByLabel('Their name').fill('Ben Okafor')
  expect(wordsOf(await page.content())).toContain('It goes in your name, Amira')
  await narrow(page)
  await shot(page, 'colleague-2-form-phone')
  await page.setViewportSize({ width: 1280, height: 900 })
  await shot(page, 'colleague-2-form-desktop')
  await page.getByRole('button', { name: 'Send this' }).click()
  await page.getByText('We have it').waitFor()
  expect(await page.getByText('Tangerine').count()).toBe(1)
  await shot(page, 'colleague-3-told-desktop')
  await page.setViewportSize({ width: 360, height: 780 })
  await narrow(page)
  await shot(page, 'colleague-3-told-phone')
  await page.context().close()
  const concern = await newestConcern()
  expect(wordsOf(await (await is(ellen).get(`/concerns/${concern}`)).text())).toContain('Tangerine')

  const his = await at('desktop', is(ben))
  for (const path of ['/', '/duties', '/concerns', `/concerns/${concern}`, '/told']) {
    await his.goto(house.url + path)
    expect(await his.getByText(/Tangerine|a lift on Tuesday/).count()).toBe(0)
  }
  await his.goto(`${house.url}/duties`)
  expect(await his.getByText(/concern/i).count()).toBe(0)
  await shot(his, 'colleague-4-his-duties-desktop')
  await his.context().close()
  await findsNothing(is(ben), emailOf('ben'), concern, /tangerine|a lift on tuesday/i)
}, 240_000)

test('somebody without an account tells of the designated person; the head reads and answers; she and her deputy see no trace', async () => {
  const before = house.mailbox.all.filter(({ to }) => to === emailOf('dev')).length
  const page = await at('phone')
  await page.goto(`${house.url}/tell/riverside-youth`)
  await page.getByRole('link', { name: 'Something else that worries me' }).click()
  await page.getByLabel('What worries you?').fill('She laughed it off again. Clementine was crying.')
  await page.getByRole('radio', { name: 'Somebody who works or volunteers here' }).check()
  await page.getByText('If it is somebody who works or volunteers here').click()
  await page.getByLabel('Their name').fill('Ellen Fraser')
  await page
    .getByLabel('What are they here?')
    .selectOption({ label: 'The designated person, who answers for safeguarding' })
  await page.getByLabel('I do not wish to be named').check()
  await shot(page, 'about-designated-1-form-phone')
  await page.getByRole('button', { name: 'Send this' }).click()
  await page.getByText('We have it').waitFor()
  const code = (await page.locator('.ly-code').first().innerText()).trim()
  await shot(page, 'about-designated-2-told-phone')
  await page.getByRole('button', { name: 'Leave this page' }).click()
  await headed(page, 'Come back with your code')
  await page.context().close()
  const concern = await newestConcern()

  const his = await at('desktop', is(dev))
  await expect
    .poll(() => house.mailbox.all.filter(({ to }) => to === emailOf('dev')).length, { timeout: 15_000 })
    .toBeGreaterThan(before)
  await his.goto(`${house.url}/duties`)
  await his
    .getByRole('link', { name: 'Somebody told of a concern' })
    .and(his.locator(`[href*="${concern}"]`))
    .click()
  await headed(his, 'A concern')
  expect(await his.getByText('Clementine was crying').count()).toBe(1)
  await shot(his, 'about-designated-3-head-desktop')
  await his.getByRole('link', { name: 'An answer, a note or a plan' }).click()
  await his.getByRole('radio', { name: 'Whoever told of it, and those who read it' }).check()
  await his.getByLabel('What you write').fill('Thank you. The LADO has been told, and you did right.')
  await his.getByRole('button', { name: 'Keep this' }).click()
  await headed(his, 'A concern')
  await his.context().close()

  const hers = await at('desktop', is(ellen))
  for (const path of ['/duties', '/concerns', '/concerns/glass', `/concerns/${concern}`]) {
    await hers.goto(house.url + path)
    expect(await hers.locator(`[href*="${concern}"]`).count()).toBe(0)
  }
  await hers.goto(`${house.url}/concerns`)
  await shot(hers, 'about-designated-4-her-list-desktop')
  await hers.context().close()
  const words = /laughed it off|clementine/i
  // Her own letters may speak of other concerns: of this one, by its address.
  for (const who of [is(ellen), is(farid)]) {
    const everything = await everythingOf(who)
    const leaks = [...everything].filter(([, html]) => words.test(html) || html.includes(concern))
    expect(leaks.map(([path]) => path)).toEqual([])
    for (const path of [`/concerns/${concern}`, `/concerns/${concern}/answer`, `/concerns/glass/${concern}`])
      expect((await who.get(path)).status).toBe(404)
    const found = await (await who.post('/concerns/search', { find: 'clementine' })).text()
    expect(found).not.toContain(concern)
  }
  const theirs = house.mailbox.all.filter(({ to }) => to === emailOf('ellen') || to === emailOf('farid'))
  expect(theirs.filter(({ text }) => text.includes(concern))).toEqual([])

  const later = await at('phone')
  await later.goto(`${house.url}/told`)
  await later.getByLabel('Your code').fill(code.toLowerCase())
  await later.getByRole('button', { name: 'Go on' }).click()
  await later.getByText('you did right').waitFor()
  await narrow(later)
  await shot(later, 'about-designated-5-answered-phone')
  await later.context().close()
}, 240_000)

test('a designated person goes from the first look to CEOP and the LADO, what is to be done, and closing by two', async () => {
  const { id } = await tellsOf(house, is(amira), {
    words: 'He writes to her at night and asks her to meet. She showed me on Thursday.',
    who: 'Jamie Taylor',
    what_grooming: 'yes',
    about: 'worker',
    adult: 'Ben Okafor',
    web: 'https://chat.example/room moonlight99',
    device: 'Her phone, at home',
  })
  const page = await at('phone', is(ellen))
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${house.url}/duties`)
  await page
    .getByRole('link', { name: 'Somebody told of a concern' })
    .and(page.locator(`[href*="${id}"]`))
    .click()
  await headed(page, 'A concern')
  await narrow(page)
  await shot(page, 'casework-1-first-look-phone')

  await page.getByRole('link', { name: 'Make what those outside are handed' }).click()
  await headed(page, 'What to hand over')
  await narrow(page)
  await shot(page, 'casework-2-bodies-phone')
  await page.getByRole('link', { name: 'CEOP', exact: false }).first().click()
  await headed(page, 'Report to CEOP')
  expect(await page.getByLabel('What happened').inputValue()).toContain('asks her to meet')
  await page.getByLabel('Date of birth, or age').fill('13')
  await narrow(page)
  await shot(page, 'casework-3-ceop-form-phone')
  await page.getByRole('button', { name: 'Make it' }).click()
  await page.getByText('Nothing was sent: hand it over now').waitFor()
  await narrow(page)
  await shot(page, 'casework-4-ceop-pack-phone')
  await page.getByRole('button', { name: 'Copy the text' }).click()
  const pasted = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(pasted).toContain('asks her to meet')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as PDF' }).click()
  const { parts } = await readBack(new Uint8Array(await readFile(await (await coming).path())))
  const pdf = parts.map(({ text }) => text).join('\n')
  for (const text of [await pasted(), pdf]) {
    for (const known of ['Ellen Fraser', 'Jamie Taylor', '13', 'moonlight99', 'chat.example/room'])
      expect(text).toContain(known)
    // What CEOP does not take, and who told us first.
    for (const never of ['Her phone, at home', 'Amira']) expect(text).not.toContain(never)
  }

  await decidesOn(page, id, { body: 'ceop', why: 'It is online, and she is 13.', reference: 'CE-100' })
  await decidesOn(page, id, { body: 'lado', why: 'He works with her here.', reference: 'LA/2026/77' })
  await decidesOn(page, id, {
    ...{ body: 'children-services', why: 'She is not safe online.', reference: 'Priya Anand' },
  })
  await page.getByRole('link', { name: 'Link a child' }).click()
  await page.getByLabel('A child', { exact: true }).check()
  await page.getByLabel('Their full name').fill('Jamie Taylor')
  await page.getByRole('button', { name: 'Link them' }).click()
  await headed(page, 'A concern')
  await page.getByRole('link', { name: 'Mark a place on the body' }).click()
  await narrow(page)
  await page.getByLabel('12: Right lower arm').check()
  await page.getByLabel('What was seen there').fill('A round blue mark, as big as a coin.')
  await page.getByRole('button', { name: 'Keep this' }).click()
  await headed(page, 'A concern')
  await page.getByRole('link', { name: 'Something to be done' }).click()
  await page.getByLabel('What is to be done?').fill('Ask the LADO what may be said to the family.')
  await page.getByLabel('Ellen Fraser').check()
  await narrow(page)
  await shot(page, 'casework-5-action-phone')
  await page.getByRole('button', { name: 'Keep this' }).click()
  await headed(page, 'A concern')
  await page.setViewportSize({ width: 1280, height: 900 })
  await shot(page, 'casework-6-concern-desktop')
  await page.getByRole('link', { name: 'It is done' }).click()
  await page.getByRole('button', { name: 'It is done' }).click()
  await headed(page, 'A concern')
  await page.getByRole('link', { name: 'Close it' }).click()
  await headed(page, 'Close this concern')
  await page.getByLabel('Why?').fill('CEOP and the LADO have taken it over. The family knows.')
  await shot(page, 'casework-7-close-desktop')
  await page.getByRole('button', { name: 'Ask to close it' }).click()
  await headed(page, 'A concern')
  expect(await page.getByText('Asked to be closed').count()).toBe(1)

  const his = await at('desktop', is(dev))
  await his.goto(`${house.url}/concerns/${id}`)
  await headed(his, 'A concern')
  await his.getByRole('button', { name: 'Look at the closing' }).click()
  await shot(his, 'casework-8-second-person-desktop')
  await his.getByLabel('Why?').fill('I agree.')
  await his.getByRole('radio', { name: 'Close it' }).check()
  await his.getByRole('button').last().click()
  await headed(his, 'A concern')
  expect(await his.getByText('Closed', { exact: true }).count()).toBe(1)
  await shot(his, 'casework-9-closed-desktop')
  await his.context().close()
  await page.context().close()
}, 240_000)

/** Keeps a decision to refer it to a body, with why. */
async function decidesOn(
  page: Page,
  concern: string,
  { body, why, reference }: { readonly body: string; readonly why: string; readonly reference: string },
): Promise<void> {
  await page.goto(`${house.url}/concerns/${concern}`)
  await page.getByRole('link', { name: 'Keep a decision' }).click()
  await headed(page, 'Keep a decision')
  await page.getByLabel('To refer it', { exact: true }).check()
  await page.getByLabel('About which body?').selectOption(body)
  if (body === 'lado') {
    await page.getByRole('button', { name: 'Keep this decision' }).click()
    const alert = await page.getByRole('alert').first().innerText()
    expect(alert).toContain('A decision without its reason is not kept')
    await narrow(page)
  }
  await page.getByLabel('Why?').fill(why)
  await page.getByLabel('The reference number').fill(reference)
  await page.getByRole('button', { name: 'Keep this decision' }).click()
  await headed(page, 'A concern')
}

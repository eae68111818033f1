import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { HtmlValidate } from 'html-validate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pagesOf } from '../../src/app.ts'
import { channel } from '../../src/channels/index.ts'
import { newId } from '../../src/kit/ids.ts'
import { openBrowser, openContext, type Size, sizes } from '../setup/browser.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import type { Person } from '../setup/person.ts'
import { everybodyIn, type Persona, personas } from './personas.ts'
import { makeThings, realAddress, type Things } from './things.ts'
import { statusOf, whoSees } from './who-sees.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'long-title': 'off',
    'require-sri': 'off',
    'no-inline-style': 'error',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'no-trailing-whitespace': 'off',
    'tel-non-breaking': 'off',
  },
})

/** Ways out on which nobody is reached, so that there is something to see to. */
const nowhere = (['email', 'text'] as const).map(kind =>
  channel({
    kind,
    prepare: async () => undefined,
    send: async () => ({ came: 'refused', why: 'no-such-address' }),
  }),
)
const texts = {
  LANYARD_NOTIFY_KEY: `texts-${randomUUID()}-${randomUUID()}`,
  LANYARD_NOTIFY_TEMPLATE: randomUUID(),
  LANYARD_NOTIFY_CALLBACK: randomUUID(),
  // A port where nothing listens.
  LANYARD_NOTIFY_URL: 'http://127.0.0.1:9',
}

let house: TestHouse
let browser: Browser
let people: ReadonlyMap<Persona, Person>
let things: Things

beforeAll(async () => {
  house = await openHouse({
    listen: true,
    env: { LANYARD_MAIL_DOMAIN: 'messages.example', ...texts },
    channels: nowhere,
  })
  browser = await openBrowser()
  people = await everybodyIn(house)
  things = await makeThings(house)
}, 180_000)
afterAll(async () => {
  await browser.close()
  expect(house.faults).toEqual([])
  await house.close()
})

const ask = (persona: Persona, path: string) => (people.get(persona) as Person).get(path)

/** What somebody is answered; a page with its HTML. */
interface Answer {
  readonly status: number
  readonly html: string | undefined
}
const answers = new Map<string, Answer>()
/** Asked once, whichever test wants to know first: what is looked at here changes nothing that another sees. */
async function answerTo(persona: Persona, path: string): Promise<Answer> {
  const before = answers.get(`${persona} ${path}`)
  if (before) return before
  const answer = await ask(persona, path)
  const text = await answer.text()
  const found = { status: answer.status, html: isPage(answer) ? text : undefined }
  answers.set(`${persona} ${path}`, found)
  return found
}
/** While one works on a few pages: the beginning of their addresses. The whole sweep is what counts. */
const only = process.env.LANYARD_SWEEP ?? '/'
const isLookedAt = (pattern: string) => pattern.startsWith(only) && !pattern.endsWith('/live')
/** Every address but the streams, which have no end: those are looked at in the journeys. */
const pages = () =>
  pagesOf(house.house).flatMap(({ address }) => (isLookedAt(address.pattern) ? [address] : []))
const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
const isPage = (answer: Response) => (answer.headers.get('content-type') ?? '').startsWith('text/html')

test('the table says of every address who sees it, and of no other', () => {
  expect(Object.keys(whoSees).filter(isLookedAt).sort()).toEqual(
    pages()
      .map(({ pattern }) => pattern)
      .sort(),
  )
})

test('every address answers every persona as the table says, with valid pages and no fault', async () => {
  const wrong: string[] = []
  const looked = new Set<string>()
  for (const { pattern, opens } of pages()) {
    for (const persona of personas) {
      const where = `${pattern} as ${persona}`
      const { status, html } = await answerTo(persona, realAddress(pattern, things))
      if (status !== statusOf(pattern, opens, persona)) wrong.push(`${where}: ${status}`)
      if (html === undefined) continue
      if (!/<title>[^<]+ – Lanyard<\/title>/.test(html)) wrong.push(`${where}: no title`)
      if (!html.includes('Get help now')) wrong.push(`${where}: no way to help`)
      if (!/<a [^>]*href="\/tell[^>]*>I am worried about somebody</.test(html))
        wrong.push(`${where}: no way to say that one is worried`)
      if (html.length > 100_000) wrong.push(`${where}: ${html.length} bytes`)
      if (status === 404 && /Jamie|Sam Taylor|@/.test(mainOf(html)))
        wrong.push(`${where}: personal data on a page for what is missing`)
      if (looked.has(html)) continue
      looked.add(html)
      const report = await validator.validateString(html)
      for (const result of report.results)
        for (const { ruleId, message } of result.messages) wrong.push(`${where}: ${ruleId} ${message}`)
    }
  }
  expect([...new Set(wrong)]).toEqual([])
}, 300_000)

test('no page leads its reader to a page that is not there for them', async () => {
  const wrong: string[] = []
  for (const persona of personas) {
    const followed = new Set<string>()
    for (const { pattern } of pages()) {
      const { status, html } = await answerTo(persona, realAddress(pattern, things))
      if (status !== 200 || html === undefined) continue
      for (const [, link = ''] of html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
        const to = link.replaceAll('&amp;', '&')
        if (followed.has(to)) continue
        followed.add(to)
        const there = await answerTo(persona, to)
        if (there.status >= 400)
          wrong.push(`${persona}: ${pattern} leads to ${to}, which answers ${there.status}`)
      }
    }
  }
  expect(wrong).toEqual([])
}, 300_000)

test('missing and forbidden cannot be told apart', async () => {
  const at = async (id: string) => (await ask('ben', `/conversations/${id}`)).text()
  const forbidden = await at(things.conversation)
  const missing = await at(newId())
  const nonsense = await at('nonsense')
  expect(forbidden).toBe(missing)
  expect(nonsense).toBe(missing)
})

/** A page without its words and where its links lead, so that axe looks once at what several people see alike. */
const shapeOf = (html: string) =>
  mainOf(html)
    .replace(/ (?:value|href|action|datetime)="[^"]*"|[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
    .replace(/>[^<]*[^<\s][^<]*</g, '>words<')

test('every page, as whoever it opens to, passes axe at desktop and at phone width', async () => {
  const seen = new Set<string>()
  const wrong: string[] = []
  for (const persona of personas) {
    const { cookies } = people.get(persona) as Person
    const context = await openContext(browser, 'desktop')
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: house.url })))
    // By the browser's own tools, which a page's content security policy does not govern; read once, and not for each page.
    await context.addInitScript(axe)
    const page = await context.newPage()
    const become = await resizer(page)
    for (const { pattern } of pages()) {
      const path = realAddress(pattern, things)
      const { status, html } = await answerTo(persona, path)
      if (html === undefined) continue
      const shape = shapeOf(html)
      // The home page is looked at for everybody: it is where each role's strap and navigation are.
      if ((status !== 200 && status !== 404) || (path !== '/' && seen.has(shape))) continue
      seen.add(shape)
      await become('desktop')
      await page.goto(house.url + path, { waitUntil: 'domcontentloaded' })
      for (const size of ['desktop', 'phone'] as const) {
        await become(size)
        wrong.push(...(await violations(page)).map(one => `${persona}: ${path} at ${size} width: ${one}`))
      }
    }
    await context.close()
  }
  expect(wrong).toEqual([])
  // One page at least for each that has a page of its own.
  expect(seen.size).toBeGreaterThan(only === '/' ? 60 : 0)
}, 900_000)

/** Gives a page that is open the width of another device, as turning to one in the browser's own tools does. */
async function resizer(page: Page): Promise<(size: Size) => Promise<void>> {
  const tools = await page.context().newCDPSession(page)
  return async size => {
    const { viewport, ...device } = sizes[size]
    await tools.send('Emulation.setDeviceMetricsOverride', {
      ...viewport,
      deviceScaleFactor: 'deviceScaleFactor' in device ? device.deviceScaleFactor : 1,
      mobile: 'isMobile' in device,
    })
  }
}

async function violations(page: Page): Promise<string[]> {
  const sideways = await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth + 1',
  )
  const found = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', ')))`,
  )) as string[]
  return sideways ? [...found, 'scrolls sideways'] : found
}

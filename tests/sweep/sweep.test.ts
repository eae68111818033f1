import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { HtmlValidate } from 'html-validate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pagesOf } from '../../src/app.ts'
import { acceptableUse, type CastName, cast } from '../../src/demo/index.ts'
import { newId } from '../../src/kit/ids.ts'
import type { Opens } from '../../src/screens/index.ts'
import { openBrowser, openContext, type Size } from '../setup/browser.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { hiddenOn, Person, signedIn } from '../setup/person.ts'

type Persona = 'nobody' | 'sam' | CastName
const staff: readonly CastName[] = [
  'amira',
  'ben',
  'carys',
  'dev',
  'ellen',
  'farid',
  'grace',
  'helen',
  'joan',
]
const personas: readonly Persona[] = ['nobody', 'sam', ...staff]
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

let house: TestHouse
let browser: Browser
const people = new Map<Persona, Person>()
/** Real things for the names in addresses, so that the pages show something. */
const names = new Map<string, string>()

beforeAll(async () => {
  house = await openHouse({ listen: true })
  browser = await openBrowser()
  for (const name of staff) people.set(name, await signedIn(house, name))
  people.set('nobody', new Person(house))
  people.set('sam', await aConversation())
})
afterAll(async () => {
  await browser.close()
  expect(house.faults).toEqual([])
  expect((await house.verify()).problems).toEqual([])
  await house.close()
})

/** Amira writes to Jamie and Sam, and Sam comes in by the link. */
async function aConversation(): Promise<Person> {
  const amira = people.get('amira') as Person
  const at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  await amira.go(`${at}/write`, {
    body: 'We meet at 4pm.',
    key: hiddenOn(await (await amira.get(at)).text(), 'key'),
  })
  const letter = await house.mailbox.next(cast.sam.email ?? '', /\/f\//)
  const path = new URL(/https?:\S+/.exec(letter.text)?.[0] ?? '').pathname
  const sam = new Person(house)
  await sam.post(path, { step: 'send' })
  const code = await house.mailbox.next(cast.sam.email ?? '', /Your code is/)
  await sam.go(path, { code: /\d{6}/.exec(code.text)?.[0] ?? '' })
  await house.sequence()
  const signed = await (await amira.get(`/policies/${acceptableUse.riverside}/signed`)).text()
  names.set(':conversation', at.split('/').at(-1) ?? '')
  names.set(':policy', acceptableUse.riverside)
  names.set(':number', '1')
  names.set(':person', cast.ben.id)
  names.set(':entry', /\/receipts\/([0-9a-f-]{36})/.exec(signed)?.[1] ?? '')
  names.set(':token', path.split('/').at(-1) ?? '')
  names.set(':agency', 'riverside-youth')
  names.set(':way', 'phones')
  names.set(':case', '2')
  names.set(':topic', 'concerns')
  names.set(':note', 'lado')
  names.set(':statement', 'REP-4')
  names.set(':section', 'phones')
  names.set(':tile{.+}', '0/000.p/10')
  names.set(':kind', 'staff')
  names.set(':import', await anImport())
  return sam
}

/** Grace uploads a file with something wrong in it. */
async function anImport(): Promise<string> {
  const file = new File(
    ['Name,Email,Role\nJo Nash,jo@,Worker\nAl Nash,al@nash.example,Volunteer\n'],
    'staff.csv',
  )
  const answer = await (people.get('grace') as Person).upload('/people/import/staff', 'file', file)
  return answer.headers.get('location')?.split('/').at(-1) ?? ''
}

const addressOf = (pattern: string): string => {
  let path = pattern
  for (const [name, value] of names) path = path.replace(name, value)
  return path
}

/** What a visitor is answered by the address's own word, before any one thing's access is asked. */
function expected(persona: Persona, opens: Opens): readonly number[] {
  const isStaff = persona !== 'nobody' && persona !== 'sam'
  if (opens === 'anyone') return [200, 303, 404]
  if (opens === 'family') return persona === 'sam' ? [200, 404] : [303]
  if (!isStaff) return [303]
  if (opens === 'entering' || opens === 'choosing' || opens === 'before-signing' || opens === 'staff')
    return [200, 303, 404]
  const roles: readonly string[] = cast[persona].roles
  return opens.some(role => roles.includes(role)) ? [200, 404] : [404]
}

const pages = () => pagesOf(house.house).map(({ address }) => address)
// Its page is one step of a ladder that these personas have climbed: the journeys go up it.
const onlyOnTheWayIn = new Set(['/sign-in/set-up'])
const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
const isPage = (answer: Response) => (answer.headers.get('content-type') ?? '').startsWith('text/html')

test('every address answers every persona as it says, with valid pages and no fault', async () => {
  const wrong: string[] = []
  let asked = 0
  for (const address of pages()) {
    if (address.pattern.endsWith('/live') || onlyOnTheWayIn.has(address.pattern)) continue
    for (const persona of personas) {
      const answer = await (people.get(persona) as Person).get(addressOf(address.pattern))
      asked++
      const where = `${address.pattern} as ${persona}`
      if (!expected(persona, address.opens).includes(answer.status)) wrong.push(`${where}: ${answer.status}`)
      const html = await answer.text()
      if (!isPage(answer)) continue
      if (!/<title>[^<]+ – Lanyard<\/title>/.test(html)) wrong.push(`${where}: no title`)
      if (!html.includes('Get help now')) wrong.push(`${where}: no way to help`)
      if (html.length > 100_000) wrong.push(`${where}: ${html.length} bytes`)
      if (answer.status === 404 && /Jamie|Sam Taylor|@/.test(mainOf(html)))
        wrong.push(`${where}: personal data on a page for what is missing`)
      const report = await validator.validateString(html)
      for (const result of report.results)
        for (const { ruleId, message } of result.messages) wrong.push(`${where}: ${ruleId} ${message}`)
    }
  }
  expect([...new Set(wrong)]).toEqual([])
  expect(asked).toBeGreaterThan(250)
})

test('missing and forbidden cannot be told apart', async () => {
  const ben = people.get('ben') as Person
  const forbidden = await (await ben.get(`/conversations/${names.get(':conversation')}`)).text()
  const missing = await (await ben.get(`/conversations/${newId()}`)).text()
  const nonsense = await (await ben.get('/conversations/nonsense')).text()
  expect(forbidden).toBe(missing)
  expect(nonsense).toBe(missing)
})

/** A page without what differs from reading to reading, so that axe looks once at what several people see alike. */
const shapeOf = (html: string) => mainOf(html).replace(/[0-9a-f]{8}-[0-9a-f-]{27}|value="[^"]*"/g, '')

test.each<Size>(['desktop', 'phone'])(
  'every page, as whoever it opens to, passes axe at %s width',
  async size => {
    const seen = new Set<string>()
    const wrong: string[] = []
    for (const persona of personas) {
      const person = people.get(persona) as Person
      const context = await openContext(browser, size)
      await context.addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: house.url })))
      const page = await context.newPage()
      for (const address of pages()) {
        if (address.pattern.endsWith('/live') || onlyOnTheWayIn.has(address.pattern)) continue
        const path = addressOf(address.pattern)
        const answer = await person.get(path)
        if (!isPage(answer)) continue
        const shape = shapeOf(await answer.text())
        // The home page is looked at for everybody: it is where each role's strap and navigation are.
        if ((answer.status !== 200 && answer.status !== 404) || (path !== '/' && seen.has(shape))) continue
        seen.add(shape)
        wrong.push(...(await violations(page, path)).map(one => `${persona}: ${one}`))
      }
      await context.close()
    }
    expect(wrong).toEqual([])
    expect(seen.size).toBeGreaterThan(25)
  },
)

async function violations(page: Page, path: string): Promise<string[]> {
  await page.goto(house.url + path, { waitUntil: 'domcontentloaded' })
  const sideways = await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth + 1',
  )
  // Run as a script of the browser's own tools, which the page's content security policy does not govern.
  await page.evaluate(axe)
  const found = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', ')))`,
  )) as string[]
  return [...found.map(one => `${path}: ${one}`), ...(sideways ? [`${path}: scrolls sideways`] : [])]
}

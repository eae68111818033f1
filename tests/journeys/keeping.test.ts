import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { allKept } from '../../src/kept.ts'
import { days, later } from '../../src/kit/clock.ts'
import { retentionJobs } from '../../src/retention/index.ts'
import { openBrowser, openContext, type Size, shot } from '../setup/browser.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { type Person, signedIn } from '../setup/person.ts'

let browser: Browser
let house: TestHouse
const notices: string[] = []
const people = new Map<string, Person>()
/** Amira writes two and a half years ago; the others come in today. */
let now = later(new Date(), -days(912))
beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse({ listen: true, clock: () => now })
  const amira = await signedIn(house, 'amira')
  const group = await amira.go('/notices/groups/new', { name: 'Thursday', who: `child:${cast.jamie.id}` })
  for (const subject of ['Half term', 'The trip', 'Summer']) {
    const said = { reaches: 'parents', subject, body: 'The hall is closed.', key: crypto.randomUUID() }
    notices.push(await amira.go(`${group}/write`, said))
  }
  now = new Date()
  for (const name of ['dev', 'ellen', 'grace'] as const) people.set(name, await signedIn(house, name))
})
afterAll(async () => {
  await browser.close()
  expect(house.faults).toEqual([])
  await house.close()
})

/** A page of somebody's who is in already. */
async function pageOf(name: string, size: Size): Promise<Page> {
  const context = await openContext(browser, size)
  const { cookies = new Map<string, string>() } = people.get(name) ?? {}
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: house.url })))
  return context.newPage()
}

test.each<Size>(['phone', 'desktop'])(
  'at %s width a hold keeps what is due, somebody is refused its erasing, and it is lifted and erased',
  async size => {
    const [senior, designated, administrator] = [
      await pageOf('dev', size),
      await pageOf('ellen', size),
      await pageOf('grace', size),
    ]
    const look = (page: Page, name: string) => shot(page, `${size}-keeping-${name}`)
    await administrator.goto(`${house.url}/keeping`)
    await administrator.getByText(/notices? will be erased/).waitFor()
    await look(administrator, '1-foretold')
    await administrator.getByRole('link', { name: 'Notices to groups' }).click()
    await administrator.getByLabel('How many months').fill('60')
    await administrator.getByRole('button', { name: 'See what would change' }).click()
    await administrator.getByText('no notices would be erased').waitFor()
    await look(administrator, '2-effect')

    await senior.goto(`${house.url}/holds`)
    await senior.getByRole('searchbox').fill('Sam T')
    await senior.getByRole('button', { name: 'Find' }).click()
    await look(senior, '3-find')
    await senior.getByRole('link', { name: 'Sam Taylor, parent or carer' }).click()
    await senior.getByLabel('Why it must be kept').fill('A complaint is being looked into.')
    await look(senior, '4-hold')
    await senior.getByRole('button', { name: 'Put the hold on' }).click()
    await senior.getByText('The hold stands').waitFor()
    await look(senior, '5-stands')

    const notice = notices[size === 'phone' ? 0 : 1] ?? ''
    await designated.goto(`${house.url}${notice}`)
    await designated.getByRole('link', { name: 'Erase this notice' }).click()
    await designated.getByLabel('Why it must go').fill('Article 17')
    await designated.getByLabel('I have checked').check()
    await look(designated, '6-erase')
    await designated.getByRole('button', { name: 'Erase it' }).click()
    await designated.getByText('Ask Dev Mehta, who put a hold on it').first().waitFor()
    await look(designated, '7-refused')

    await senior.getByRole('button', { name: 'Lift this hold' }).click()
    await senior.getByLabel('Why it need not be kept any more').fill('It is settled.')
    await look(senior, '8-lift')
    await senior.getByRole('button', { name: 'Lift the hold' }).click()
    await senior.getByText('The hold is lifted').waitFor()
    await designated.getByRole('button', { name: 'Erase it' }).click()
    await designated.getByText('It is erased').waitFor()
    await look(designated, '9-erased')
  },
)

test('the night erases the rest, and its page says so', async () => {
  await retentionJobs(house.house.ground, allKept)['erase-what-is-due']()
  const page = await pageOf('grace', 'desktop')
  await page.goto(`${house.url}/keeping`)
  await page.getByText('What was erased in the last 30 days').waitFor()
  await page.getByText('1 notice', { exact: true }).waitFor()
  await shot(page, 'desktop-keeping-10-nights')
})

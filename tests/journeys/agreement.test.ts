import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { openBrowser, openContext, type Size, shot } from '../setup/browser.ts'
import { comesIn } from '../setup/family.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { type Person, signedIn } from '../setup/person.ts'

let browser: Browser
let house: TestHouse
const people = new Map<string, Person>()
beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse({ listen: true })
  const amira = await signedIn(house, 'amira')
  const at = await amira.go('/conversations/new', {
    whom: `child:${cast.jamie.id}`,
    subject: 'Thursday’s trip',
  })
  await amira.go(`${at}/write`, { body: 'We meet at the gate at 4pm.', key: crypto.randomUUID() })
  for (const name of ['sam', 'jamie'] as const) people.set(name, await comesIn(house, name))
  for (const name of ['amira', 'carys', 'dev', 'ellen'] as const)
    people.set(name, await signedIn(house, name))
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
  'at %s width a parent takes back their agreement and gives it again, and what the child writes meanwhile is heard',
  async size => {
    const [worker, parent, child, designated] = await Promise.all(
      ['amira', 'sam', 'jamie', 'ellen'].map(name => pageOf(name, size)),
    )
    if (!worker || !parent || !child || !designated) throw new Error('four pages')
    const look = (page: Page, name: string) => shot(page, `${size}-agreement-${name}`)
    await worker.goto(`${house.url}/people/${cast.jamie.id}`)
    await look(worker, '1-child')
    await worker.getByRole('link', { name: 'Ask for agreement, or read what was said' }).click()
    await look(worker, '2-agreed')
    await worker.getByRole('button', { name: 'Ask Sam Taylor' }).click()
    await look(worker, '3-ask')
    await worker.getByRole('button', { name: 'Ask', exact: true }).click()
    await worker.getByText('will be sent a link').waitFor()

    await parent.goto(`${house.url}/family`)
    await parent.getByRole('link', { name: 'How we may be in touch: say yes or no' }).click()
    await look(parent, '4-family')
    await parent.getByRole('link', { name: /^(Answer what was asked|Change)/ }).click()
    await look(parent, '5-boxes')
    await parent.getByLabel('Messages on our own page').uncheck()
    await parent.getByRole('button', { name: 'Save' }).click()
    await parent.getByText('Saved.').waitFor()
    await look(parent, '6-no')

    await worker.goto(`${house.url}/conversations`)
    await worker.getByRole('link', { name: 'Thursday’s trip' }).click()
    await worker.getByText('Closed for now.').waitFor()
    await look(worker, '7-closed')

    await child.goto(`${house.url}/family`)
    await child.getByRole('link', { name: 'Thursday’s trip' }).click()
    await look(child, '8-child')
    await child.getByLabel('For those who answer for it').fill('I need to tell somebody something.')
    await child.getByRole('button', { name: 'Send' }).click()
    await child.getByText('Your words are kept').first().waitFor()
    await look(child, '9-kept')

    await designated.goto(`${house.url}/duties`)
    await designated
      .getByRole('link', { name: 'Somebody wrote where it could not go. Read it' })
      .first()
      .click()
    await designated.getByText('I need to tell somebody something.').waitFor()
    await look(designated, '10-read')
    await designated.getByLabel('What you did about it').fill('Called Sam, and saw Jamie at the club.')
    await designated.getByRole('button', { name: 'It is dealt with' }).click()
    await designated.getByText('Kept: what you did about it').waitFor()

    await parent.getByRole('link', { name: /^Change/ }).click()
    await parent.getByLabel('Messages on our own page').check()
    await parent.getByRole('button', { name: 'Save' }).click()
    await parent.getByText('Saved.').waitFor()
    await worker.reload()
    await worker.getByLabel('Your message').fill('Good to have you back.')
    await worker.getByRole('button', { name: 'Send' }).click()
    await worker.getByText('Good to have you back.').first().waitFor()
  },
)

test.each<Size>(['phone', 'desktop'])(
  'at %s width a manager says that they are away, the conversation pauses, and another adult is put in',
  async size => {
    const [manager, senior, worker] = await Promise.all(
      ['carys', 'dev', 'amira'].map(name => pageOf(name, size)),
    )
    if (!manager || !senior || !worker) throw new Error('three pages')
    const look = (page: Page, name: string) => shot(page, `${size}-away-${name}`)
    const jamie = people.get('jamie')
    const key = crypto.randomUUID()
    const at = await jamie?.go('/family/new', { to: cast.amira.id, body: 'Can I ask you?', key })
    const conversation = `${house.url}${at?.replace('/family/', '/conversations/')}`

    await manager.goto(`${house.url}/account`)
    await manager.getByRole('link', { name: 'Say when you are away' }).click()
    await look(manager, '1-away')
    await manager.getByRole('button', { name: 'Keep these days' }).click()
    await manager.getByText('Carys Powell is away').waitFor()
    await look(manager, '2-person')
    await worker.goto(conversation)
    await worker.getByText('Paused since').waitFor()
    await look(worker, '3-paused')
    await senior.goto(`${house.url}/duties`)
    await senior
      .getByRole('link', { name: /has paused/ })
      .first()
      .click()
    await look(senior, '4-put-in')
    await senior.getByLabel('Who is put in').selectOption({ label: 'Ellen Fraser, designated person' })
    await senior.getByRole('button', { name: 'Put them in' }).click()
    await worker.reload()
    await worker.getByLabel('Your message').waitFor()
    await look(worker, '5-goes-on')
    await manager.getByRole('button', { name: 'Say when they are away' }).click()
    await manager.getByRole('link', { name: /I am back/ }).click()
    await look(manager, '6-back')
    await manager.getByRole('button', { name: 'I am back' }).click()
    await manager.getByText('no longer entered as away').waitFor()
  },
)

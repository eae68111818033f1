import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { openBrowser, openContext, type Size, shot } from '../setup/browser.ts'
import { setUpSecondStep, signInOnPage } from '../setup/browser-sign-in.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { understandsOnPage } from '../setup/sign.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe.each<Size>(['desktop', 'phone'])('at %s width', size => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openHouse({ listen: true })
  })
  afterAll(() => house.close({ altered: true }))

  test('invited, signed, written to, answered, overseen, on the record', async () => {
    const newPage = async () => (await openContext(browser, size)).newPage()
    const look = (page: Page, name: string) => shot(page, `${size}-${name}`)

    // An administrator invites a new worker.
    const admin = await newPage()
    await signInOnPage(admin, house.url, 'grace')
    await admin.goto(`${house.url}/people/invite`)
    await admin.getByLabel('Their name').fill('Zara Quinn')
    await admin.getByLabel('Their work email address').fill('zara.quinn@riverside-youth.example')
    await admin.getByLabel('What they do here').selectOption({ label: 'Worker' })
    await admin.getByLabel('Who they answer to').selectOption({ label: 'Carys Powell' })
    await look(admin, '01-invite')
    await admin.getByRole('button', { name: 'Send the invitation' }).click()
    await expect.poll(() => admin.getByRole('heading', { level: 1 }).innerText()).toBe('People')
    await look(admin, '02-people')

    // The new worker opens the mailed link, chooses a password, sets up the second step.
    const letter = await house.mailbox.next('zara.quinn@riverside-youth.example', /invitation/)
    const worker = await newPage()
    await worker.goto(/https?:\S+/.exec(letter.text)?.[0] ?? '')
    await look(worker, '03-invitation')
    await worker.getByLabel('Choose a password').fill('marmalade tunnel kite')
    await worker.getByRole('button', { name: 'Go on' }).click()
    await look(worker, '04-second-step')
    await setUpSecondStep(worker)

    // Only the policy is open.
    expect(await worker.getByRole('heading', { level: 1 }).innerText()).toBe(
      'Read and sign: Acceptable use policy',
    )
    await worker.goto(`${house.url}/conversations`)
    expect(await worker.getByRole('heading', { level: 1 }).innerText()).toBe(
      'Read and sign: Acceptable use policy',
    )
    await look(worker, '05-policy')
    await understandsOnPage(worker, name => look(worker, `05-${name}`))
    await worker.getByRole('button', { name: 'Sign the policy' }).click()
    await worker.getByRole('link', { name: /Tick the box/ }).click()
    await look(worker, '06-policy-unticked')
    await worker.getByLabel('I have read this policy and will keep to it').check()
    await worker.getByRole('button', { name: 'Sign the policy' }).click()
    expect(await worker.getByRole('heading', { level: 1 }).innerText()).toBe('You have signed')
    await look(worker, '07-signed')
    await house.sequence()
    await worker.getByRole('link', { name: 'receipt', exact: true }).click()
    await expect.poll(() => worker.getByRole('img', { name: /The receipt as a QR code/ }).count()).toBe(1)
    await look(worker, '08-receipt')
    await worker.goto(house.url)
    expect(await worker.getByRole('heading', { level: 1 }).innerText()).toBe('Hello Zara')
    await look(worker, '09-home')

    // Amira, who works with Jamie, opens a conversation with the child and the parent: her manager is in it by itself.
    const amira = await newPage()
    await signInOnPage(amira, house.url, 'amira')
    await amira.getByRole('link', { name: 'Message a child or family' }).click()
    await amira.getByLabel('Jamie Taylor, with Sam Taylor').check()
    await amira.getByLabel('What it is about').fill('Thursday’s trip')
    await look(amira, '10-open')
    await amira.getByRole('button', { name: 'Open the conversation' }).click()
    await amira.getByText('Who is here: 4 people').click()
    expect(await amira.getByText('Carys Powell').innerText()).toContain('second adult')

    // A personal number is stopped, with the rule, and nothing is lost.
    await amira.getByLabel('Your message').fill('Any trouble, call me on 07700 900 876')
    await amira.getByRole('button', { name: 'Send' }).click()
    expect(await amira.getByRole('alert').innerText()).toMatch(
      /a telephone number that is not your organisation’s.*team number.*GEN-INAPP-1/s,
    )
    expect(await amira.getByLabel('Your message').inputValue()).toBe('Any trouble, call me on 07700 900 876')
    await look(amira, '11-stopped')
    await amira
      .getByLabel('Your message')
      .fill('We meet at 4pm at the club. Any trouble, call the team on 020 7946 0200')
    await amira.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => amira.locator('[role=log] .ly-message').count()).toBe(1)

    // The parent opens the mailed link, enters the code, answers; it appears on Amira's page by itself.
    const link = await house.mailbox.next(cast.sam.email ?? '', /\/f\//)
    const parent = await newPage()
    await parent.goto(/https?:\S+/.exec(link.text)?.[0] ?? '')
    await look(parent, '12-parent-link')
    await parent.getByRole('button', { name: 'Send me a code' }).click()
    const code = await house.mailbox.next(cast.sam.email ?? '', /Your code is/)
    await parent.getByLabel('Enter the code').fill(/\d{6}/.exec(code.text)?.[0] ?? '')
    await look(parent, '13-parent-code')
    await parent.getByRole('button', { name: 'Read my messages' }).click()
    await look(parent, '14-parent-list')
    await parent.getByRole('link', { name: 'Thursday’s trip' }).click()
    await parent.getByLabel('Your answer').fill('Thank you. Jamie will be there.')
    await look(parent, '15-parent-conversation')
    await parent.getByRole('button', { name: 'Send' }).click()
    await expect
      .poll(() => amira.getByText('Thank you. Jamie will be there.').count(), { timeout: 10_000 })
      .toBe(1)
    await look(amira, '16-live')

    // Dev, the senior manager above them, reads it; that he did is an entry.
    const manager = await newPage()
    await signInOnPage(manager, house.url, 'dev')
    await manager.goto(`${house.url}/conversations/team`)
    await look(manager, '17-team')
    await manager.getByRole('link', { name: 'Thursday’s trip' }).click()
    expect(await manager.getByText('You are reading this as a manager').count()).toBe(1)
    await look(manager, '18-oversight')
    const database = new pg.Client({ connectionString: house.database.ownerUrl })
    await database.connect()
    const read = await database.query(
      `select 1 from entry where event = 'conversation.read' and person_id = $1`,
      [cast.dev.id],
    )
    expect(read.rowCount).toBeGreaterThan(0)

    // The record verifies; one altered row, and verification names it.
    expect((await house.verify()).problems).toEqual([])
    const altered = await database.query(
      `update message set body = 'We never met' where body like 'Thank you%' returning entry_id`,
    )
    const { problems } = await house.verify()
    expect(problems.map(problem => problem.entryId)).toContain(altered.rows[0].entry_id)
    expect(problems[0]?.what).toMatch(/message/)
    await database.end()
    expect(house.faults).toEqual([])
  })
})

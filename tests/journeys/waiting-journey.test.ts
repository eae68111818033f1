import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { openBrowser, openContext, type Size, shot } from '../setup/browser.ts'
import { signInOnPage } from '../setup/browser-sign-in.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const headingOf = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()

describe.each<Size>(['desktop', 'phone'])('at %s width', size => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openHouse({ listen: true })
  })
  afterAll(async () => {
    expect(house.faults).toEqual([])
    await house.close()
  })

  test('held, sent back, asked about, masked, answered with help, and outside the hours', async () => {
    const newPage = async () => (await openContext(browser, size)).newPage()
    const look = (page: Page, name: string) => shot(page, `${size}-${name}`)
    const [amira, carys, ellen] = [await newPage(), await newPage(), await newPage()]
    await signInOnPage(amira, house.url, 'amira')
    await signInOnPage(carys, house.url, 'carys')
    await signInOnPage(ellen, house.url, 'ellen')

    // Amira writes what is held.
    await amira.goto(`${house.url}/conversations/new`)
    await amira.getByLabel('Jamie Taylor, with Sam Taylor').check()
    await amira.getByLabel('What it is about').fill('Thursday’s trip')
    await amira.getByRole('button', { name: 'Open the conversation' }).click()
    const at = amira.url().split('#')[0] ?? ''
    await amira.getByLabel('Your message').fill('This is our secret, do not tell your mum.')
    await amira.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => amira.getByText('Your message that waits').count()).toBe(1)
    await look(amira, '01-held')

    // Her manager finds it, and sends it back with a word.
    await carys.goto(`${house.url}/conversations`)
    await carys.getByRole('button', { name: 'What waits for you' }).click()
    await look(carys, '02-what-waits')
    await carys.getByRole('link', { name: /Amira Haddad, in/ }).click()
    await look(carys, '03-decide')
    await carys.getByLabel('Send it back').check()
    await carys.getByLabel('A word with it').fill('no')
    await carys.getByRole('button', { name: 'Save my decision' }).click()
    expect(await carys.getByLabel('A word with it').inputValue()).toBe('no')
    await look(carys, '04-say-why')
    await carys.getByLabel('A word with it').fill('We keep no secrets with children. Say what you mean.')
    await carys.getByRole('button', { name: 'Save my decision' }).click()
    await expect.poll(() => headingOf(carys)).toBe('It was sent back')
    await look(carys, '05-sent-back')
    await amira.goto(`${house.url}/duties`)
    await amira.getByRole('link', { name: /A message was not sent/ }).click()
    await look(amira, '06-came-back')

    // She writes it anew, and is asked about it; nothing is lost.
    await amira.getByLabel('Your message').fill('What is your phone number?')
    await amira.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => headingOf(amira)).toBe('Your message was not sent')
    expect(await amira.getByLabel('Your message').inputValue()).toBe('What is your phone number?')
    await look(amira, '07-asked-about')
    await amira.getByLabel('Why it is to go as it is').fill('The office lost it and asked me to get it')
    await amira.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => amira.locator('[role=log] .ly-message').count()).toBe(1)
    await carys.goto(`${house.url}/conversations/waiting`)
    await carys.getByRole('link', { name: 'Look at a message that was marked for you' }).click()
    await look(carys, '08-looked-at')

    // Jamie answers with a number, which the staff do not see; then with what is shown help.
    const jamie = await newPage()
    const link = await house.mailbox.next(cast.jamie.email ?? '', /\/f\//)
    await jamie.goto(/https?:\S+/.exec(link.text)?.[0] ?? '')
    await jamie.getByRole('button', { name: 'Send me a code' }).click()
    const code = await house.mailbox.next(cast.jamie.email ?? '', /Your code is/)
    await jamie.getByLabel('Enter the code').fill(/\d{6}/.exec(code.text)?.[0] ?? '')
    await jamie.getByRole('button', { name: 'Read my messages' }).click()
    await jamie.getByRole('link', { name: 'Thursday’s trip' }).click()
    await jamie.getByLabel('Your answer').fill('It is 07700 900321')
    await jamie.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => jamie.getByText('It is 07700 900321').count()).toBe(1)
    // What is being sent stands on the sender's page before it is stored.
    await expect
      .poll(async () => {
        await amira.goto(at)
        return await amira.getByText('It is [a phone number: ask your manager]').count()
      })
      .toBe(1)
    await look(amira, '09-masked')
    await carys.goto(at)
    await carys.getByRole('link', { name: /See what is masked/ }).click()
    await look(carys, '10-details')
    await carys.getByLabel('Why it is opened').fill('They missed the coach and do not answer')
    await carys.getByRole('button', { name: 'Open it' }).click()
    await expect.poll(() => carys.getByText('It is 07700 900321').count()).toBe(1)
    await look(carys, '11-details-open')
    await jamie.getByLabel('Your answer').fill('I want to kill myself')
    await jamie.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => headingOf(jamie)).toBe('Your message is sent')
    await look(jamie, '12-help')
    await ellen.goto(`${house.url}/duties`)
    await ellen.getByRole('link', { name: /Somebody may be in danger/ }).click()
    await look(ellen, '13-danger')
    await ellen.getByLabel('What you did, or are doing').fill('Called the family, and social care.')
    await ellen.getByRole('button', { name: 'Save what I did' }).click()
    await look(ellen, '14-danger-done')

    // Outside the hours: every day but this one and the next is closed.
    const admin = await newPage()
    await signInOnPage(admin, house.url, 'grace')
    await admin.goto(`${house.url}/organisation/hours`)
    await admin.getByLabel('In these hours').check()
    const weekday = days[(new Date().getDay() + 3) % 7] ?? 'monday'
    await admin.getByLabel(weekday, { exact: false }).first().fill('nine')
    await admin.getByRole('button', { name: 'Save' }).click()
    await look(admin, '15-hours-wrong')
    await admin.getByLabel(weekday, { exact: false }).first().fill('9am to 5:30pm')
    await admin.getByLabel('Days on which we are closed').fill('25 December 2026 Christmas Day')
    await admin.getByRole('button', { name: 'Save' }).click()
    await look(admin, '16-names-and-numbers')
    await amira.goto(at)
    await amira.getByLabel('Your message').fill('Bring your boots')
    await amira.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => amira.getByText(/It goes on .* at 9am/).count()).toBe(1)
    await look(amira, '17-waits-for-hours')
    await amira.getByRole('link', { name: /Withdraw it, or see more/ }).click()
    await look(amira, '18-withdraw')
    await jamie.goto(at.replace('/conversations/', '/family/'))
    await look(jamie, '19-family-outside-hours')
    await carys.goto(amira.url())
    await look(carys, '20-decide-outside-hours')
  })
})

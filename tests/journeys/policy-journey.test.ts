import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import jsqr from 'jsqr'
import type { Browser, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptableUse, type CastName } from '../../src/demo/index.ts'
import { openBrowser, openContext, type Size, shot } from '../setup/browser.ts'
import { signInOnPage } from '../setup/browser-sign-in.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { understandsOnPage } from '../setup/sign.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()
/** Clicks, and waits for the page that it leads to. */
const go = async (page: Page, what: Locator) => {
  await Promise.all([page.waitForEvent('framenavigated'), what.first().click()])
  await page.waitForLoadState()
}
const press = (page: Page, name: string | RegExp) => go(page, page.getByRole('button', { name }))
const follow = (page: Page, name: string | RegExp) => go(page, page.getByRole('link', { name }))

/** What a telephone reads off the printed sheet: the very PDF that was downloaded, as a printer draws it. */
async function codePrintedOn(pdf: string): Promise<string | undefined> {
  const drawn = spawnSync('/usr/bin/pdftoppm', ['-png', '-r', '150', '-singlefile', pdf, pdf])
  if (drawn.status !== 0) throw new Error(`${drawn.stderr}`)
  const { data, info } = await sharp(readFileSync(`${pdf}.png`))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data
}

describe.each<Size>(['desktop', 'phone'])('at %s width', size => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openHouse({ listen: true })
  })
  afterAll(() => house.close())

  const at = `/policies/${acceptableUse.riverside}`
  const look = (page: Page, name: string) => shot(page, `${size}-policy-${name}`)
  const pageOf = async (name: CastName) => {
    const page = await (await openContext(browser, size)).newPage()
    await signInOnPage(page, house.url, name)
    return page
  }

  /** The administrator asks for approval, and the second person reads what changes and gives it. */
  async function approved(writer: Page, approver: Page, note: string, again: boolean): Promise<void> {
    await writer.goto(`${house.url}${at}/draft/ask`)
    await writer.getByLabel('Who is asked').selectOption({ label: 'Dev Mehta' })
    await writer.getByLabel('What changed, in a sentence').fill(note)
    if (again) await writer.getByLabel('Everybody must read and sign again').check()
    await look(writer, `ask-${again ? 'again' : 'small'}`)
    await press(writer, 'Ask for approval')
    await approver.goto(`${house.url}/duties`)
    await follow(approver, 'Approve a policy, or send it back')
    expect(await approver.getByText('Written by').count()).toBe(1)
    const seen = approver.getByLabel(/I have seen the/)
    if (await seen.count()) await seen.check()
    await approver.getByLabel('I, Dev Mehta, have read it and approve it').check()
    await look(approver, `approve-${again ? 'again' : 'small'}`)
    await press(approver, 'Approve it')
    expect(await approver.getByText('You have approved it, and it is in force.').count()).toBe(1)
  }

  test('built, a gap shown and filled, approved by a second person, signed again; its poster current, then out of date', async () => {
    const [grace, dev] = [await pageOf('grace'), await pageOf('dev')]

    // The administrator builds an acceptable use policy from ready-made parts.
    await grace.goto(`${house.url}${at}`)
    await follow(grace, 'Write a new version')
    await grace.getByLabel('Build it from ready-made parts').check()
    await look(grace, '01-begin')
    await press(grace, 'Begin')
    await press(grace, /^Fill in names and numbers/)
    await look(grace, '02-blank')
    while ((await grace.getByLabel('It reads').count()) > 0) {
      await grace.getByLabel('It reads').fill('the office at Riverside')
      await press(grace, 'Save and go on')
    }
    await grace.goto(`${house.url}${at}/draft`)
    await look(grace, '03-draft')

    // She leaves out a part: what the guidance asks for and the policy no longer says is the one gap, and she fills it.
    await follow(grace, 'Friends and followers')
    await look(grace, '04-part')
    await follow(grace, 'Leave it out')
    await look(grace, '05-leave-out')
    await press(grace, 'Leave it out')
    await grace.goto(`${house.url}${at}/draft/guidance`)
    expect(await grace.getByRole('heading', { name: 'Missing: 1', exact: true }).count()).toBe(1)
    await look(grace, '06-gap')
    await press(grace, 'Add this now: Friends and followers')
    await grace.goto(`${house.url}${at}/draft/guidance`)
    expect(await grace.getByRole('heading', { name: /^Missing/ }).count()).toBe(0)
    await look(grace, '07-no-gap')

    // She words one part in the organisation's own way, and a second person approves the whole.
    await grace.goto(`${house.url}${at}/draft`)
    await follow(grace, 'Friends and followers')
    await press(grace, 'Change the words')
    await grace
      .getByLabel('Words')
      .fill('Nobody here is friends online with a child or a family we work with, also on games.')
    await look(grace, '08-words')
    await press(grace, 'Save this part')
    await grace.goto(`${house.url}${at}/draft/approve`)
    expect(await grace.getByRole('button', { name: 'Approve it' }).count()).toBe(0)
    await approved(grace, dev, 'Friends on games are named', true)

    // The staff sign again, what changed first.
    const amira = await pageOf('amira')
    expect(await heading(amira)).toMatch(/^Read and sign/)
    expect(await amira.getByText('Friends on games are named').count()).toBeGreaterThan(0)
    expect(await amira.locator('.ly-difference ins').first().innerText()).not.toBe('')
    await look(amira, '09-sign-again')
    await understandsOnPage(amira)
    await amira.getByLabel('I have read this policy and will keep to it').check()
    await press(amira, 'Sign the policy')
    expect(await heading(amira)).toBe('You have signed')

    // A poster is printed, and its code says that it is current.
    await amira.goto(`${house.url}/posters/general`)
    await look(amira, '10-poster')
    await press(amira, 'Print this poster')
    await amira.getByLabel('Where each will hang').fill('Hall, beside the front door')
    await press(amira, 'Print')
    await look(amira, '11-printing')
    const link = amira.getByRole('button', { name: 'Download the poster (PDF)' })
    const [file] = await Promise.all([amira.waitForEvent('download'), link.click()])
    const code = await codePrintedOn(await file.path())
    expect(code).toMatch(new RegExp(`^${house.url}/posters/printed/`))
    const passerBy = await (await openContext(browser, 'phone')).newPage()
    await passerBy.goto(code ?? '')
    expect(await heading(passerBy)).toBe('This poster is current')
    await look(passerBy, '12-current')

    // The next version is published, and the poster on the wall says so.
    for (const who of [grace, dev]) {
      await who.goto(house.url)
      await understandsOnPage(who)
      await who.getByLabel('I have read this policy and will keep to it').check()
      await press(who, 'Sign the policy')
    }
    await grace.goto(`${house.url}${at}/draft`)
    await press(grace, 'Begin')
    await follow(grace, 'Friends and followers')
    await press(grace, 'Change the words')
    await grace.getByLabel('Words').fill('Nobody here is friends online with a family we work with.')
    await press(grace, 'Save this part')
    await approved(grace, dev, 'Shorter words', false)
    await passerBy.reload()
    expect(await heading(passerBy)).toBe('This poster is out of date')
    expect(await passerBy.getByText(/version 3 of the acceptable use policy/).count()).toBeGreaterThan(0)
    await look(passerBy, '13-out-of-date')
    expect(house.faults).toEqual([])
  })
})

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftsOn, flags } from '../setup/browser.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { makesKey } from '../setup/keys.ts'
import { signedIn } from '../setup/person.ts'

let house: TestHouse
let folder: string
let running: ChildProcess | undefined
beforeAll(async () => {
  house = await openHouse({ listen: true })
  await makesKey(await signedIn(house, 'ellen'))
  folder = await mkdtemp(join(tmpdir(), 'lanyard-profile-'))
})
afterAll(async () => {
  await killed()
  await rm(folder, { recursive: true, force: true })
  expect(house.faults).toEqual([])
  await house.close()
})

/** Chromium with the same profile each time, in a group of processes of its own, which is all that is ever ended. */
async function started(): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const program = spawn(
    '/usr/bin/chromium',
    [...flags, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  running = program
  const at = await new Promise<string>((found, failed) => {
    let said = ''
    program.once('exit', () => failed(new Error(`Chromium ended: ${said}`)))
    program.stderr.on('data', part => {
      said += part
      const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? []
      if (address) found(address)
    })
  })
  const browser = await chromium.connectOverCDP(at)
  const page = await browser.contexts()[0]?.newPage()
  if (!page) throw new Error('Chromium has no window')
  return { browser, page }
}

/** Ends every process of it at once, with nothing said to it before: as an empty battery does. */
async function killed(): Promise<void> {
  const program = running
  running = undefined
  if (!program?.pid || program.exitCode !== null || program.signalCode !== null) return
  const ended = new Promise(done => program.once('exit', done))
  process.kill(-program.pid, 'SIGKILL')
  await ended
}

test('what a child had begun to write is there again after the browser itself was killed, on the same device', async () => {
  const words = 'He keeps waiting for me after swimming.'
  const tell = `${house.url}/tell/riverside-youth/child`
  const first = await started()
  await first.page.goto(tell)
  await first.page.getByRole('link', { name: 'Something else' }).click()
  await first.page.getByLabel('What is wrong?').fill(words)
  await expect.poll(() => draftsOn(first.page)).toContain('swimming')
  await killed()
  const { page } = await started()
  await page.goto(tell)
  await page.getByRole('link', { name: 'Something else' }).click()
  await page.getByRole('button', { name: 'Yes, go on with it' }).click()
  await expect.poll(() => page.getByLabel('What is wrong?').inputValue()).toBe(words)
}, 60_000)

import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { encode } from 'uqr'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { acceptableUse } from '../demo/index.ts'
import { parseReceipt, receiptQr } from '../records/log/receipt.ts'

let house: TestHouse
let folder: string
/** Amira's receipt for her signature: the page with its picture, and the file that she downloads there. */
let page: string
let file: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lanyard-receipts-'))
  house = await openHouse()
  await house.sequence()
  const amira = await signedIn(house, 'amira')
  const signed = await (await amira.get(`/policies/${acceptableUse.riverside}/signed`)).text()
  const at = /\/receipts\/[0-9a-f-]+/.exec(signed)?.[0] ?? ''
  page = await (await amira.get(at)).text()
  file = await (await amira.get(`${at}/file`)).text()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

/** The squares of the QR code on a page, row by row: it is drawn as strokes of a pen along each row's dark squares. */
function drawnOn(html: string): boolean[][] {
  const [, width = '', strokes = ''] =
    /viewBox="0 0 (\d+) \d+"[\s\S]*?stroke="#000" d="([^"]*)"/.exec(html) ?? []
  const rows = Array.from({ length: Number(width) }, () => Array<boolean>(Number(width)).fill(false))
  for (const [, x, y, rest = ''] of strokes.matchAll(/M(\d+) (\d+)\.5([^M]*)/g)) {
    let at = Number(x)
    for (const [, pen, by] of rest.matchAll(/([hm])(\d+)/g)) {
      if (pen === 'h') rows[Number(y)]?.fill(true, at, at + Number(by))
      at += Number(by)
    }
  }
  return rows
}

const checked = async (receipt: string) =>
  wordsOf(await (await new Person(house).post('/check', { receipt })).text())

/** bin/receipt-verify on a machine that has nothing but the receipt and the log's public keys. */
async function offline(receipt: string): Promise<{ said: string; code: number | null }> {
  const [at, keys] = [join(folder, 'receipt'), join(folder, 'keys')]
  await writeFile(at, receipt)
  await writeFile(keys, await (await new Person(house).get('/log/riverside-youth/key')).text())
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [resolve('dist/receipt-verify.js'), at, '--keys', keys],
    { encoding: 'utf8', env: {}, cwd: folder },
  )
  return { said: `${stdout}${stderr}`, code: status }
}

test('the file and the picture are the same receipt, and the page and the program say the same of it', async () => {
  const code = receiptQr(parseReceipt(file)) ?? ''
  // That a scanner reads this text off these squares, receipt.test.ts shows.
  expect(drawnOn(page)).toEqual(encode(code, { ecc: 'L', border: 4 }).data)
  for (const receipt of [file, code]) {
    const words = await checked(receipt)
    const program = await offline(receipt)
    expect(words).toContain('This receipt holds')
    expect(program).toMatchObject({ code: 0, said: expect.stringMatching(/^This receipt holds\./) })
    const number = /Number (\d+) of (\d+)/.exec(program.said)?.slice(1)
    expect(words).toContain(`Number ${number?.[0]} of ${number?.[1]}`)
    for (const said of ['You signed a policy', 'witness/marlow-vale-board', 'text_hash']) {
      expect(words).toContain(said)
      expect(program.said).toContain(said)
    }
  }
})

test('of a receipt that was altered, and of one from elsewhere, both say the same too', async () => {
  const altered = file.replace('policy.signed', 'policy.signee')
  expect(await checked(altered)).toContain('This receipt does not hold')
  expect(await offline(altered)).toMatchObject({ code: 1, said: expect.stringMatching(/does not hold/) })

  const elsewhere = file.replaceAll('/log/riverside-youth', '/log/somewhere-else')
  const words = await checked(elsewhere)
  expect(words).toContain('This receipt cannot be checked here')
  expect(words).not.toContain('does not hold')
  expect(await offline(elsewhere)).toMatchObject({ code: 2, said: expect.stringMatching(/cannot be said/) })
})

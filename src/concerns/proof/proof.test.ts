import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellsOf } from '../../../tests/setup/concern.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey } from '../../../tests/setup/keys.ts'
import { Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'

let house: TestHouse
let stranger: Person
let folder: string
beforeAll(async () => {
  house = await openHouse()
  folder = await mkdtemp(join(tmpdir(), 'lanyard-proof-'))
  await makesKey(await signedIn(house, 'ellen'))
  stranger = new Person(house)
  const said = { words: 'Canary apricot: “he drives them home”.', about: 'worker', name: 'Mrs Known' }
  await tellsOf(house, stranger, said)
  // Others’ concerns leave no trace in it.
  await tellsOf(house, new Person(house), said)
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await rm(folder, { recursive: true })
  await house.close()
})

const proof = async (words = 'yes') => (await stranger.get(`/told/proof?words=${words}`)).text()
const check = async (receipt: string) =>
  wordsOf(await (await new Person(house).post('/check', { receipt })).text())

/** Runs bin/receipt-verify on it, offline, with the vault’s key alone. */
async function byProgram(text: string): Promise<{ code: number; said: string }> {
  const file = join(folder, 'proof.json')
  await writeFile(file, text)
  const key = house.house.keys.log('riverside-youth-vault').vkey
  return new Promise(done =>
    execFile(process.execPath, [resolve('dist/receipt-verify.js'), file, '--key', key], (error, said) =>
      done({ code: error ? Number(error.code) : 0, said }),
    ),
  )
}

test('whoever told proves later what they said and when, to anybody, offline too', async () => {
  const file = await proof()
  expect(JSON.parse(JSON.parse(file).text).words).toBe('Canary apricot: “he drives them home”.')
  const page = await check(file)
  expect(page).toContain('This proof holds')
  expect(page).toContain('The words in the file are the ones that were told, to the letter.')
  expect(page).not.toContain('Canary')
  expect(await byProgram(file)).toMatchObject({ code: 0, said: expect.stringContaining('This proof holds') })
})

test('without the words it proves that something was told and when, and says nothing of what', async () => {
  const file = await proof('no')
  expect(file).not.toMatch(/canary|known/i)
  expect(await check(file)).toContain('it proves when something was told, and not what')
  expect(await byProgram(file)).toMatchObject({ code: 0 })
})

test('a word, the time, the name of the log and the signature cannot be altered unseen', async () => {
  const file = await proof()
  const year = /\d{4}(?=-\d\d-\d\dT[^"]*\n)/
  const parsed = JSON.parse(file)
  const [, signature = ''] = /vault (\S+)\n$/.exec(parsed.note) ?? []
  const altered: readonly (readonly [string, string])[] = [
    [
      JSON.stringify({ ...parsed, text: parsed.text.replace('drives', 'walks') }),
      'Somebody has changed them',
    ],
    [JSON.stringify({ ...parsed, text: `${parsed.text} ` }), 'Somebody has changed them'],
    [JSON.stringify({ ...parsed, note: parsed.note.replace(year, '2031') }), 'signature is not right'],
    [
      JSON.stringify({ ...parsed, note: parsed.note.replaceAll('riverside-youth', 'hilltop-primary') }),
      'signature is not right',
    ],
    [
      JSON.stringify({ ...parsed, note: parsed.note.replaceAll('localhost', 'elsewhere.example') }),
      'made by another Lanyard',
    ],
    [JSON.stringify({ ...parsed, note: parsed.note.replace(signature, '') }), 'A part of it is missing'],
    [JSON.stringify({ ...parsed, note: 'nothing' }), 'A part of it is missing'],
  ]
  for (const [text, says] of altered) {
    expect(text).not.toBe(JSON.stringify(parsed))
    expect(await check(text)).toContain(says)
    expect((await byProgram(text)).code).toBeGreaterThan(0)
  }
})

test('nobody has it without the code', async () => {
  expect((await new Person(house).get('/told/proof')).status).toBe(404)
  expect((await (await signedIn(house, 'ellen')).get('/told/proof')).status).toBe(404)
})

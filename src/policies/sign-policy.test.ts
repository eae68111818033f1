import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { hiddenOn, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { publish } from '../../tests/setup/publish.ts'
import { signs } from '../../tests/setup/sign.ts'
import { acceptableUse } from '../demo/index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const at = `/policies/${acceptableUse.riverside}`

test('a worker who has signed goes straight to their home page', async () => {
  const amira = await signedIn(house, 'amira')
  const home = await amira.get('/')
  expect(home.status).toBe(200)
  expect(wordsOf(await home.text())).toContain('Hello Amira')
})

test('a new version that matters shuts everything until it is signed, and signing gives a receipt', async () => {
  const ben = await signedIn(house, 'ben')
  const before = await (await ben.get(`${at}/sign`)).text()
  await publish(house, at, { text: '# New\n\nKeep children safe.', note: 'All of it', again: true })

  const turned = await ben.get('/')
  expect([turned.status, turned.headers.get('location')]).toEqual([303, `${at}/sign`])

  const stale = await ben.post(`${at}/sign`, { version: hiddenOn(before, 'version'), agree: 'yes' })
  expect(stale.status).toBe(409)
  expect(wordsOf(await stale.text())).toContain('A newer version was published while you were reading')

  const page = await (await ben.get(`${at}/sign`)).text()
  expect(wordsOf(page)).toContain('Keep children safe.')
  const unticked = await ben.post(`${at}/sign`, { version: hiddenOn(page, 'version') })
  expect(unticked.status).toBe(422)
  expect(await ben.go(`${at}/sign`, { version: hiddenOn(page, 'version'), agree: 'yes' })).toBe(
    `${at}/signed`,
  )
  expect((await ben.get('/')).status).toBe(200)

  await house.sequence()
  const signed = await (await ben.get(`${at}/signed`)).text()
  const receipt = /\/receipts\/[0-9a-f-]+/.exec(signed)?.[0] ?? ''
  const file = await (await ben.get(`${receipt}/file`)).text()
  const check = wordsOf(await (await ben.post('/check', { receipt: file })).text())
  expect(check).toContain('This receipt holds')
  expect(check).toContain('witness/marlow-vale-board')
  const forged = file.replace('policy.signed', 'policy.signee')
  expect(wordsOf(await (await ben.post('/check', { receipt: forged })).text())).toContain(
    'This receipt does not hold',
  )
})

test('a manager sees who answers to them and has signed, must sign again or has not; a small change asks nobody', async () => {
  const [grace, dev, carys] = [
    await signedIn(house, 'grace'),
    await signedIn(house, 'dev'),
    await signedIn(house, 'carys'),
  ]
  for (const who of [grace, dev]) await signs(who, at)
  await publish(house, at, { text: '# New\n\nKeep every child safe.', note: 'A word' })
  await signs(carys, at)

  const seen = async (who = '') => {
    const answer = await (await carys.get(`${at}/signatures?who=${who}`)).text()
    const rows = [...answer.matchAll(/<tr class="govuk-table__row">(.*?)<\/tr>/gs)].slice(1)
    return rows.map(([row]) => wordsOf(row).replace(/ \d+ \w+ 2\d{3}/, ''))
  }
  const all = await seen()
  expect(all[0]).toMatch(/^Noor Rahman .*Not signed/)
  expect(all.slice(1).map(row => row.trim())).toEqual([
    expect.stringMatching(/^Amira Haddad .*To sign again .*1/),
    expect.stringMatching(/^Farid Aziz .*To sign again .*1/),
    expect.stringMatching(/^Ben Okafor .*Signed .*2/),
  ])
  expect(await seen('not')).toHaveLength(3)
  expect(await seen('signed')).toHaveLength(1)
  // Who need not sign again owes nothing.
  expect((await (await signedIn(house, 'ben')).get('/')).status).toBe(200)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { hiddenOn, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { publish } from '../../tests/setup/publish.ts'
import { acceptableUse, agencies, type CastName, cast } from '../demo/index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})
const pageOf = async (name: CastName, path: string) =>
  wordsOf(await (await (await signedIn(house, name)).get(path)).text())

test('a board member sees each member agency, and whether everybody there has signed', async () => {
  const page = await pageOf('helen', '/board')
  expect(page).toContain('In 2 of 3 everybody has signed the acceptable use policy')
  expect(page).toMatch(/Hilltop Primary School Everybody has signed Version 1, from \d+ \w+ \d{4} 2 2/)
  expect(page).toMatch(/Riverside Youth Club Not everybody has signed Version 1, from \d+ \w+ \d{4} 7 8/)
  expect(page).not.toContain('Noor')
})

test('the figures follow what happens: a version that must be signed again counts from nothing', async () => {
  const ivan = await signedIn(house, 'ivan')
  const at = `/policies/${acceptableUse.hilltop}`
  await publish(house, at, { text: 'Keep children safe.', again: true }, { writer: 'joan', approver: 'ivan' })
  expect(await pageOf('helen', '/board')).toMatch(
    /Hilltop Primary School Not everybody has signed Version 2.* 0 2/,
  )
  const form = await (await ivan.get(`${at}/sign`)).text()
  await ivan.go(`${at}/sign`, { version: hiddenOn(form, 'version'), agree: 'yes' })
  expect(await pageOf('helen', '/board')).toMatch(
    /Hilltop Primary School Not everybody has signed Version 2.* 1 2/,
  )
})

test('an agency’s page names the policies that are there and those that are not, and nobody', async () => {
  const page = await pageOf('helen', `/board/${agencies.riverside.id}`)
  expect(page).toContain('Designated person Named')
  expect(page).toContain('Invited and not yet joined 1')
  expect(page).toContain('Social media policy Not published')
  for (const { name } of Object.values(cast).filter(one => one.name !== cast.helen.name))
    expect(page).not.toContain(name)
})

test('nobody else sees it, nor a board an agency that does not answer to it', async () => {
  for (const name of ['grace', 'dev', 'ellen', 'idris'] as const) {
    const who = await signedIn(house, name)
    expect([name, (await who.get('/board')).status]).toEqual([name, 404])
    expect([name, (await who.get(`/board/${agencies.riverside.id}`)).status]).toEqual([name, 404])
  }
  const helen = await signedIn(house, 'helen')
  expect((await helen.get(`/board/${agencies.board.id}`)).status).toBe(404)
  expect((await helen.get(`/people/${cast.amira.id}`)).status).toBe(404)
})

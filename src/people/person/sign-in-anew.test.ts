import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { codeFor, hiddenOn, Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { emailOf } from '../../../tests/setup/sign-in.ts'
import { cast, demoPassword } from '../../demo/index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const at = `/people/${cast.amira.id}`

test('only an administrator may, and not for themselves', async () => {
  for (const name of ['carys', 'dev', 'amira', 'ben'] as const)
    expect([name, (await (await signedIn(house, name)).get(`${at}/sign-in`)).status]).toEqual([name, 404])
  const grace = await signedIn(house, 'grace')
  expect((await grace.get(`/people/${cast.grace.id}/sign-in`)).status).toBe(404)
})

test('somebody who lost their phone is signed out at once, and sets up their sign-in again from their mailbox', async () => {
  const [amira, grace] = [await signedIn(house, 'amira'), await signedIn(house, 'grace')]
  await grace.go(`${at}/sign-in`, {})
  expect((await amira.get('/')).headers.get('location')).toContain('/sign-in')
  const again = new Person(house)
  expect((await again.post('/sign-in', { email: emailOf('amira'), password: demoPassword })).status).not.toBe(
    303,
  )
  expect(wordsOf(await (await grace.get(at)).text())).not.toContain('They lost their phone')

  const letter = await house.mailbox.next(emailOf('amira'), /\/invitation\//)
  const invitation = new URL(/https?:\S+/.exec(letter.text)?.[0] ?? '').pathname
  const to = await again.go(invitation, { password: 'six-quiet-harbours' })
  const html = await (await again.get(to)).text()
  const secret = hiddenOn(html, 'secret')
  const fields = { secret, uri: hiddenOn(html, 'uri'), backup: hiddenOn(html, 'backup'), next: '/' }
  expect((await again.post('/sign-in/set-up', { ...fields, code: codeFor(secret) })).status).toBe(200)
  const home = await again.get('/')
  expect(home.status).toBe(200)
  expect(wordsOf(await home.text())).toContain('Hello Amira')
  expect((await amira.get('/')).status).toBe(303)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { codeFor, hiddenOn, Person, secretOf, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { acceptableUse, agencies, cast, demoPassword } from '../demo/index.ts'

let house: TestHouse
/** Amira, who works at Riverside and is invited to Otters too. Not signed in yet at this browser. */
beforeAll(async () => {
  house = await openHouse()
  const kofi = await signedIn(house, 'kofi')
  const email = cast.amira.email ?? ''
  await kofi.go('/people/invite', {
    name: 'Amira Haddad',
    email,
    role: 'volunteer',
    manager: cast.kofi.id,
  })
  const letter = await house.mailbox.next(email, /Join Otters|\/invitation\//)
  const path = new URL(/https?:\S+/.exec(letter.text)?.[0] ?? '').pathname
  const invited = new Person(house)
  expect(wordsOf(await (await invited.get(path)).text())).toContain('You already use Lanyard elsewhere')
  expect((await invited.post(path, { password: demoPassword })).status).toBe(303)
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

test('whoever is of two organisations says which, can change it, and sees only the one they are in', async () => {
  const amira = await signedIn(house, 'amira')
  const turned = await amira.get('/conversations')
  expect(turned.status).toBe(303)
  const to = turned.headers.get('location') ?? ''
  expect(to).toBe('/sign-in/agency?next=%2Fconversations')
  const choose = await (await amira.get(to)).text()
  expect(wordsOf(choose)).toContain('Otters Swimming Club Volunteer')
  expect(wordsOf(choose)).toContain('Riverside Youth Club Worker')

  const none = await amira.post('/sign-in/agency', { next: hiddenOn(choose, 'next') })
  expect([none.status, wordsOf(await none.text()).includes('Choose an organisation')]).toEqual([422, true])
  expect(
    await amira.go('/sign-in/agency', { next: hiddenOn(choose, 'next'), agency: agencies.riverside.id }),
  ).toBe('/conversations')
  expect(wordsOf(await (await amira.get('/people')).text())).toContain('Ben Okafor')

  const account = await (await amira.get('/account')).text()
  expect(wordsOf(account)).toContain('Go to Otters Swimming Club')
  await amira.go('/sign-in/agency', { agency: hiddenOn(account, 'agency') })
  // There she has signed nothing yet.
  expect((await amira.get('/people')).headers.get('location')).toBe(`/policies/${acceptableUse.otters}/sign`)
  expect(wordsOf(await (await amira.get('/account')).text())).toContain('Otters Swimming Club')
})

test('an organisation that is not one’s own cannot be chosen, by the form or by the cookie', async () => {
  const amira = await signedIn(house, 'amira')
  expect((await amira.post('/sign-in/agency', { agency: agencies.hilltop.id })).status).toBe(422)
  amira.cookies.set('lanyard.agency', agencies.hilltop.id)
  expect((await amira.get('/')).headers.get('location')).toBe('/sign-in/agency?next=%2F')
})

test('whoever has left the one goes straight to the other, and whoever has left both is told so', async () => {
  const [grace, kofi] = [await signedIn(house, 'grace'), await signedIn(house, 'kofi')]
  const amira = await signedIn(house, 'amira')
  await grace.go(`/people/${cast.amira.id}/leaving`, { 'to-children': cast.ben.id })
  // One sign-in, ended for both: she signs in again, and only one is left to be in.
  expect((await amira.get('/')).headers.get('location')).toMatch(/^\/sign-in\?/)
  const again = await inAgain()
  expect((await again.get('/')).headers.get('location')).toBe(`/policies/${acceptableUse.otters}/sign`)

  const list = await (await kofi.get('/people')).text()
  const [, atOtters = ''] = /href="(\/people\/[0-9a-f-]{36})">Amira Haddad/.exec(list) ?? []
  await kofi.go(`${atOtters}/leaving`, {})
  const last = await inAgain()
  const nowhere = (await last.get('/')).headers.get('location') ?? ''
  expect(nowhere).toBe('/sign-in/agency?next=%2F')
  expect(wordsOf(await (await last.get(nowhere)).text())).toContain('it belongs to no organisation now')
})

/** Amira at a new browser, by password and whichever code of these 90 seconds is not spent: each is good once. */
async function inAgain(): Promise<Person> {
  const secret = secretOf(await signedIn(house, 'amira'))
  const now = Date.now()
  for (const at of [now, now + 30_000, now - 30_000]) {
    const person = new Person(house)
    // A code that is refused as spent ends the attempt: each has its own.
    const to = await person.go('/sign-in', { email: cast.amira.email ?? '', password: demoPassword })
    expect(to).toMatch(/^\/sign-in\/code/)
    const answer = await person.post('/sign-in/code', { next: '/', code: codeFor(secret, at) })
    if (answer.status === 303) return person
  }
  throw new Error('every code of these 90 seconds is spent')
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../src/demo/index.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { Person } from '../setup/person.ts'
import { emailOf, withApp } from '../setup/sign-in.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

test('signing out everywhere ends every other session of that person within a second, and nobody else’s', async () => {
  const { person: here, backup } = await withApp(house, 'amira')
  const { person: other } = await withApp(house, 'ben')
  const devices = await Promise.all(
    backup.slice(0, 1).map(async code => {
      const device = new Person(house)
      const to = await device.go('/sign-in', { email: emailOf('amira'), password: demoPassword })
      await device.go(to, { code, next: '/' })
      return device
    }),
  )
  const open = async (person: Person) => (await person.get('/account')).status
  expect(await Promise.all([here, ...devices].map(open))).toEqual([200, 200])
  const start = performance.now()
  await here.go('/sign-out/everywhere', {})
  expect(await Promise.all([here, ...devices].map(open))).toEqual([303, 303])
  expect(performance.now() - start).toBeLessThan(1000)
  // A change begun in the other window does not go through either.
  expect((await devices[0]?.post('/conversations/new', { whom: 'x', subject: 'x' }))?.status).toBe(303)
  expect(await open(other)).toBe(200)
})

test('a new password ends every session, every other link to one, and a sign-in that is halfway', async () => {
  const { person, backup } = await withApp(house, 'carys')
  const halfway = new Person(house)
  const code = await halfway.go('/sign-in', { email: emailOf('carys'), password: demoPassword })
  const link = async () => {
    await new Person(house).post('/sign-in/forgotten', { email: emailOf('carys') })
    const letter = await house.mailbox.next(emailOf('carys'), /new-password/)
    return new URL(/https?:\S+/.exec(letter.text)?.[0] ?? '').pathname
  }
  const [first, second] = [await link(), await link()]
  expect((await person.get('/account')).status).toBe(200)
  const set = (path: string) => new Person(house).post(path, { password: 'granite lemon kestrel' })
  expect((await set(second)).status).toBe(200)
  expect((await set(first)).status).toBe(404)
  expect((await person.get('/account')).status).toBe(303)
  expect((await halfway.post(code, { code: backup[0] ?? '', next: '/' })).status).toBe(422)
  const old = await new Person(house).post('/sign-in', { email: emailOf('carys'), password: demoPassword })
  expect(old.status).toBe(422)
})

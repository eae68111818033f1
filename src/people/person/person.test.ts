import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { type Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { type CastName, cast } from '../../demo/index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const of = (name: CastName, more = '') => `/people/${cast[name].id}${more}`
const sees = async (reader: CastName, name: CastName): Promise<string> =>
  wordsOf(await (await (await signedIn(house, reader)).get(of(name))).text())
const refusal = async (who: Person, path: string, fields: Record<string, string>): Promise<string> => {
  const answer = await who.post(path, fields)
  expect(answer.status).toBe(409)
  return wordsOf(await answer.text())
}

test('a colleague sees what somebody does here and who they answer to; a manager also children and policies', async () => {
  const colleague = await sees('ben', 'amira')
  expect(colleague).toContain('What they do here Worker')
  expect(colleague).toContain('Answers to Carys Powell')
  for (const words of ['Jamie', 'Policies Acceptable', 'They are leaving', 'Change what'])
    expect(colleague).not.toContain(words)
  for (const reader of ['carys', 'dev', 'grace', 'ellen', 'farid', 'amira'] as const) {
    const page = await sees(reader, 'amira')
    expect([reader, page.includes('Jamie Taylor')]).toEqual([reader, true])
    expect([reader, page.includes('Acceptable use policy Signed')]).toEqual([reader, true])
    expect([reader, page.includes('They are leaving')]).toEqual([reader, reader === 'grace'])
  }
  expect(await sees('carys', 'noor')).toContain('Acceptable use policy To read and sign')
})

test('a child’s page opens to those who have to do with them, and to nobody else', async () => {
  const statuses = new Map<CastName, number>()
  for (const name of ['amira', 'carys', 'dev', 'grace', 'ellen', 'ben', 'joan', 'helen'] as const)
    statuses.set(name, (await (await signedIn(house, name)).get(of('jamie'))).status)
  expect(Object.fromEntries(statuses)).toEqual({
    amira: 200,
    carys: 200,
    dev: 200,
    grace: 200,
    ellen: 200,
    ben: 404,
    joan: 404,
    helen: 404,
  })
})

test('a role holds and ends from the moment it is changed; the last and the only one stay', async () => {
  const [grace, ben] = [await signedIn(house, 'grace'), await signedIn(house, 'ben')]
  expect((await ben.get('/conversations/team')).status).toBe(404)
  await grace.go(of('ben', '/roles'), { role: 'manager', change: 'give' })
  expect((await ben.get('/conversations/team')).status).toBe(200)
  await grace.go(of('ben', '/roles'), { role: 'manager', change: 'end' })
  expect((await ben.get('/conversations/team')).status).toBe(404)

  expect(await refusal(grace, of('ben', '/roles'), { role: 'volunteer', change: 'end' })).toContain(
    'it is all that Ben Okafor does here',
  )
  await grace.go(of('ellen', '/roles'), { role: 'manager', change: 'give' })
  expect(await refusal(grace, of('ellen', '/roles'), { role: 'designated-person', change: 'end' })).toContain(
    'Ellen Fraser is the only designated person here. Give somebody else that role first.',
  )
  expect(await refusal(grace, of('ben', '/roles'), { role: 'board-member', change: 'give' })).toContain(
    'is not a role of this kind of organisation',
  )
})

test('nobody gives themselves a role', async () => {
  const grace = await signedIn(house, 'grace')
  expect((await grace.get(of('grace', '/roles'))).status).toBe(404)
  const own = await grace.post(of('grace', '/roles'), { role: 'designated-person', change: 'give' })
  expect(own.status).toBe(404)
})

test('who somebody answers to can change, and the line of managers never leads back to itself', async () => {
  const grace = await signedIn(house, 'grace')
  await grace.go(of('ben', '/manager'), { manager: cast.dev.id })
  expect(await sees('dev', 'ben')).toContain('Answers to Dev Mehta')
  expect(await refusal(grace, of('dev', '/manager'), { manager: cast.amira.id })).toContain(
    'You cannot choose Amira Haddad: they answer to Dev Mehta themselves.',
  )
  expect(await refusal(grace, of('ben', '/manager'), { manager: cast.joan.id })).toContain('has left')
  expect(await refusal(grace, of('ben', '/manager'), { manager: cast.sam.id })).toContain('has left')
})

test('a line manager enters and ends work with a child; others cannot, and it opens and shuts contact', async () => {
  const [dev, ben, farid] = [
    await signedIn(house, 'dev'),
    await signedIn(house, 'ben'),
    await signedIn(house, 'farid'),
  ]
  const work = { child: cast.jamie.id, purpose: 'Summer camp' }
  expect((await farid.post(of('ben', '/work'), work)).status).toBe(404)
  expect((await ben.post(of('ben', '/work'), work)).status).toBe(404)
  await dev.go(of('ben', '/work'), work)
  expect(wordsOf(await (await ben.get('/conversations/new')).text())).toContain('Jamie Taylor')
  const page = await (await dev.get(of('ben'))).text()
  const ends = [...page.matchAll(/href="(\/people\/[^"]+\/end)"/g)].map(([, path = '']) => path)
  const asked = await Promise.all(ends.map(async path => wordsOf(await (await dev.get(path)).text())))
  const summer = ends[asked.findIndex(words => words.includes('Summer camp'))] ?? ''
  expect((await farid.post(summer, {})).status).toBe(404)
  await dev.go(summer, {})
  expect(wordsOf(await (await ben.get('/conversations/new')).text())).not.toContain('Jamie Taylor')
})

test('a team is made and led by a manager; others see it and change nothing', async () => {
  const [carys, ben] = [await signedIn(house, 'carys'), await signedIn(house, 'ben')]
  const team = await carys.go('/people/teams/new', { name: 'Thursday club', manager: cast.carys.id })
  await carys.go(team, { person: cast.amira.id, change: 'join' })
  expect(wordsOf(await (await ben.get(team)).text())).toContain('Amira Haddad')
  expect(await refusal(ben, team, { person: cast.ben.id, change: 'join' })).toContain('Ask one of them')
  expect(await sees('ben', 'amira')).toContain('Teams Thursday club')
  expect(
    await refusal(carys, '/people/teams/new', { name: 'thursday club', manager: cast.carys.id }),
  ).toContain('There is a team of that name already')
  await carys.go(team, { person: cast.amira.id, change: 'leave' })
  await carys.go(team, { person: cast.amira.id, change: 'leave' })
  expect(await sees('ben', 'amira')).not.toContain('Thursday club')
  const led = { name: 'Thursday evening club', manager: cast.dev.id }
  await carys.go(`${team}/change`, led)
  expect(wordsOf(await (await ben.get(team)).text())).toContain('Thursday evening club Led by Dev Mehta')
  expect((await carys.get(`${team}/change`)).status).toBe(404)
  expect((await ben.post(`${team}/change`, led)).status).toBe(404)
  expect((await ben.get('/people/teams/new')).status).toBe(404)
})

test('signed out everywhere, a stream on another device closes within a second', async () => {
  const amira = await signedIn(house, 'amira')
  const at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Friday' })
  const reader = (await amira.get(`${at}/live`)).body?.getReader()
  const ended = (async () => {
    for (;;) if (!reader || (await reader.read()).done) return Date.now()
  })()
  await amira.go('/sign-out/everywhere', {})
  const asked = Date.now()
  expect((await ended) - asked).toBeLessThan(1000)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { hiddenOn, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { type CastName, cast } from '../demo/index.ts'

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

async function says(name: CastName, whom: string, subject: string): Promise<void> {
  const worker = await signedIn(house, name)
  const at = await worker.go('/conversations/new', { whom, subject })
  const key = hiddenOn(await (await worker.get(at)).text(), 'key')
  await worker.go(`${at}/write`, { body: 'We meet at 4pm.', key })
}

test('a manager narrows the team’s conversations to one worker, to those with a child, and to the last week', async () => {
  await says('amira', `child:${cast.jamie.id}`, 'Thursday')
  await says('amira', `parents:${cast.jamie.id}`, 'Lifts')
  await says('ben', `parents:${cast.rosa.id}`, 'Music')
  const at = '/conversations/team'
  const all = await pageOf('ellen', at)
  for (const subject of ['Thursday', 'Lifts', 'Music']) expect(all).toContain(subject)
  const bens = await pageOf('ellen', `${at}?worker=${cast.ben.id}`)
  expect(bens).toContain('Music')
  expect(bens).not.toContain('Lifts')
  const children = await pageOf('ellen', `${at}?with=child&since=week`)
  expect(children).toContain('Thursday')
  expect(children).not.toContain('Lifts')
  expect(await pageOf('ellen', `${at}?with=parents&worker=${cast.carys.id}`)).toContain(
    'Nothing is like that',
  )
})

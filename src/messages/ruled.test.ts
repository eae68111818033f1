import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { cast } from '../demo/index.ts'
import { documentRules, rule, statement, toShow } from '../guidance/index.ts'
import { afterTheWork, allowedHere, aloneWithChild, givesOwnDetail, hasSecondAdult } from './ruled.ts'
import { type Part, parts } from './rules.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const writes = async (who: Person, at: string, body: string) => {
  const key = hiddenOn(await (await who.get(at)).text(), 'key')
  return who.post(`${at}/write`, { body, key })
}

test('whoever is in it, a message may go exactly where the second adult’s rule and the ruling say so alike', () => {
  const all = Object.keys(parts) as Part[]
  const some = all.flatMap(one => all.flatMap(two => all.map(three => [one, two, three])))
  for (const here of [...some, ...all.flatMap(one => all.map(two => [one, two]))]) {
    const places = here.map(part => ({ part, left_at: null }))
    expect([here, allowedHere(places)]).toEqual([here, hasSecondAdult(places)])
  }
  for (const ruling of [givesOwnDetail, aloneWithChild, afterTheWork])
    expect(['forbidden', 'poor']).toContain(ruling.standing)
})

test('a message that gives one’s own number is refused with the very ruling that asking before gives', async () => {
  const amira = await signedIn(house, 'amira')
  const at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Thursday' })
  const stopped = wordsOf(await (await writes(amira, at, 'Call me on 07700 900 876')).text())
  const asked = wordsOf(await (await amira.get('/ask?act=share-details&who=parent&whose=own')).text())
  const { because } = rule('share-details', { who: 'parent', whose: 'own' }, documentRules)
  for (const id of toShow(because)) {
    expect(stopped).toContain(`${statement(id).says} ${id}`)
    expect(asked).toContain(`${statement(id).says} ${id}`)
  }
  expect(stopped).toContain('The guidance says: do not do this.')
})

test('a rule of our own against writing to children stops it where the guidance would not, and nothing else', async () => {
  const [amira, grace] = [await signedIn(house, 'amira'), await signedIn(house, 'grace')]
  const opening = { whom: `child:${cast.jamie.id}`, subject: 'Trip' }
  const at = await amira.go('/conversations/new', opening)
  expect((await writes(amira, at, 'We meet at 4pm.')).status).toBe(303)
  const asks = '/ask?act=message&who=child&profile=agreed&device=organisation&purpose=work&sight=second-adult'
  expect(wordsOf(await (await amira.get(asks)).text())).toContain('Best practice')
  const says = 'We write to parents, and never to children.'
  const rules = await grace.go('/rules/tighten', {
    ...{ sent: 'check', act: 'message', 'in.who': 'child', where: 'said', at: 'forbidden', says },
  })

  expect(wordsOf(await (await amira.get(asks)).text())).toContain(`“${says}” Set by Grace Lin`)
  const refused = await writes(amira, at, 'We meet at 5pm instead.')
  const html = await refused.text()
  expect([refused.status, wordsOf(html)]).toEqual([
    409,
    expect.stringContaining(`“${says}” Set by Grace Lin`),
  ])
  expect(html).toContain('We meet at 5pm instead.')
  const opened = await amira.post('/conversations/new', opening)
  expect([opened.status, wordsOf(await opened.text())]).toEqual([409, expect.stringContaining(says)])
  const toParents = { whom: `parents:${cast.jamie.id}`, subject: 'Trip' }
  expect((await amira.post('/conversations/new', toParents)).status).toBe(303)

  await grace.go(`${rules}/end`, { reason: 'The trip needs it.' })
  expect((await writes(amira, at, 'We meet at 5pm instead.')).status).toBe(303)
})

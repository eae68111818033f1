import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { cast } from '../demo/index.ts'
import { type StatementId, statement } from '../guidance/index.ts'

let house: TestHouse
let amira: Person
let at: string
beforeAll(async () => {
  house = await openHouse()
  amira = await signedIn(house, 'amira')
  at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const writes = async (body: string) => {
  const key = hiddenOn(await (await amira.get(at)).text(), 'key')
  return amira.post(`${at}/write`, { body, key })
}

test.each<[what: string, body: string, cites: readonly StatementId[]]>([
  ['telephone number', 'Any trouble, call me on 07700 900 876', ['GEN-INAPP-1', 'PH-DONT-1']],
  ['email address', 'Write to me at amira.home@post.example', ['GEN-INAPP-1', 'EM-DONT-1']],
  ['social media account', 'My insta is amira.h.07', ['GEN-INAPP-1', 'GEN-INAPP-4', 'SN-DONT-1']],
])(
  'a worker’s message with their own %s is stopped, with the statement in words beside its id',
  async (what, body, cites) => {
    const stopped = await writes(body)
    expect(stopped.status).toBe(409)
    const html = await stopped.text()
    const words = wordsOf(html)
    expect(words).toContain(what)
    for (const id of cites) expect(words).toContain(`${statement(id).says} ${id}`)
    expect(html).toContain(body)
    expect(await (await amira.get(at)).text()).not.toContain(body)
  },
)

test('a worker’s message with the organisation’s own number goes', async () => {
  expect((await writes('Any trouble, call the team on 020 7946 0200')).status).toBe(303)
})

test('a worker never sees a family’s telephone number or email address', async () => {
  const pages = [at, '/conversations', '/conversations/new', '/people', '/duties', '/']
  for (const page of pages) {
    const html = await (await amira.get(page)).text()
    for (const detail of [cast.sam.phone, cast.sam.email, cast.jamie.email])
      expect([page, html.includes(detail ?? 'nothing')]).toEqual([page, false])
  }
  expect(await (await amira.get(at)).text()).toContain(cast.sam.name)
})

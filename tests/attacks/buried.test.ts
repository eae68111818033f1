import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorOf, cast } from '../../src/demo/index.ts'
import { newId } from '../../src/kit/ids.ts'
import { conversationToWrite, openConversation, sendMessage } from '../../src/messages/index.ts'
import { write } from '../../src/records/index.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { Person, signedIn, wordsOf } from '../setup/person.ts'

// Somebody who buries what they said under so much else that nobody comes to it any more.

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const open = async (subject: string): Promise<string> => {
  const id = await write(house.house.ground, actorOf('amira'), writer =>
    openConversation(writer, { subject, with: [{ personId: cast.sam.id, part: 'parent' }] }),
  )
  if (typeof id !== 'string') throw new Error('the conversation was not opened')
  return id
}
const say = (id: string, body: string) =>
  write(house.house.ground, actorOf('amira'), async writer => {
    const conversation = await conversationToWrite(writer, id)
    if (!conversation) throw new Error('the conversation cannot be written to')
    return sendMessage(writer, conversation, { body, key: newId() })
  })

/** Follows the ways to older things until the words are found; how many pages that took, or none. */
async function pagesTo(who: Person, path: string, words: string): Promise<number | undefined> {
  for (let page = 1, at = path; page < 10; page++) {
    const html = await (await who.get(at)).text()
    if (wordsOf(html).includes(words)) return page
    const older = [/href="([^"]+)">Earlier messages/, /href="([^"]+)" rel="next"/]
      .map(shape => shape.exec(html)?.[1]?.replaceAll('&amp;', '&'))
      .find(Boolean)
    if (!older) return undefined
    at = older.startsWith('?') ? path + older : older
  }
  return undefined
}

test('a family comes to the first message, however many follow it', async () => {
  const id = await open('Thursday')
  await say(id, 'The very first thing')
  for (let count = 0; count < 105; count++) await say(id, `And another, ${count}`)
  const letter = await house.mailbox.next(cast.sam.email ?? '', /\/f\//)
  const path = new URL(/https?:\S+/.exec(letter.text)?.[0] ?? '').pathname
  const sam = new Person(house)
  await sam.post(path, { step: 'send' })
  const code = await house.mailbox.next(cast.sam.email ?? '', /Your code is/)
  await sam.go(path, { code: /\d{6}/.exec(code.text)?.[0] ?? '' })
  expect(await pagesTo(sam, `/family/${id}`, 'The very first thing')).toBe(3)
})

test('a manager comes to the first conversation, however many are opened after it', async () => {
  await open('The one to hide')
  for (let count = 0; count < 105; count++) await open(`Nothing, ${count}`)
  const carys = await signedIn(house, 'carys')
  expect(await pagesTo(carys, '/conversations/team', 'The one to hide')).toBeGreaterThan(1)
  const amira = await signedIn(house, 'amira')
  expect(await pagesTo(amira, '/conversations', 'The one to hide')).toBeGreaterThan(1)
  for (const odd of ['-1', 'x', '1e99', '51'])
    expect((await amira.get(`/conversations?page=${odd}`)).status).toBe(200)
})

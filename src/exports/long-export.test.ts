import { afterAll, beforeAll, expect, test } from 'vitest'
import { asksFor, fileOf, idOf, makes } from '../../tests/setup/exported.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { signedIn } from '../../tests/setup/person.ts'
import { testSecrets } from '../../tests/setup/secrets.ts'
import { actorOf, cast } from '../demo/index.ts'
import { newId } from '../kit/ids.ts'
import { conversationToWrite, sendMessage } from '../messages/index.ts'
import { logKeys, trusting, write } from '../records/index.ts'
import { checkExport } from './check-export.ts'

/** As many as somebody writes in a year and a half, at five a day; more by LANYARD_LONG. */
const many = Number(process.env.LANYARD_LONG ?? 2000)

let house: TestHouse
let conversation: string
beforeAll(async () => {
  house = await openHouse()
  const amira = await signedIn(house, 'amira')
  const at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  conversation = idOf(at)
  for (let number = 1; number <= many; number++)
    await write(house.house.ground, actorOf('amira'), async writer => {
      const found = await conversationToWrite(writer, conversation)
      if (!found) throw new Error('Amira is not in it')
      const body = 'We meet by the boat house, and Rosa brings the paddles for everybody.'
      return sendMessage(writer, found, { body, key: newId() })
    })
  await house.sequence()
}, 240_000)
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
}, 60_000)

test('a conversation of years is looked through, made and checked in a minute and in little memory', async () => {
  const before = process.memoryUsage().rss
  const began = performance.now()
  const asked = await asksFor(house, 'dev', `conversation/${conversation}`)
  expect(asked.page.length).toBeLessThan(100_000)
  await makes(house, asked)
  const seconds = (performance.now() - began) / 1000
  const grown = (process.memoryUsage().rss - before) / 1_000_000
  const json = Buffer.from(await fileOf(asked, 'json')).toString()
  const keys = logKeys(testSecrets.master, house.url)
  const check = checkExport(json, trusting([keys.log('riverside-youth').vkey], []))
  if (check.result !== 'holds') throw new Error(JSON.stringify(check))
  expect(check.file.body.conversations[0]).toMatchObject({ messages: many, last: many })
  // With the word after it: a hash may have those four letters in a row.
  expect(json).not.toMatch(/rosa brings/i)
  for (let part = 1; part <= Math.ceil(check.file.body.entries.length / 1000); part++)
    expect((await fileOf(asked, `pdf-${part}`)).length).toBeGreaterThan(10_000)
  if (process.env.LANYARD_LONG) console.log({ many, seconds, grown, bytes: json.length })
  expect(seconds).toBeLessThan(60)
  expect(grown).toBeLessThan(700)
}, 180_000)

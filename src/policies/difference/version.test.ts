import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { type Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { publish as publishVersion } from '../../../tests/setup/publish.ts'
import { signs } from '../../../tests/setup/sign.ts'
import { acceptableUse } from '../../demo/index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  expect((await house.verify()).problems).toEqual([])
  await house.close()
})

const at = `/policies/${acceptableUse.riverside}`
const pageOf = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const sign = (who: Person) => signs(who, at)
/** Publishes a version that everybody must sign, the two who are behind it too. */
async function publish(text: string): Promise<void> {
  await publishVersion(house, at, { text, note: 'Hours', again: true })
  for (const name of ['grace', 'dev'] as const) await sign(await signedIn(house, name))
}

const second = '# Phones\n\nUse the team phone. Call before nine at night.\n\nAsk Dev if you are not sure.'
const third =
  '# Phones\n\nUse the team phone. Call before eight at night.\n\nNever <b>give</b> your own number.'

test('whoever signs again sees first what changed since the version they signed, in words', async () => {
  const [ben, amira] = [await signedIn(house, 'ben'), await signedIn(house, 'amira')]
  expect(await pageOf(ben, `${at}/sign`)).not.toContain('What changed since')
  await publish(second)
  await sign(ben)
  await publish(third)

  const again = await (await ben.get(`${at}/sign`)).text()
  const words = wordsOf(again)
  expect(words).toContain('What changed since you last signed version 2')
  expect(words).toContain('Call before [removed: nine ] [added: eight ] at night.')
  expect(words).toContain('Removed Ask Dev if you are not sure.')
  expect(again).toContain('<del>Ask Dev if you are not sure.</del>')
  expect(again).toContain('<ins>Never &lt;b>give&lt;/b> your own number.</ins>')
  expect(words.indexOf('What changed since')).toBeLessThan(words.indexOf('The whole of version 3'))
  // Amira signed the first and never the second: hers is told from there.
  expect(await pageOf(amira, `${at}/sign`)).toContain('What changed since you last signed version 1')
})

test('each version has its page, with what changed in it and the way to the one before', async () => {
  const ben = await signedIn(house, 'ben')
  expect(await pageOf(ben, at)).toContain('What changed in version 3, and earlier versions')
  const page = await pageOf(ben, `${at}/versions/3`)
  expect(page).toContain('Standing In force')
  expect(page).toContain('What changed since version 2')
  expect(await pageOf(ben, `${at}/versions/2`)).toContain('Version 3 is in force now')
  const first = await pageOf(ben, `${at}/versions/1`)
  expect(first).not.toContain('What changed since')
  expect(first).toContain('Version 2, after it')
  for (const nowhere of ['0', '4', '03', '-1', '1e0', 'x'])
    expect([nowhere, (await ben.get(`${at}/versions/${nowhere}`)).status]).toEqual([nowhere, 404])
  expect((await (await signedIn(house, 'helen')).get(`${at}/versions/1`)).status).toBe(404)
})

test('a text of 200,000 characters that is new from end to end opens in time, and the difference stays short', async () => {
  const ben = await signedIn(house, 'ben')
  const long = Array.from(
    { length: 3000 },
    (_, at) => `Rule ${at}: keep children safe, and ask when not sure.`,
  )
  await publish(long.join('\n\n'))
  const began = performance.now()
  const page = await (await ben.get(`${at}/sign`)).text()
  expect(performance.now() - began).toBeLessThan(3000)
  expect(wordsOf(page)).toContain('more changes are too long to show here')
  expect(page.indexOf('The whole of version 4')).toBeLessThan(60_000)
})

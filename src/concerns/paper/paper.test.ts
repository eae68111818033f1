import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey } from '../../../tests/setup/keys.ts'
import { readBack } from '../../../tests/setup/pdf.ts'
import { hiddenOn, Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { cast } from '../../demo/index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  await makesKey(await signedIn(house, 'ellen'))
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

test('the form prints for anybody: 999 before a line to write on, and into whose hands it goes', async () => {
  const answer = await new Person(house).get('/tell/riverside-youth/paper')
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const { parts } = await readBack(new Uint8Array(await answer.arrayBuffer()))
  const words = parts.map(({ text }) => text).join(' ')
  expect(words).toContain('call 999')
  expect(words.indexOf('call 999')).toBeLessThan(words.indexOf('What worries you?'))
  expect(words).toContain('Ellen Fraser')
})

test('what was written on paper is copied word for word, and says so: who wrote it, when, and who copied it', async () => {
  const [amira, ellen] = [await signedIn(house, 'amira'), await signedIn(house, 'ellen')]
  const at = '/concerns/from-paper'
  const code = hiddenOn(await (await amira.get(at)).text(), 'code')
  const said = { words: 'he allways waits by the gait.\nI asked: did he touch you?', about: 'unknown' }
  await amira.go(at, { code, ...said, writer: 'Mrs Jones', day: '2026-11-25', time: '14:05' })
  const { rows } = await house.database.asOwner('select id, came_by, reported_by from concern')
  expect(rows).toMatchObject([{ came_by: 'paper', reported_by: cast.amira.id }])
  const html = await (await ellen.get(`/concerns/${rows[0].id}`)).text()
  expect(html).toContain('he allways waits by the gait.\nI asked: did he touch you?')
  expect(wordsOf(html)).toContain('Written at 14:05 on 2026-11-25 by Mrs Jones, copied by Amira Haddad')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellsOf } from '../../../tests/setup/concern.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey } from '../../../tests/setup/keys.ts'
import { readBack } from '../../../tests/setup/pdf.ts'
import { Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { newId } from '../../kit/ids.ts'

let house: TestHouse
let ellen: Person
let concern: string
beforeAll(async () => {
  house = await openHouse()
  ellen = await signedIn(house, 'ellen')
  await makesKey(ellen)
  concern = (
    await tellsOf(house, new Person(house), {
      words: 'Canary apricot: he writes to her at night.',
      about: 'worker',
      what_grooming: 'yes',
      who: 'Rosa Silva',
      adult: 'Somebody Else',
      web: 'https://chat.example/room moonlight99',
    })
  ).id
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const page = async (path: string) => wordsOf(await (await ellen.get(path)).text())
const make = (body: string) => `/concerns/${concern}/packs/for/${body}`

test('whom to tell stands in the order of the route, and each is handed what it takes of what is known', async () => {
  const list = await page(`/concerns/${concern}/packs`)
  expect(list).toContain('The LADO')
  expect(list).toContain('CEOP')
  const form = async (body: string) => (await ellen.get(make(body))).text()
  const lado = await form('lado')
  for (const known of ['Canary apricot: he writes to her at night.', 'Somebody Else', 'Riverside Youth Club'])
    expect(lado).toContain(known)
  const iwf = (await form('iwf')).replace(/<header[\s\S]*?<\/header>/, '')
  expect(iwf).toContain('https://chat.example/room')
  for (const never of ['moonlight99', 'Canary', 'Rosa', 'Somebody Else']) expect(iwf).not.toContain(never)
})

test('a pack is kept sealed, read again as text and as a PDF, and the record says for whom and no word of it', async () => {
  const sent = {
    organisation: 'Riverside Youth Club',
    happened: 'Canary bilberry: in her own words.',
    subjectName: 'Canary cloudberry',
    key: newId(),
  }
  const at = (await ellen.go(make('lado'), sent)).replace(/\?.*/, '')
  // Pressed again it is the same one.
  expect((await ellen.go(make('lado'), sent)).replace(/\?.*/, '')).toBe(at)
  const shown = await page(at)
  expect(shown).toContain('What happened, in the words first used: Canary bilberry: in her own words.')
  expect(shown).toContain('Date of birth, or age: not known')
  const file = await ellen.get(`${at}/file`)
  expect(file.headers.get('content-type')).toBe('application/pdf')
  const { parts, untagged } = await readBack(new Uint8Array(await file.arrayBuffer()))
  const pdf = parts.map(({ text }) => text).join('\n')
  expect(untagged).toEqual([])
  expect(pdf).toContain('Canary cloudberry')
  expect(pdf).toContain('Riverside Youth Club')
  const { rows } = await house.database.asOwner(
    `select s.body, e.content::text as content, e.leaf::text as leaf from concern_step s
      join entry e on e.agency_id = s.agency_id and e.id = s.entry_id where s.step = 'pack-made'`,
  )
  expect(rows).toHaveLength(1)
  expect(rows[0].body).toBe('lado')
  expect(`${rows[0].content}${rows[0].leaf}`).not.toMatch(/canary/i)
  expect(await page(`/concerns/${concern}`)).not.toContain('Canary bilberry')
  expect(await page(`/concerns/${concern}/packs`)).toContain('Made so far')
})

test('a body that takes no report like this says what to do instead, and nothing typed is lost', async () => {
  const answer = await ellen.post(make('ceop'), { happened: 'Canary damson.', key: newId() })
  const html = await answer.text()
  expect(answer.status).toBe(409)
  expect(wordsOf(html)).toContain('CEOP takes no report without a name')
  expect(html).toContain('Canary damson.')
})

test('nobody makes or reads one who does not read the concern', async () => {
  const farid = await signedIn(house, 'farid')
  const amira = await signedIn(house, 'amira')
  for (const who of [farid, amira])
    for (const path of [`/concerns/${concern}/packs`, make('lado'), `/concerns/${concern}/packs/${newId()}`])
      expect([path, (await who.get(path)).status]).toEqual([path, 404])
  expect((await ellen.get(make('nonsense'))).status).toBe(404)
  expect((await ellen.get(`/concerns/${concern}/packs/${newId()}/file`)).status).toBe(404)
})

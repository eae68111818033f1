import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handsIn, tellsOf } from '../../../tests/setup/concern.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey } from '../../../tests/setup/keys.ts'
import { hiddenOn, Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { idOf } from '../../kit/ids.ts'

let house: TestHouse
let ellen: Person
let amira: Person
beforeAll(async () => {
  house = await openHouse()
  ;[ellen, amira] = await Promise.all([signedIn(house, 'ellen'), signedIn(house, 'amira')])
  await makesKey(ellen)
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const at = '/tell/riverside-youth/words'
const paper = '/concerns/from-paper'
const count = async (table: string) =>
  (await house.database.asOwner(`select count(*)::int as n from ${table}`)).rows[0].n
const codeIn = (text: string) => /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(text)?.[0] ?? ''
const page = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())

test('a second paper copied with the first one’s code is another concern, with a code of its own', async () => {
  const code = hiddenOn(await (await amira.get(paper)).text(), 'code')
  const codes: string[] = []
  for (const words of ['He hits me.', 'She takes my dinner.', 'She takes my dinner.']) {
    await amira.go(paper, { code, words, about: 'unknown', day: '2026-11-25' })
    codes.push(codeIn(await page(amira, '/tell')))
  }
  expect(await count('concern')).toBe(2)
  expect(new Set(codes).size).toBe(2)
  expect(codes[1]).toBe(codes[2])
  const [first = '', second = ''] = codes
  const [one, other] = [new Person(house), new Person(house)]
  await one.go('/told', { code: first })
  await other.go('/told', { code: second })
  expect(await page(one, '/told')).toContain('He hits me.')
  const theirs = await page(other, '/told')
  expect(theirs).toContain('She takes my dinner.')
  expect(theirs).not.toContain('He hits me.')
})

test('somebody else at the same device who types over a form that was sent is shown their own words, under their own code', async () => {
  const child = new Person(house)
  const { code } = await tellsOf(house, child, { words: 'The first child’s.', about: 'unknown' })
  const before = await count('concern')
  const next = new Person(house)
  const sends = () => next.go(at, { code, words: 'The second child’s.', about: 'unknown' })
  for (const to of await Promise.all([sends(), sends(), sends()])) expect(to).toContain('/told')
  expect(await count('concern')).toBe(before + 1)
  const told = await page(next, '/told')
  expect(told).toContain('The second child’s.')
  expect(told).not.toContain('The first child’s.')
  expect(codeIn(told).replaceAll('-', '')).not.toBe(code)
  expect(await page(child, '/told')).toContain('The first child’s.')
})

test('whoever signs in at a device where somebody else’s form is still open keeps their words, under a code of their own; so does whoever goes back to give their name', async () => {
  const carys = await signedIn(house, 'carys')
  const stranger = new Person(house)
  const send = async (who: Person, code: string, words: string, more = {}) => {
    const to = await who.go(at, { code, words, about: 'unknown', danger: 'no', ...more })
    expect(to).toContain('/told')
    return page(who, '/told')
  }
  for (const [first, more] of [
    [amira, {}],
    [amira, { nameless: 'yes' }],
    [stranger, {}],
  ] as const) {
    const before = await count('concern')
    const { code } = await tellsOf(house, first, { words: 'Who came first.', about: 'unknown', ...more })
    for (let times = 0; times < 2; times++) {
      const theirs = await send(carys, code, 'Who came second.')
      expect(theirs).toContain('Who came second.')
      expect(theirs).not.toContain('Who came first.')
    }
    expect(await count('concern')).toBe(before + 2)
  }
  const before = await count('concern')
  const { code } = await tellsOf(house, amira, {
    words: 'It is I who say so.',
    about: 'unknown',
    nameless: 'yes',
  })
  for (const more of [{}, {}, { nameless: 'yes' }])
    expect(await send(amira, code, 'It is I who say so.', more)).toContain('It is I who say so.')
  expect(await count('concern')).toBe(before + 2)
  // The same words by two people are two concerns.
  for (const who of [carys, ellen]) await send(who, code, 'It is I who say so.')
  expect(await count('concern')).toBe(before + 4)
})

test('whoever goes back and says whose doing it is after all is heard anew, by whoever hears that; sent once more, once', async () => {
  const child = new Person(house)
  const { code } = await tellsOf(house, child, { words: 'It is one of you.', about: 'unknown' })
  const before = await count('concern')
  for (const about of ['worker', 'worker', 'child'])
    await child.go(at, { code, words: 'It is one of you.', about })
  expect(await count('concern')).toBe(before + 2)
  const { rows } = await house.database.asOwner('select about from concern order by id desc limit 2')
  expect(rows).toEqual([{ about: ['child'] }, { about: ['worker'] }])
})

test('whoever goes back and writes on loses nothing: other words of the same page are added too, the same ones once', async () => {
  const child = new Person(house)
  const { id } = await tellsOf(house, child, { words: 'It began in May.', about: 'unknown' })
  const key = crypto.randomUUID()
  for (const words of ['He did it again.', 'He did it again.', 'He did it again. And on Friday.'])
    await child.go('/told', { words, key })
  const note = crypto.randomUUID()
  for (const words of ['I rang her.', 'I rang her.', 'I rang her. She cried.'])
    await ellen.go(`/concerns/${id}/answer`, { words, whose: 'note', key: note })
  const seen = await page(ellen, `/concerns/${id}`)
  expect(seen).toContain('And on Friday.')
  expect(seen).toContain('She cried.')
  const { rows } = await house.database.asOwner(
    'select kind, draft_key from concern_piece where concern_id = $1',
    [id],
  )
  expect(rows.map(({ kind }) => kind).toSorted()).toEqual(['addition', 'addition', 'note', 'note'])
  // Whoever has the database alone can try no words against what they are known by again.
  const tried = createHash('sha256').update(JSON.stringify([key, id, 'addition', 0, 'He did it again.']))
  expect(rows.map(({ draft_key }) => draft_key)).not.toContain(idOf(tried.digest()))
})

test('another document from the same page is kept too; the same one once', async () => {
  const { id } = await tellsOf(house, new Person(house), { words: 'There are letters.', about: 'child' })
  await handsIn(house, ellen, id)
  const form = `/concerns/${id}/documents/new`
  const key = hiddenOn(await (await ellen.get(form)).text(), 'key')
  for (const words of ['One.', 'Two.', 'Two.'])
    expect((await ellen.upload(form, 'file', new File([words], 'A letter.txt'), { key })).status).toBe(303)
  const { rows } = await house.database.asOwner(
    'select count(*)::int as n from concern_document where concern_id = $1',
    [id],
  )
  expect(rows[0].n).toBe(3)
})

test('where concerns are not taken yet nothing goes in by any way, the words stay, and it says whom to call', async () => {
  await house.database.asOwner('alter table concern_switch disable trigger all')
  await house.database.asOwner('create table switch_aside as table concern_switch')
  await house.database.asOwner('delete from concern_switch')
  const before = await count('concern')
  const code = 'K7QD93XM4TRE8WZ2'
  for (const [who, path] of [
    [new Person(house), at],
    [new Person(house), '/tell/riverside-youth/child/words'],
    [amira, paper],
  ] as const) {
    const answer = await who.post(path, {
      code,
      words: 'He waits for me.',
      about: 'unknown',
      day: '2026-11-25',
    })
    const text = await answer.text()
    expect([path, answer.status]).toEqual([path, 409])
    expect(text).toContain('He waits for me.')
    expect(wordsOf(text)).toContain('0808 800 5000')
  }
  expect(await count('concern')).toBe(before)
  await house.database.asOwner('insert into concern_switch select * from switch_aside')
  await house.database.asOwner('drop table switch_aside')
  await house.database.asOwner('alter table concern_switch enable trigger all')
  await tellsOf(house, new Person(house), { words: 'Now it is taken.', about: 'unknown' })
})

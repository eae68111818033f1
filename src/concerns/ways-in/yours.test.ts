import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellsOf } from '../../../tests/setup/concern.ts'
import { formsOn } from '../../../tests/setup/forms.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey } from '../../../tests/setup/keys.ts'
import { hiddenOn, Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { pagesOf } from '../../app.ts'
import { cast } from '../../demo/index.ts'

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

const page = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())

test('after sending, whoever told is shown what is theirs to do, and why; a child in a child’s words', async () => {
  const stranger = new Person(house)
  await tellsOf(house, stranger, {
    words: 'There is a picture of her.',
    about: 'worker',
    what_image: 'yes',
    web: 'https://example.org/picture',
  })
  const told = await page(stranger, '/told?sent=riverside-youth')
  expect(told).toContain('What is yours to do')
  // That has been done by telling.
  expect(told).not.toContain('Tell the designated person')
  for (const part of ['Tell the police: 101', 'www.iwf.org.uk/report', 'It can have the picture taken down'])
    expect(told).toContain(part)
  for (const part of ['Tell the LADO yourself', 'Report Remove']) expect(told).toContain(part)

  const child = new Person(house)
  const at = '/tell/riverside-youth/child/words'
  const code = hiddenOn(await (await child.get(`${at}?danger=no`)).text(), 'code')
  const to = await child.go(at, { code, danger: 'no', words: 'He has a picture of me.', what_image: 'yes' })
  const theirs = await page(child, to)
  expect(theirs).toContain('What you can do yourself')
  expect(theirs).toContain('If it is a picture of you, Report Remove can have it taken down')
  expect(theirs).not.toContain('Tell the LADO yourself')
  // They come back, and it is a child’s page still.
  const later = new Person(house)
  await later.go('/told', { code })
  expect(await page(later, '/told')).toContain('What you can do yourself')
})

test('a worker sees what they told in their own name and how it stands, and none of its words', async () => {
  expect(await page(amira, '/told/mine')).toContain('You have told of nothing in your own name.')
  const { id } = await tellsOf(house, amira, { words: 'Canary quince.', about: 'child' })
  await tellsOf(house, amira, { words: 'Not by me.', about: 'child', nameless: 'yes' })
  expect(await page(amira, '/tell')).toContain('what you told in your own name')
  expect(await page(amira, '/told/mine')).toContain('Not looked at yet')
  await ellen.get(`/concerns/${id}`)
  const looked = await page(amira, '/told/mine')
  expect(looked).toContain('No answer yet')
  await ellen.go(`/concerns/${id}/answer`, {
    words: 'Canary medlar.',
    whose: 'reply',
    key: crypto.randomUUID(),
  })
  const answered = await page(amira, '/told/mine')
  expect(answered).toContain('Come back with your code to read it')
  expect(answered).not.toContain('Canary')
  expect(answered.match(/A concern, told/g)).toHaveLength(1)
  const carys = await signedIn(house, 'carys')
  expect(await page(carys, '/told/mine')).toContain('You have told of nothing')
})

test('no picture can be pasted into anything that is written in a concern, nor into the form about a message', async () => {
  const picture = `data:image/png;base64,${(
    await sharp({ create: { width: 40, height: 40, channels: 3, background: '#a31' } })
      .png()
      .toBuffer()
  ).toString('base64')}`
  const { id } = await tellsOf(house, new Person(house), { words: 'Bruises.', about: 'child' })
  await ellen.get(`/concerns/${id}`)
  const talk = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  await amira.go(`${talk}/write`, { body: 'Come early.', key: crypto.randomUUID() })
  const { rows } = await house.database.asOwner('select id from message order by id desc limit 1')
  const carys = await signedIn(house, 'carys')
  const places: [Person, string][] = [[carys, `${talk}/messages/${rows[0].id}/worried`]]
  for (const { address } of pagesOf(house.house))
    if (address.pattern.startsWith('/concerns/:concern/') && !/:.*:/.test(address.pattern))
      places.push([ellen, address.pattern.replace(':concern', id)])
  let pasted = 0
  for (const [who, path] of places) {
    const html = await (await who.get(path)).text()
    for (const { to, method, controls } of formsOn(html, path)) {
      if (method !== 'post' || !to.startsWith(path)) continue
      for (const { name } of controls.filter(({ kind }) => kind === 'text')) {
        const first = Object.fromEntries(controls.map(one => [one.name, one.values[0] ?? '']))
        const answer = await who.post(to, { ...first, [name]: `As she said.\n${picture}` })
        const text = await answer.text()
        expect([to, name, answer.status]).toEqual([to, name, 422])
        expect(wordsOf(text)).toContain('We take no picture, film or packed file')
        expect(text).toContain('As she said.')
        expect(text).not.toContain(picture.slice(0, 60))
        pasted++
      }
    }
  }
  expect(pasted).toBeGreaterThan(10)
})

import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { hiddenOn, Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { agencies, cast } from '../../demo/index.ts'

let house: TestHouse
let grace: Person
beforeAll(async () => {
  house = await openHouse()
  grace = await signedIn(house, 'grace')
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const words = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const factsOf = async (part: string) =>
  (
    await house.database.asOwner(
      'select said, person_id, entry_id from organisation_fact where agency_id = $1 and part = $2 order by set_at, id',
      [agencies.riverside.id, part],
    )
  ).rows

test('an administrator says who is told outside, and the staff find it where help is', async () => {
  const lado = { name: 'Sol Grey, Marlow Vale Council', phone: '020 7946 0551', email: '' }
  expect(await grace.go('/organisation/lado', lado)).toBe('/organisation')
  expect(await words(grace, '/organisation')).toContain('Sol Grey, Marlow Vale Council 020 7946 0551')
  const help = await words(await signedIn(house, 'amira'), '/help')
  expect(help).toContain('(LADO), Sol Grey, Marlow Vale Council, on 020 7946 0551')
  expect(help).toContain('Ellen Fraser, designated person: 020 7946 0210')
  expect(help).toContain('Farid Aziz, deputy: 020 7946 0211')
  expect(help.indexOf('999')).toBeLessThan(help.indexOf('020 7946 0210'))
  // What stood before stays, each with an entry of its own.
  const rows = await factsOf('lado')
  expect(rows.map(({ said }) => said.name)).toEqual(['Priya Anand, Marlow Vale Council', lado.name])
  const { rows: entries } = await house.database.asOwner('select event from entry where id = $1', [
    rows[1]?.entry_id,
  ])
  expect(entries).toEqual([{ event: 'organisation.said' }])
  // Somebody who is not signed in is told no names.
  expect(await words(new Person(house), '/help')).not.toContain('Ellen Fraser')
})

test('only who is designated person or deputy has a number printed; nobody else’s can be given', async () => {
  const at = `/organisation/contacts/${cast.ellen.id}`
  await grace.go(at, { phone: '020 7946 0212', email: 'Safe@Riverside-Youth.example' })
  expect(await words(grace, '/organisation')).toContain('020 7946 0212 safe@riverside-youth.example')
  expect((await grace.get(`/organisation/contacts/${cast.amira.id}`)).status).toBe(404)
  expect((await (await signedIn(house, 'carys')).get('/organisation')).status).toBe(404)
  const wrong = await grace.post(at, { phone: 'ask at the desk', email: 'nobody@' })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  expect(wordsOf(page)).toContain('The telephone number must be a telephone number, like 020 7946 0200')
  expect(page).toContain('value="ask at the desk"')
})

test('how the organisation is reached is changed on the record, and what did not change leaves no entry', async () => {
  const reach = {
    phone: '020 7946 0201',
    'out-of-hours': 'After 6pm: 020 7946 0998',
    email: 'office@riverside-youth.example',
    web: 'riverside-youth.example',
    police: '',
  }
  await grace.go('/organisation/reach', reach)
  const { rows } = await house.database.asOwner('select phone, web from agency where id = $1', [
    agencies.riverside.id,
  ])
  expect(rows).toEqual([{ phone: '020 7946 0201', web: 'https://riverside-youth.example' }])
  const changes = async () =>
    (await house.database.asOwner(`select 1 from entry where event = 'agency.changed'`)).rowCount
  expect(await changes()).toBe(1)
  await grace.go('/organisation/reach', reach)
  expect(await changes()).toBe(1)
  expect(await factsOf('police')).toEqual([])
  expect(await words(grace, '/organisation')).toContain('The police, when it is no emergency 101')
})

test('the numbers that are named here are the organisation’s own in a message, and others are not', async () => {
  const amira = await signedIn(house, 'amira')
  const at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  const send = async (body: string) => {
    const key = hiddenOn(await (await amira.get(at)).text(), 'key')
    return amira.post(`${at}/write`, { body, key })
  }
  expect((await send('If you worry, our designated person is on 020 7946 0212.')).status).toBe(303)
  expect((await send('Or write to lado@marlow-vale.example.')).status).toBe(409)
  expect((await send('Or call 020 7946 0777.')).status).toBe(409)
})

test('a colour that white cannot be read on is refused with one that it can, and nothing is changed', async () => {
  const refused = await grace.post('/organisation/colour', { colour: '#ffcc00' })
  expect(refused.status).toBe(409)
  const page = await refused.text()
  expect(wordsOf(page)).toContain('White words cannot be read on #ffcc00: it stands out from white 1.5 to 1')
  expect(page).toContain('value="#ffcc00"')
  const instead = /colour\?colour=%23([0-9a-f]{6})/.exec(page)?.[1] ?? ''
  expect(await (await grace.get(`/organisation/colour?colour=%23${instead}`)).text()).toContain(
    `value="#${instead}"`,
  )
  expect((await factsOf('colour')).length).toBe(1)
  await grace.go('/organisation/colour', { colour: instead })
  expect((await factsOf('colour')).at(-1)?.said).toEqual({ colour: `#${instead}` })
  expect((await grace.post('/organisation/colour', { colour: 'teal' })).status).toBe(422)
})

const file = (content: Uint8Array | string, name = 'logo.png') =>
  new File([typeof content === 'string' ? content : new Uint8Array(content)], name, { type: 'image/png' })
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0b5d6b' } })

test('a logo is drawn anew: bounded, a PNG, and nothing of where or by whom it was made', async () => {
  const jpeg = await picture(3000, 1000)
    .withExif({ IFD0: { Artist: 'Somebody Private' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .jpeg()
    .toBuffer()
  expect(jpeg.includes('Somebody Private')).toBe(true)
  expect((await grace.upload('/organisation/logo', 'file', file(jpeg, '../../logo.svg'))).status).toBe(303)
  const { rows } = await house.database.asOwner(
    'select content from organisation_logo where agency_id = $1 order by id desc limit 1',
    [agencies.riverside.id],
  )
  const meta = await sharp(rows[0].content).metadata()
  expect(meta).toMatchObject({ format: 'png', width: 1600, height: 533 })
  expect([meta.exif, meta.icc, meta.xmp, meta.iptc]).toEqual([undefined, undefined, undefined, undefined])
  expect(rows[0].content.includes('Somebody Private')).toBe(false)
  const at = /\/organisation\/logo\/[0-9a-f-]{36}/.exec(await (await grace.get('/organisation')).text())?.[0]
  const shown = await (await signedIn(house, 'amira')).get(at ?? '')
  expect(shown.headers.get('content-type')).toBe('image/png')
  expect((await (await signedIn(house, 'joan')).get(at ?? '')).status).toBe(404)
})

const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="100">${inside}</svg>`

test.each<[string, () => Promise<Uint8Array | string>, RegExp]>([
  ['an SVG with a script', async () => svg('<script>alert(1)</script>'), /An SVG drawing is not taken/],
  [
    'an SVG that fetches',
    async () => `<?xml version="1.0"?>${svg('<image xlink:href="http://127.0.0.1:1/x"/>')}`,
    /An SVG drawing is not taken/,
  ],
  ['a picture of 50 megapixels', () => picture(8000, 6300).png().toBuffer(), /more than 25 million pixels/],
  ['a page called logo.png', async () => '<html><body>hello', /must be a PNG, JPEG or WebP/],
  ['a GIF', () => picture(100, 100).gif().toBuffer(), /must be a PNG, JPEG or WebP/],
  [
    'half a picture',
    async () =>
      (
        await picture(900, 900)
          .composite([{ input: Buffer.from(svg('<circle r="50"/>')) }])
          .jpeg()
          .toBuffer()
      ).subarray(0, 3000),
    /damaged/,
  ],
  ['a dot', () => picture(1, 1).png().toBuffer(), /too small to print/],
  ['nothing', async () => '', /Choose a picture that is not empty/],
])('%s is no logo: it says why, and the logo that stood stands', async (_, content, why) => {
  const before = await factsOf('logo')
  const answer = await grace.upload('/organisation/logo', 'file', file(await content()))
  expect(answer.status).toBe(422)
  expect(wordsOf(await answer.text())).toMatch(why)
  expect(await factsOf('logo')).toEqual(before)
})

test('a file that is too large is told so, with the way back', async () => {
  const answer = await grace.upload('/organisation/logo', 'file', file(new Uint8Array(6 * 1024 * 1024)))
  expect(answer.status).toBe(413)
})

test('a logo is taken away, and the name stands alone', async () => {
  await grace.go('/organisation/logo', { change: 'take-away' })
  expect(await words(grace, '/organisation')).toContain('Logo Not given yet')
})

test('a senior manager of another organisation changes their own, and sees nothing of this one', async () => {
  const ivan = await signedIn(house, 'ivan')
  const page = await words(ivan, '/organisation')
  expect(page).toContain('Still to give: a designated person')
  expect(page).not.toContain('Riverside')
  await ivan.go('/organisation/equipment', { where: 'The school office', who: 'Joan Ellis' })
  expect(await words(grace, '/organisation')).not.toContain('The school office')
})

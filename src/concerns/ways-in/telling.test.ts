import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellsOf } from '../../../tests/setup/concern.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey } from '../../../tests/setup/keys.ts'
import { hiddenOn, Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { cast } from '../../demo/index.ts'

let house: TestHouse
let ellen: Person
beforeAll(async () => {
  house = await openHouse()
  ellen = await signedIn(house, 'ellen')
  await makesKey(ellen)
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const at = '/tell/riverside-youth/words'
const childs = '/tell/riverside-youth/child/words'
const codeOn = async (who: Person, path = at) =>
  hiddenOn(await (await who.get(`${path}?danger=no`)).text(), 'code')
const stored = async () =>
  Number((await house.database.asOwner('select count(*) as n from concern')).rows[0].n)

const png = () =>
  sharp({ create: { width: 40, height: 40, channels: 3, background: '#a31' } })
    .png()
    .toBuffer()

/** Sends the form with files in it, as a page of somebody else’s making would. */
async function sends(who: Person, fields: Readonly<Record<string, string>>, files: readonly File[]) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  for (const file of files) body.append('file', file)
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = {
    cookie,
    origin: house.url,
    'sec-fetch-site': 'same-origin',
    host: new URL(house.url).host,
  }
  return house.fetch(new Request(house.url + at, { method: 'POST', headers, body }))
}

test('a child need answer nothing but what is wrong, and hears that they are not in trouble', async () => {
  const child = new Person(house)
  const form = wordsOf(await (await child.get(`${childs}?danger=no`)).text())
  expect(form).toContain('You are not in trouble')
  expect(form).toContain('0800 1111')
  expect(form).not.toContain('LADO')
  const code = await codeOn(child, childs)
  expect(await child.go(childs, { code, words: 'He keeps pushing me over' })).toContain('/told')
  const { rows } = await house.database.asOwner(
    'select about, what from concern order by reported_at desc limit 1',
  )
  expect(rows[0]).toEqual({ about: ['unknown'], what: ['other'] })
})

test('while somebody writes it says what they saw, in the words used, known apart from thought, full names; no looking into it, no secrets', async () => {
  for (const who of [new Person(house), await signedIn(house, 'amira')]) {
    const form = wordsOf(await (await who.get(`${at}?danger=no`)).text())
    for (const says of [
      'What you saw, heard or were told, in the words that were used.',
      'Say what you know apart from what you think.',
      'Do not look into it yourself: listen, and write down what is said.',
      'Do not promise to keep it secret: say who has to know.',
      'Ask nothing that suggests an answer.',
      'Use full names where you know them.',
    ])
      expect(form).toContain(says)
  }
})

test('a worker’s nagging doubt is marked as one, and about whom it is says what they are', async () => {
  const amira = await signedIn(house, 'amira')
  const doubt = {
    words: 'He tells jokes that are not right.',
    about: 'worker',
    post: 'manager',
    lowLevel: 'yes',
  }
  const { id } = await tellsOf(house, amira, doubt)
  const { rows } = await house.database.asOwner('select about, facts from concern where id = $1', [id])
  expect(rows[0].about).toEqual(['manager'])
  expect(rows[0].facts.lowLevel).toBe('yes')
})

test('what a worker did themself goes in their name, and is read by no colleague of that name', async () => {
  const amira = await signedIn(house, 'amira')
  const { id } = await tellsOf(house, amira, {
    words: 'I gave him my own number.',
    about: 'worker',
    self: 'yes',
  })
  const seen = wordsOf(await (await ellen.get(`/concerns/${id}`)).text())
  expect(seen).toContain('I gave him my own number.')
  expect(seen).toContain('Amira Haddad')
  const { rows } = await house.database.asOwner('select subjects from concern where id = $1', [id])
  expect(rows[0].subjects).toHaveLength(1)
})

test('whoever did it with somebody else names both: neither reads it, and nor does the other where the first gives no name', async () => {
  const amira = await signedIn(house, 'amira')
  await makesKey(await signedIn(house, 'dev'))
  for (const nameless of [undefined, 'yes']) {
    const { id } = await tellsOf(house, amira, {
      words: 'We gave him our own numbers.',
      about: 'worker',
      adult: 'Ellen Fraser',
      self: 'yes',
      ...(nameless ? { nameless } : {}),
    })
    const { rows } = await house.database.asOwner('select subjects, heard_by from concern where id = $1', [
      id,
    ])
    expect(rows[0].subjects.toSorted()).toEqual(
      (nameless ? [cast.ellen.id] : [cast.amira.id, cast.ellen.id]).toSorted(),
    )
    expect(rows[0].heard_by).not.toContain(cast.ellen.id)
    expect((await ellen.get(`/concerns/${id}`)).status).toBe(404)
  }
})

test('a leading question and a promise are pointed out once before it goes; sent again as it is, it goes', async () => {
  const stranger = new Person(house)
  const words = 'I asked her: did he touch you? I promised I would not tell anyone.'
  const code = await codeOn(stranger)
  const before = await stored()
  const asked = await stranger.post(at, { code, words, about: 'unknown' })
  const html = await asked.text()
  expect(asked.status).toBe(200)
  expect(wordsOf(html)).toContain('Before you send')
  expect(wordsOf(html)).toContain('leading question')
  expect(html).toContain(words.replaceAll("'", '&#39;'))
  expect(hiddenOn(html, 'code')).toBe(code)
  expect(await stored()).toBe(before)
  await stranger.go(at, { code, words, about: 'unknown', asked: hiddenOn(html, 'asked') })
  expect(await stored()).toBe(before + 1)
})

test('no picture comes in: by its bytes, under any name or type, packed, or behind something else; the words stay', async () => {
  const picture = await png()
  const jpeg = await sharp(picture).jpeg().toBuffer()
  const files = [
    new File([picture], 'photo.png', { type: 'image/png' }),
    new File([jpeg], 'notes.txt', { type: 'text/plain' }),
    new File([Buffer.concat([Buffer.from('%PDF-1.4\n'), jpeg])], 'letter.pdf', { type: 'application/pdf' }),
    new File([Buffer.from('PK\u0003\u0004rubbish')], 'a.docx', { type: 'application/msword' }),
    new File([Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')], 'a.html', { type: 'text/html' }),
  ]
  const before = await stored()
  for (const file of files) {
    const stranger = new Person(house)
    const code = await codeOn(stranger)
    const answer = await sends(stranger, { code, words: 'He sent me this.', about: 'unknown' }, [file])
    const html = await answer.text()
    expect([file.name, answer.status]).toEqual([file.name, 422])
    expect(wordsOf(html)).toContain('Never look at, copy, print, share, store or save')
    expect(html).toContain('He sent me this.')
    expect(hiddenOn(html, 'code')).toBe(code)
  }
  expect(await stored()).toBe(before)
})

test('a file that holds no picture is not taken either, and the page says what to do instead', async () => {
  const stranger = new Person(house)
  const code = await codeOn(stranger)
  const file = new File(['A letter.'], 'letter.txt', { type: 'text/plain' })
  const answer = await sends(stranger, { code, words: 'See the letter.', about: 'unknown' }, [file])
  expect(answer.status).toBe(422)
  expect(wordsOf(await answer.text())).toContain('We take no files here')
})

test('a pasted picture is turned back whichever way it is written, and never shown again; the words beside it are', async () => {
  const picture = (await png()).toString('base64')
  const ways = {
    'data URL': `data:image/png;base64,${picture}`,
    base64: picture.replace(/.{76}/g, '$&\n'),
    drawing: '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
  }
  const before = await stored()
  for (const [way, pasted] of Object.entries(ways)) {
    for (const field of ['words', 'web', 'who']) {
      const stranger = new Person(house)
      const code = await codeOn(stranger)
      const said = { code, words: 'He sent it on Friday.', about: 'unknown' }
      const answer = await stranger.post(at, { ...said, [field]: `He sent it on Friday.\n${pasted}` })
      const html = await answer.text()
      expect([way, field, answer.status]).toEqual([way, field, 422])
      expect(html).toContain('He sent it on Friday.')
      expect(html).not.toContain(picture.slice(0, 40))
      expect(html).not.toContain('xmlns')
    }
  }
  expect(await stored()).toBe(before)
})

test('who comes back by a code can add no picture either', async () => {
  const stranger = new Person(house)
  await tellsOf(house, stranger, { words: 'Something.', about: 'unknown' })
  const pasted = `More.\ndata:image/png;base64,${(await png()).toString('base64')}`
  const answer = await stranger.post('/told', { words: pasted, key: crypto.randomUUID() })
  expect(answer.status).toBe(422)
  const { rows } = await house.database.asOwner('select count(*)::int as n from concern_piece')
  expect(rows[0].n).toBe(0)
})

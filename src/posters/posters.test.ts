import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOn } from '../../tests/setup/code-on.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { publish } from '../../tests/setup/publish.ts'
import { acceptableUse, agencies, cast } from '../demo/index.ts'
import { pictures } from '../kit/typst/index.ts'
import { logoOf } from '../people/index.ts'
import { read, system, write } from '../records/index.ts'
import { addressOf } from './downloads.ts'
import { lookAtPrintings } from './look-at-printings.ts'
import { selectPrinting } from './queries.ts'
import { sheetOf } from './sheet/lay-out.ts'
import { posterNow } from './words-now.ts'

let house: TestHouse
let amira: Person
let grace: Person
beforeAll(async () => {
  house = await openHouse()
  amira = await signedIn(house, 'amira')
  grace = await signedIn(house, 'grace')
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const words = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const print = (who: Person, poster: string, places: string, size = 'a4') =>
  who.go(`/posters/${poster}/print`, { size, places })
const riverside = system(agencies.riverside.id)
const look = () => write(house.house.ground, riverside, lookAtPrintings)
const idOf = (at: string) => at.split('/').at(-1) ?? ''
const row = async (at: string) =>
  (await house.database.asOwner('select * from poster_printing where id = $1', [idOf(at)])).rows[0]

/** What the code of a printing says, read off its picture as a scanner reads it; as a path of the house. */
async function scanned(at: string): Promise<string> {
  const found = await read(house.house.ground, riverside, async reader => {
    const printing = await selectPrinting(reader.db, agencies.riverside.id, idOf(at) as never)
    if (!printing) throw new Error('nothing was printed')
    const { words: now, facts } = await posterNow(reader, printing.poster)
    return { printing, now, logo: facts.logo && (await logoOf(reader, facts.logo)) }
  })
  const { printing, now, logo } = found
  const address = addressOf(house.url, printing.code)
  const [svg = ''] = await pictures(sheetOf({ words: now, size: printing.size, address, logo }))
  const read_ = await codeOn(svg)
  expect(read_).toBe(address)
  return new URL(read_ ?? '').pathname
}

test('a poster is printed for a place, and its code says to anybody that it is current; it is out of date after the next version', async () => {
  const at = await print(amira, 'general', 'Hall, beside the front door')
  const page = await words(amira, at)
  expect(page).toContain('Hall, beside the front door')
  const pdf = await amira.get(`${at}/file`)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  const file = new Uint8Array(await pdf.arrayBuffer())
  expect((await getDocumentProxy(file.slice())).numPages).toBe(1)

  const anybody = new Person(house)
  const path = await scanned(at)
  const current = await words(anybody, path)
  expect(current).toContain('This poster is current')
  expect(current).toMatch(/Acceptable use policy, version 1, in force from/)
  expect(current).toContain('If a child is in danger now, call 999')
  expect(current).toContain('Get help now')
  for (const personal of ['Amira', 'front door']) expect(current).not.toContain(personal)

  await publish(house, `/policies/${acceptableUse.riverside}`, {
    text: '# Phones\n\nUse the phones of the club.',
  })
  // At once, before anything has looked.
  const after = await words(anybody, path)
  expect(after).toContain('This poster is out of date')
  expect(after).toContain('version 2 of the acceptable use policy')
  expect(after).toMatch(/version 2, in force from/)

  await look()
  expect(await row(at)).toMatchObject({
    superseded_by: 'version 2 of the acceptable use policy',
    ended_at: null,
  })
  expect(await words(anybody, path)).toMatch(/It was superseded on \d+ \w+ \d{4} by version 2/)
  expect(await words(amira, '/duties')).toContain('Replace a poster that is out of date')
  expect((await amira.get(`${at}/file`)).status).toBe(404)

  const anew = await amira.go(`${at}/end`, { how: 'replaced' })
  expect(await words(amira, '/duties')).not.toContain('Replace a poster that is out of date')
  expect(await words(amira, at)).toContain('Replaced on')
  expect(await words(anybody, await scanned(anew))).toContain('This poster is current')
  expect(await words(anybody, path)).toContain('It was replaced by a new printing')
  const { rows } = await house.database.asOwner(
    `select event from entry where about_id = $1 order by at, id`,
    [idOf(at)],
  )
  expect(rows.map(({ event }) => event)).toEqual(['poster.printed', 'poster.superseded', 'poster.ended'])
})

test('a poster of one place is printed for each, and the register says where all of them hang', async () => {
  const to = await print(grace, 'worried', 'Kitchen\n\n  Stairs,   first floor ', 'a3')
  expect(to).toBe('/posters/register')
  const register = await words(amira, to)
  for (const place of ['Kitchen', 'Stairs, first floor']) expect(register).toContain(place)
  expect(register).toContain('If you are worried, for adults, A3')
  expect(await words(await signedIn(house, 'joan'), '/posters/register')).not.toContain('Kitchen')
  const wrong = await grace.post('/posters/worried/print', { size: 'a5', places: '' })
  expect(wrong.status).toBe(422)
  const page = wordsOf(await wrong.text())
  expect(page).toContain('Choose the paper')
  expect(page).toContain('Enter where the poster will hang')
})

test('when a name or number changes, what hangs with the old one is out of date, and is current again if it comes back', async () => {
  const at = await print(grace, 'who-to-tell', 'Office')
  const contact = `/organisation/contacts/${cast.ellen.id}`
  const was = { phone: '020 7946 0210', email: 'ellen.fraser@riverside-youth.example' }
  await grace.go(contact, { ...was, phone: '020 7946 0213' })
  await look()
  expect((await row(at)).superseded_by).toBe('new words, names or numbers')
  expect(await words(grace, '/duties')).toContain('Replace a poster that is out of date')
  await grace.go(contact, was)
  await look()
  expect((await row(at)).superseded_at).toBeNull()
  expect(await words(new Person(house), await scanned(at))).toContain('This poster is current')
})

test('an organisation words a poster otherwise: its words are printed, 999 stays, what hangs is out of date at once', async () => {
  const at = await print(grace, 'email', 'Staff room')
  const own = {
    title: 'Only club email',
    'do-not': 'Do not write from home accounts.',
    best: '',
    safe: 'Ask Grace.',
    poor: '',
  }
  await grace.go('/posters/email/wording', own)
  expect((await row(at)).superseded_by).toBe('a new wording')
  const page = await words(amira, '/posters/email')
  for (const said of [
    'Only club email',
    'Do not write from home accounts.',
    'If a child is in danger now, call 999',
  ])
    expect(page).toContain(said)
  expect(page).not.toContain('Poor practice')
  expect((await amira.get('/posters/email/wording')).status).toBe(404)
  await grace.go('/posters/email/wording', { ...own, ours: 'yes' })
  expect(await words(amira, '/posters/email')).toContain('Work email for work')
  expect((await row(at)).superseded_at).toBeNull()
})

test('the code of “Tell us” opens the page on which anybody tells of a worry, and goes on doing so when it is out of date', async () => {
  const at = await print(grace, 'tell-us', 'Front door')
  const path = await scanned(at)
  const anybody = new Person(house)
  const opened = await anybody.get(path)
  expect([opened.status, opened.headers.get('location')]).toEqual([303, '/tell/riverside-youth'])
  expect(await words(anybody, '/tell/riverside-youth')).toContain('What are you worried about?')
  expect(await words(anybody, `${path}?current`)).toContain('This poster is current')
  await grace.go(`${at}/end`, { how: 'taken-down' })
  expect((await anybody.get(path)).headers.get('location')).toBe('/tell/riverside-youth')
})

test('what cannot be printed is refused with what to do, and what was typed is kept', async () => {
  const long = Array.from({ length: 8 }, () => 'A point that goes on and on. '.repeat(6).trim()).join('\n')
  const tooMuch = await grace.post('/posters/email/wording', { title: 'Email', 'do-not': long })
  expect(tooMuch.status).toBe(409)
  const page = await tooMuch.text()
  expect(wordsOf(page)).toContain(
    'This is more than fits on a poster at a size that can be read from two metres',
  )
  expect(page).toContain('A point that goes on and on.')
  const letters = await grace.post('/posters/email/wording', { title: 'Email 漢 😀' })
  expect(letters.status).toBe(409)
  expect(wordsOf(await letters.text())).toContain('cannot be printed with 漢 😀')
  const nothing = { title: '', 'do-not': '', best: '', safe: '', poor: '' }
  expect((await grace.post('/posters/email/wording', nothing)).status).toBe(409)
  const title = await grace.post('/posters/email/wording', { title: 'x'.repeat(4000) })
  expect(title.status).toBe(422)
  const point = await grace.post('/posters/email/wording', { 'do-not': 'y'.repeat(4000) })
  expect(point.status).toBe(422)
  expect(wordsOf(await point.text())).toContain('has 4,000')
})

test('where nobody is named, a poster that says whom to tell is not printed', async () => {
  const joan = await signedIn(house, 'joan')
  const refused = await joan.post('/posters/worried/print', { size: 'a4', places: 'Hall' })
  expect(refused.status).toBe(409)
  expect(wordsOf(await refused.text())).toContain('no designated person has a telephone number here')
  expect((await joan.post('/posters/phones/print', { size: 'a4', places: 'Hall' })).status).toBe(303)
})

test('the posters of a leaver are somebody else’s, with what is owed of them, and the database lets none be left behind', async () => {
  const [ben, farid] = [await signedIn(house, 'ben'), await signedIn(house, 'farid')]
  const at = await print(ben, 'images', 'Darkroom')
  const behind = house.database.asOwner(
    `update person set left_at = now() where id = '${cast.ben.id}' and agency_id = '${agencies.riverside.id}'`,
  )
  await expect(behind).rejects.toThrow(/person .* cannot leave/)
  await grace.go('/organisation/equipment', { where: 'the shed', who: 'Carys Powell' })
  await look()
  expect(await words(ben, '/duties')).toContain('Replace a poster that is out of date')
  const leaving = `/people/${cast.ben.id}/leaving`
  expect(await words(grace, leaving)).toContain('Images: Darkroom')
  await grace.go(leaving, { 'to-children': cast.farid.id, 'to-posters': cast.farid.id })
  expect(await row(at)).toMatchObject({ keeper_id: cast.farid.id, printed_by: cast.ben.id })
  expect(await words(farid, '/duties')).toContain('Replace a poster that is out of date')
  await farid.go(`${at}/end`, { how: 'taken-down' })
  expect(await words(farid, '/duties')).not.toContain('Replace a poster that is out of date')
  expect((await farid.get(`${at}/end`)).status).toBe(404)
})

test('alone, a poster on a wall is enough for the database to let nobody go', async () => {
  const at = await print(grace, 'email', 'Attic')
  const { noor } = cast
  await house.database.asOwner(`update poster_printing set keeper_id = $1 where id = $2`, [noor.id, idOf(at)])
  const others = `update role_grant set ended_at = now() where person_id = '${noor.id}'`
  const gone = `update person set left_at = now() where id = '${noor.id}'`
  await expect(house.database.asOwner(`begin; ${others}; ${gone}; commit`)).rejects.toThrow(
    /look after a poster/,
  )
  await house.database.asOwner('rollback')
  await house.database.asOwner(`update poster_printing set keeper_id = $1 where id = $2`, [
    cast.grace.id,
    idOf(at),
  ])
})

test('a code that is nobody’s looks like each page that is not there; one of a picture says what codes are for', async () => {
  const anybody = new Person(house)
  for (const code of ['x', 'A'.repeat(22), '..%2f..', `${'a'.repeat(21)}!`])
    expect((await anybody.get(`/posters/printed/${code}`)).status).toBe(404)
  expect(await words(anybody, '/posters/printed/not-printed-yet')).toContain('A code on a poster')
})

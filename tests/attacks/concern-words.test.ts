import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Said } from '../../src/concerns/said.ts'
import { newId } from '../../src/kit/ids.ts'
import { tellsOf } from '../setup/concern.ts'
import { formsOn, unescaped } from '../setup/forms.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { makesKey } from '../setup/keys.ts'
import { encoded, held, isPicture, odd } from '../setup/odd.ts'
import { hiddenOn, Person, signedIn } from '../setup/person.ts'

// Whatever is typed in what somebody tells of, adds, copies from paper or answers: what is taken is there once, in the words that
// were sent; what is not stands on the page again, and is kept nowhere.

let house: TestHouse
let ellen: Person
let amira: Person
beforeAll(async () => {
  house = await openHouse()
  ;[ellen, amira] = [await signedIn(house, 'ellen'), await signedIn(house, 'amira')]
  await makesKey(ellen)
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

type Typed = Readonly<Record<string, string>>

const bodyOf = (fields: Typed): string =>
  Object.entries(fields)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join('&')
/** A text once it has come over the line. */
const arrived = (text: string): string => new URLSearchParams(`it=${encoded(text)}`).get('it') ?? ''

// What the forms leave out: controls but ends of lines and tabs, and what turns the order of letters about.
const isUnseen = (letter: string): boolean => {
  const at = letter.codePointAt(0) ?? 0
  const controls = (at < 0x20 && at !== 0x09 && at !== 0x0a) || (at >= 0x7f && at < 0xa0)
  const turning = (at >= 0x202a && at <= 0x202e) || (at >= 0x2066 && at <= 0x2069)
  return controls || turning || at === 0x2028 || at === 0x2029 || at === 0xfeff
}
/** The words as they are kept: ends of lines as one character, letters composed, nothing unseen, no space at the ends. */
const kept = (text: string): string =>
  [...arrived(text).replaceAll('\r\n', '\n').replaceAll('\r', '\n')]
    .filter(letter => !isUnseen(letter))
    .join('')
    .normalize('NFC')
    .trim()
/** The same in one line; undefined where nothing is left. */
const keptLine = (text: string): string | undefined => kept(text).split(/\s+/).join(' ').trim() || undefined

const count = async (table: string): Promise<number> =>
  (await house.database.asOwner(`select count(*)::int as n from ${table}`)).rows[0].n

/** What is typed: mostly what belongs there, or as much of it as there is room for. */
const typed = (belongs: string, often = `${belongs} and \t so on, `.repeat(5)) =>
  fc.oneof({ weight: 2, arbitrary: fc.constantFrom(belongs, often) }, odd)
const turnedBack = ['', ' \r\n\u0000', 'y'.repeat(20_001), 'data:image/png;base64,iVBORw0KGgo=']
const someWords = fc.oneof(
  { weight: 3, arbitrary: odd },
  {
    weight: 3,
    arbitrary: fc.tuple(odd, odd).map(two => `He waits by the gate. ${two.join('\r\n\tShe said so. ')}`),
  },
  { weight: 2, arbitrary: fc.constantFrom(...turnedBack) },
)

const met = { taken: 0, refused: 0 }
/**
 * Sends a form twice, as somebody does who presses again. Taken: there is one more in the table, and true. Not taken: as many as
 * before, and each thing that was typed stands in the page again.
 */
async function isTaken(who: Person, path: string, fields: Typed, texts: Typed, table: string) {
  const before = await count(table)
  const body = bodyOf({ ...fields, ...texts })
  const answer = await who.postRaw(path, body)
  expect([303, 422]).toContain(answer.status)
  expect((await who.postRaw(path, body)).status).toBe(answer.status)
  const taken = answer.status === 303
  met[taken ? 'taken' : 'refused']++
  expect((await count(table)) - before).toBe(taken ? 1 : 0)
  if (taken) return true
  const html = await answer.text()
  const controls = formsOn(html, path).flatMap(({ controls }) => controls)
  for (const [name, text] of Object.entries(texts)) {
    if (isPicture(text) && html.includes('We take no ')) continue
    const again = controls.filter(one => one.name === name).flatMap(({ values }) => values.map(held))
    expect([name, again]).toEqual([name, expect.arrayContaining([held(text)])])
  }
  return false
}

/** Some are taken and some come back, or nothing was tried. */
async function tries<T>(property: fc.IAsyncProperty<T>): Promise<void> {
  Object.assign(met, { taken: 0, refused: 0 })
  await fc.assert(property, { numRuns: 40 })
  expect(met.taken).toBeGreaterThan(5)
  expect(met.refused).toBeGreaterThan(2)
}

/** What whoever comes back by a code takes away: what was said, as it was sealed. */
async function saidBy(code: string): Promise<Said> {
  const back = new Person(house)
  await back.go('/told', { code })
  return JSON.parse(JSON.parse(await (await back.get('/told/proof')).text()).text)
}

/** The words of each thing that stands on a page, to the letter. */
const wordsOn = (html: string): readonly string[] =>
  [...html.matchAll(/<p class="govuk-body ly-lines[^"]*">([\s\S]*?)<\/p>/g)].map(([, text = '']) =>
    unescaped(text),
  )

const oneLine = {
  ...{ who: typed('Rosa Silva'), when: typed('on Thursday'), device: typed('her telephone') },
  ...{ reach: typed('07700 900123'), name: typed('Petra Nowak') },
}
const several = { words: someWords, web: typed('https://example.org/a') }
const { name: theirName, reach, ...about } = oneLine
/** What a form asks for, as it is typed. */
const asked = {
  '/tell/riverside-youth/words': fc.record({ ...several, ...oneLine }),
  '/tell/riverside-youth/child/words': fc.record({ ...several, reach, name: theirName }),
  '/concerns/from-paper': fc.record({
    ...{ ...several, ...about, reach, writer: typed('Mrs Jones'), time: typed('14:05', '9am') },
  }),
}
/** What was said, by the fields that were typed in; as it is to be kept. */
const toKeep = (said: Typed) =>
  Object.fromEntries(
    Object.entries(said).map(([name, text]) => [
      name,
      name in several ? kept(text) || undefined : keptLine(text),
    ]),
  )
const among = (said: object, typed: Typed) =>
  Object.fromEntries(Object.entries(said).filter(([name]) => name in typed))

test.each(['/tell/riverside-youth/words', '/tell/riverside-youth/child/words'] as const)(
  'what is told at %s is there once, to the letter in each field; what is turned back is on the page again',
  async at => {
    await tries(
      fc.asyncProperty<[Typed]>(asked[at], async typed => {
        const who = new Person(house)
        const code = hiddenOn(await (await who.get(`${at}?danger=no`)).text(), 'code')
        const more = { code, danger: 'no', about: 'unknown', asked: 'yes' }
        if (await isTaken(who, at, more, typed, 'concern'))
          expect(among(await saidBy(code), typed)).toEqual(toKeep(typed))
      }),
    )
  },
)

test('what is copied from paper is there once, to the letter, with who wrote it; what is turned back is on the page again', async () => {
  const at = '/concerns/from-paper'
  await tries(
    fc.asyncProperty<[Typed]>(asked[at], async typed => {
      const code = hiddenOn(await (await amira.get(at)).text(), 'code')
      const more = { code, about: 'unknown', day: '2026-11-25' }
      if (!(await isTaken(amira, at, more, typed, 'concern'))) return
      const said = await saidBy(code)
      const { writer, time, ...others } = toKeep(typed)
      expect(among(said, typed)).toEqual(others)
      const when = [time, '2026-11-25'].filter(Boolean).join(' on ')
      expect(said.paper).toEqual({ by: writer, at: when, copiedBy: 'Amira Haddad' })
    }),
  )
})

test('what whoever told adds is there once, to the letter, for them and for whoever reads it', async () => {
  const who = new Person(house)
  const { id } = await tellsOf(house, who, { words: 'Something.', about: 'unknown' })
  await tries(
    fc.asyncProperty(someWords, async words => {
      if (!(await isTaken(who, '/told', { key: newId() }, { words }, 'concern_piece'))) return
      for (const html of [await who.get('/told'), await ellen.get(`/concerns/${id}?whole`)])
        expect(wordsOn(await html.text())).toContain(kept(words))
    }),
  )
})

test('what is written in a concern is there once, to the letter, and an answer comes so to whoever told', async () => {
  const who = new Person(house)
  const { id } = await tellsOf(house, who, { words: 'Something else.', about: 'unknown' })
  await ellen.get(`/concerns/${id}`)
  const whose = fc.constantFrom('reply', 'note', 'plan')
  await tries(
    fc.asyncProperty(someWords, whose, async (words, whose) => {
      const more = { key: newId(), whose }
      if (!(await isTaken(ellen, `/concerns/${id}/answer`, more, { words }, 'concern_piece'))) return
      expect(wordsOn(await (await ellen.get(`/concerns/${id}?whole`)).text())).toContain(kept(words))
      const told = wordsOn(await (await who.get('/told')).text())
      if (whose === 'reply') expect(told).toContain(kept(words))
    }),
  )
})

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellsOf } from '../../tests/setup/concern.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { makesKey } from '../../tests/setup/keys.ts'
import { Person, signedIn } from '../../tests/setup/person.ts'
import { newId } from '../kit/ids.ts'
import { checkProof, isProof, namedOnProof } from '../records/index.ts'
import { newCode, readCode, shownCode } from './code.ts'
import { fields } from './form.ts'

let house: TestHouse
let ellen: Person
let concern: string
let told: Person
beforeAll(async () => {
  house = await openHouse()
  ellen = await signedIn(house, 'ellen')
  await makesKey(ellen)
  told = new Person(house)
  concern = (await tellsOf(house, told, { words: 'Something.', about: 'unknown' })).id
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

/** Words that somebody might type, and what nobody would: controls, half letters, marks that turn the line, markup, templates. */
const typed = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    '<script>',
    '{{7*7}}',
    "' or 1=1 --",
    'yes',
    'worker',
    'x'.repeat(25_000),
  ),
)
const names = Object.keys(fields).filter(name => name !== 'code')
const formOf = (its: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...its), typed, { maxKeys: its.length })

/** As a browser sends it, and as the page that comes back has it: half letters are whole ones by then, line ends are one. */
const asSent = (text: string) => text.toWellFormed()
const shown = (text: string) =>
  asSent(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Sends a form. It is taken, or it comes back with all the words that were typed into it; nothing breaks. */
async function sends(
  who: Person,
  path: string,
  sent: Readonly<Record<string, string>>,
  kept: readonly string[],
) {
  const answer = await who.post(path, sent)
  const html = await answer.text()
  // 200: something in it is pointed out before it is sent. 503: too much was sent at once.
  expect([200, 303, 409, 422, 503]).toContain(answer.status)
  if (answer.status === 303) return
  for (const name of kept) {
    const words = sent[name] ?? ''
    // A page cannot hold what HTML cannot: those are left out of it.
    if (/^[\p{L}\p{N} ]+$/u.test(words) && words.trim() === words) expect(html).toContain(shown(words))
  }
}

test('whatever is typed into the form, a concern is stored or everything comes back', async () => {
  await fc.assert(
    fc.asyncProperty(formOf(names), fc.boolean(), async (form, coded) => {
      const code = coded ? newCode() : (form.words ?? '')
      await sends(new Person(house), '/tell/riverside-youth/words', { ...form, code }, [
        'words',
        'who',
        'adult',
      ])
    }),
    { numRuns: 60 },
  )
}, 120_000)

test('whatever is typed by whoever comes back, and by whoever reads, is kept or comes back', async () => {
  await fc.assert(
    fc.asyncProperty(formOf(['words', 'code', 'key', 'whose']), fc.boolean(), async (form, keyed) => {
      const key = keyed ? newId() : (form.key ?? '')
      await sends(told, '/told', { ...form, key }, 'code' in form ? [] : ['words'])
      await sends(ellen, `/concerns/${concern}/answer`, { ...form, whose: 'note', key }, ['words'])
    }),
    { numRuns: 30 },
  )
}, 120_000)

test('whatever is typed into a pack is made, or comes back', async () => {
  const its = ['happened', 'reporterName', 'webAddress', 'organisation', 'childName', 'subjectName']
  await fc.assert(
    fc.asyncProperty(
      formOf(its),
      fc.constantFrom('lado', 'iwf', 'ceop', 'police', 'report-remove', 'children-services', '999'),
      async (form, body) => {
        const path = `/concerns/${concern}/packs/for/${body}`
        await sends(ellen, path, { ...form, key: newId() }, [])
      },
    ),
    { numRuns: 30 },
  )
}, 120_000)

test('no address of concerns breaks, whatever stands in it', async () => {
  const part = fc.oneof(fc.string({ maxLength: 40 }), fc.uuid()).map(encodeURIComponent)
  await fc.assert(
    fc.asyncProperty(part, part, async (one, other) => {
      for (const path of [
        `/tell/${one}`,
        `/tell/${one}/words`,
        `/concerns/${one}`,
        `/concerns/${concern}/packs/${one}`,
        `/concerns/${concern}/packs/for/${other}`,
        `/concerns?at=${one}&id=${other}`,
        `/told?sent=${one}`,
      ])
        expect((await ellen.get(path)).status).toBeLessThan(500)
    }),
    { numRuns: 25 },
  )
}, 120_000)

test('a code is read however it is typed, and nothing else is one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 70 }), text => {
      const code = readCode(text)
      if (code) expect(readCode(shownCode(code).toLowerCase())).toBe(code)
    }),
  )
})

test('no file breaks the check of a proof', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), proofLike), text => {
      isProof(text)
      namedOnProof(text)
      expect(['malformed', 'unknown-log']).toContain(checkProof(text, []).result)
    }),
    { numRuns: 500 },
  )
})
const proofLike = fc
  .record({
    format: fc.constant('lanyard-proof/v1'),
    note: fc.string({ unit: 'binary' }),
    text: fc.anything(),
  })
  .map(value => {
    try {
      return JSON.stringify(value)
    } catch {
      return '{}'
    }
  })

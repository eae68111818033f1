import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNamed, isNamedIn, mayBeOne, nameWords } from './names.ts'

const letters = [...'abzñéèüöçßøłæđİıςšțőγжçнنگ李อก한𝒜ﬁⅣ'].map(one => fc.constant(one))
const mark = fc.constantFrom('\u0301', '\u0308', '\u0327', '\u200d', '\u00ad')
const letter = fc.oneof(...letters, fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'))
const word = fc
  .array(fc.oneof({ weight: 9, arbitrary: letter }, { weight: 1, arbitrary: mark }), {
    minLength: 1,
    maxLength: 9,
  })
  .map(all => all.join(''))
  // One word, and no title: somebody whose first name is one is known by the rest of it.
  .filter(text => nameWords(`${text} x`).length === 2)
const apostrophe = fc.constantFrom("'", '’', '‘', 'ʼ', '`', '´', '′')
const hyphen = fc.constantFrom('-', '‐', '‑', '–', ' ', '  ')
const title = fc.constantFrom('Mr', 'MRS', 'Ms.', 'miss', 'Mx', 'Dr.', 'Sir')

const asTyped = (text: string) =>
  fc.constantFrom(
    text.normalize('NFC'),
    text.normalize('NFD'),
    text.toUpperCase().normalize('NFC'),
    ` ${text}. `,
    text.normalize('NFD').replace(/[\u0300-\u036f]/g, ''),
  )

test('however a name is typed, whoever has it is found: capitals, marks, apostrophes, hyphens, titles, of any length', () => {
  fc.assert(
    fc.property(
      fc
        .tuple(word, word, word, apostrophe, apostrophe, hyphen, title)
        .chain(([first, one, two, mine, theirs, joined, title]) =>
          fc.record({
            name: fc.constant(`${first} O${mine}${one}-${two}`),
            whole: asTyped(`${first} O${theirs}${one}${joined}${two}`),
            part: asTyped(`${title} ${two}`),
            alone: asTyped(first),
            other: asTyped(`${title} o${theirs}${one}`),
            spaced: asTyped(`${title} O ${one}`),
          }),
        ),
      ({ name, whole, part, alone, other, spaced }) => {
        expect(isNamed(whole, name)).toBe(true)
        for (const typed of [whole, part, alone, other, spaced]) expect(mayBeOne(name, typed)).toBe(true)
        for (const typed of [whole, part, alone, other])
          expect(isNamedIn(`Yesterday ${typed} came, and did.`, name)).toBe(true)
      },
    ),
    { numRuns: 1000 },
  )
})

test.each([
  ['Ann Smith-Jones', 'Mrs Jones'],
  ['Wei Ng', 'Ms Ng'],
  ['Li Wang', 'Mr Li'],
  ['Jo Brown', 'Jo'],
  ["Sam O'Brien", 'Mr O’Brien'],
  ['Sam O’Brien', 'Mr OBrien'],
  ['Sam O’Brien', 'mr o brien'],
  ['José García', 'Jose'],
  ['Łukasz Żak', 'LUKASZ'],
  ['李 明', '李'],
  ['Anne-Marie Cole', 'Annemarie'],
  ['Ann Sir', 'Mrs Sir'],
  ['Ann O’Đr', 'Mr O Đr'],
  ['Smith, Dr Ann', 'Ann'],
  ['William Hart', 'Bill'],
  ['Bill Hart', 'Liam'],
  ['Mohammed Ali', 'Mo'],
  ['Katherine Cole', 'Mrs Cathy'],
])('%s may be whom “%s” means', (name, typed) => {
  expect(mayBeOne(name, typed)).toBe(true)
})

test('a title is no name, a last name that stands alone in a text is a word like any other, and nothing else is found', () => {
  expect(mayBeOne('Dr Ann Smith', 'Dr Brown')).toBe(false)
  expect(mayBeOne('Ann Smith', 'Mrs')).toBe(false)
  expect(isNamed('Fraser', 'Ellen Fraser')).toBe(false)
  expect(isNamed('Ms Ellen Jane Fraser, the designated person', 'Ellen Fraser')).toBe(true)
  expect(isNamedIn('The green car was there.', 'Sam Green')).toBe(false)
  expect(isNamedIn('Mr Green was there.', 'Sam Green')).toBe(true)
  expect(isNamedIn('ellen touches me', 'Ellen Fraser')).toBe(true)
  expect(isNamedIn('Helen touches me', 'Ellen Fraser')).toBe(false)
})

test('somebody is named by what their name is short for; where that is a word too, with a capital alone', () => {
  expect(isNamedIn('billy touched me', 'William Hart')).toBe(true)
  expect(isNamedIn('It was Will again.', 'William Hart')).toBe(true)
  expect(isNamedIn('he will not stop', 'William Hart')).toBe(false)
  expect(isNamedIn('he will not stop', 'Will Hart')).toBe(true)
  expect(isNamed('Bill Hart', 'William Hart')).toBe(false)
})

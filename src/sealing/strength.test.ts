import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bitsOf, lastsFor, leastBits, newPassphrase, suggestWords } from './strength.ts'
import { wordList } from './word-list.ts'

test('there are 512 words, each once, none a part of a sentence’s grammar', () => {
  expect(new Set(wordList).size).toBe(512)
  expect(wordList.filter(word => !/^[a-z]{3,9}$/.test(word))).toEqual([])
})

test('six words that are drawn pass, every time, whatever their names are', () => {
  const own = ['Marble Canoe', 'The Ginger Badge']
  const turnedAway = Array.from({ length: 2000 }, () => suggestWords(own)).filter(
    words => !newPassphrase(own).parse(words).ok,
  )
  expect(turnedAway).toEqual([])
  expect(bitsOf('canoe thistle marble ginger sundial badge')).toBe(54)
  expect(newPassphrase([]).parse('canoe thistle marble canoe sundial badge').ok).toBe(false)
})

test.each([
  ['passwordpassword1', false],
  ['Ellen Fraser Riverside 2026', false],
  ['1234567890123456789', false],
  ['qwertyuiopasdfghjkl', false],
  ['correct correct correct correct', false],
  ['summer winter spring autumn 2025!', false],
  ['correct horse battery staple gantry', true],
  ['xK9#mQ2$vL7pRw4z', true],
  ['marmalade helicopter sideboard tarpaulin whisk', true],
])('“%s” passes: %s', (words, passes) => {
  expect(newPassphrase(['Ellen Fraser', 'Riverside Youth Club']).parse(words).ok).toBe(passes)
})

test('a word more never makes a passphrase worse', () => {
  const words = fc.array(fc.constantFrom(...wordList, 'Ellen', '2024', '!!', 'password'), {
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(words, fc.constantFrom(...wordList), (some, more) => {
      expect(bitsOf([...some, more].join(' '))).toBeGreaterThan(bitsOf(some.join(' ')))
    }),
  )
})

test('how long it lasts is said in words that go up with it', () => {
  expect(lastsFor(20)).toBe('a few moments')
  expect(lastsFor(30)).toBe('about 9 minutes')
  expect(lastsFor(leastBits)).toBe('about 18 years')
  expect(lastsFor(90)).toBe('more than ten thousand years')
})

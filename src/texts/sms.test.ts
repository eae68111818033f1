import fc from 'fast-check'
import { expect, test } from 'vitest'
import { e164 } from './number.ts'
import { arrivesWhole, countText, mostCharacters, shortened } from './sms.ts'
import { askedBy } from './stop-words.ts'

test('a text is counted as Notify counts it: alone 160, then 153; with a letter of Welsh 70, then 67', () => {
  expect(countText('a'.repeat(160))).toMatchObject({ fragments: 1, alphabet: 'gsm-7' })
  expect(countText('a'.repeat(161))).toMatchObject({ fragments: 2 })
  expect(countText('a'.repeat(306))).toMatchObject({ fragments: 2 })
  expect(countText('a'.repeat(307))).toMatchObject({ fragments: 3 })
  expect(countText('a'.repeat(918))).toMatchObject({ fragments: 6 })
  expect(countText(`ŵ${'a'.repeat(69)}`)).toMatchObject({ fragments: 1, alphabet: 'ucs-2' })
  expect(countText(`ŵ${'a'.repeat(70)}`)).toMatchObject({ fragments: 2 })
  expect(countText(`ŵ${'a'.repeat(134)}`)).toMatchObject({ fragments: 3 })
})

test('a sign of the extended alphabet takes two places, and is one character', () => {
  expect(countText(`${'a'.repeat(159)}€`)).toMatchObject({ characters: 160, fragments: 2 })
})

test('what a text carries otherwise is said otherwise; what it does not carry at all is named', () => {
  const { text, lost } = countText('“Thursday” – it’s at 4… ok? Zoë, naïve, 👍 مرحبا')
  expect(text.startsWith('"Thursday" - it\'s at 4... ok? Zoë, naïve, ?')).toBe(true)
  expect(lost).toContain('👍')
  expect(lost).toContain('م')
  expect(lost).not.toContain('ë')
})

test('nothing that is shortened is longer than a text, and it ends with what stands after it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), words => {
      const short = shortened(words, '\n... more')
      expect(short.endsWith('\n... more')).toBe(true)
      expect(countText(short).characters).toBeLessThanOrEqual(mostCharacters)
    }),
  )
  expect(arrivesWhole('a'.repeat(mostCharacters))).toBe(true)
  expect(arrivesWhole('a'.repeat(mostCharacters + 1))).toBe(false)
  expect(arrivesWhole('See you at 4 👍')).toBe(false)
})

test.each([
  ['07700 900123', '+447700900123'],
  ['+44 (0)7700 900 123', '+447700900123'],
  ['0044 7700 900123', '+447700900123'],
  ['447700900123', '+447700900123'],
  ['(07700) 900-123', '+447700900123'],
  ['+33 6 12 34 56 78', '+33612345678'],
  ['07700', undefined],
  ['Riverside', undefined],
  ['', undefined],
])('the number %s is %s', (typed, whole) => {
  expect(e164(typed)).toBe(whole)
})

test('only STOP and its like, alone, end texts: a person who answers a person is not cut off', () => {
  for (const words of ['STOP', 'stop', ' Stop. ', 'STOP ALL', 'stopall', 'Unsubscribe', 'stop!!'])
    expect([words, askedBy(words)]).toEqual([words, 'stop'])
  for (const words of ['START', 'unstop']) expect([words, askedBy(words)]).toEqual([words, 'start'])
  for (const words of [
    'Cancel',
    'END',
    'quit',
    'yes',
    'Please stop by at 4',
    'Can you stop him',
    'bus stop',
    '',
  ])
    expect([words, askedBy(words)]).toEqual([words, undefined])
  expect(askedBy(`stop${' '.repeat(100)}not at all`)).toBe(undefined)
})

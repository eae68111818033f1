import { expect, test } from 'vitest'
import { searchOver } from './index.ts'
import { misspelt, stem, wordsIn } from './words.ts'

const shop = searchOver(
  [
    { key: 'apples', title: 'Apples', body: 'Red and green apples, sold by weight.' },
    { key: 'bicycle', title: 'Bicycle', body: 'A bicycle for children, with a bell.' },
    { key: 'bell', title: 'Bell', body: 'A brass bell.' },
    { key: 'note', title: 'Note', body: 'Children get apples free.', weight: 0.2 },
  ],
  { bike: 'bicycle', kids: 'children' },
)
const found = (question: string) => shop.find(question, 10).map(({ key }) => key)

test('a question in ordinary words finds what fits most of it, the best first', () => {
  expect(found('Where do I find a bell?')[0]).toBe('bell')
  expect(found('is there a bell on the bicycle')[0]).toBe('bicycle')
  expect(found('bike for kids')[0]).toBe('bicycle')
  expect(found('apple')).toEqual(['apples', 'note'])
})

test('misspelt and unfinished words are read as the nearest known one', () => {
  expect(found('bycicle')[0]).toBe('bicycle')
  expect(found('appels')[0]).toBe('apples')
  expect(found('bicyc')[0]).toBe('bicycle')
  expect(found('bikes')[0]).toBe('bicycle')
  expect([...shop.readAs('a bycicle')]).toEqual([['bycicle', stem('bicycle')]])
})

test('what says nothing finds nothing, and nothing breaks it', () => {
  for (const question of [
    '',
    '   ',
    'the of and',
    '?!%',
    'xqzvw',
    '\u0000',
    '😀',
    'constructor',
    '__proto__',
  ])
    expect(found(question), question).toEqual([])
  expect(found('bell '.repeat(50_000))[0]).toBe('bell')
  expect(searchOver([]).find('bell', 3)).toEqual([])
})

test('words are bent back to one, and letters are counted', () => {
  expect(new Set(['texting', 'texts', 'text', 'texted'].map(stem)).size).toBe(1)
  expect(new Set(['policies', 'policy'].map(stem)).size).toBe(1)
  expect(new Set(['sharing', 'share', 'shares'].map(stem)).size).toBe(1)
  expect(wordsIn('E-mail: Don’t, café!')).toEqual(['email', 'dont', 'cafe'])
  expect([misspelt('phone', 'phnoe', 2), misspelt('phone', 'fone', 2), misspelt('a', 'abcd', 2)]).toEqual([
    1, 2, 3,
  ])
})

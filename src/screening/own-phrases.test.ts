import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldedPhrase, phraseFinder } from './own-phrases.ts'

const foundIn = (phrases: readonly string[], text: string) =>
  phraseFinder(phrases)(text).map(({ from, to, at }) => [phrases[at], text.slice(from, to)])

test('a phrase is found as it stands, however it is written, and as whole words alone', () => {
  expect(foundIn(['the old barn'], 'Meet me at The  Old-Barn!')).toEqual([['the old barn', 'The  Old-Barn']])
  expect(foundIn(['the old barn'], 'ｔｈｅ old b\u200barn')).toEqual([
    ['the old barn', 'ｔｈｅ old b\u200barn'],
  ])
  expect(foundIn(['barn'], 'Barnaby is barnstorming')).toEqual([])
  expect(foundIn(['dons caravan'], "don's caravan")).toEqual([['dons caravan', "don's caravan"]])
  expect(foundIn(['tŷ coch'], 'draw i TY COCH heno')).toEqual([['tŷ coch', 'TY COCH']])
  expect(foundIn([], 'the old barn')).toEqual([])
})

test('one that ends another is found too, and two that are the same when folded', () => {
  expect(foundIn(['old barn', 'the old barn', 'The Old Barn'], 'the old barn')).toEqual([
    ['the old barn', 'the old barn'],
    ['The Old Barn', 'the old barn'],
    ['old barn', 'old barn'],
  ])
})

test('what a phrase holds is never a pattern', () => {
  expect(foundIn(['a.*b', '(x+)+$'], 'aXXb xxxxxxxxxxxxxx!')).toEqual([])
  expect(foundIn(['a.*b'], 'it says a.*b')).toEqual([['a.*b', 'a.*b']])
  expect(foldedPhrase(' .*!? ')).toBe('')
  expect(foundIn(['.*'], 'anything at all')).toEqual([])
})

test('of another script, the very words have to be there', () => {
  expect(foundIn(['سر'], 'هذا سر بيننا')).toEqual([['سر', 'سر']])
  expect(foundIn(['سر'], 'هذا هو بيت')).toEqual([])
  expect(foundIn(['тайна'], 'это тайна')).toEqual([['тайна', 'тайна']])
  expect(foundIn(['тайна'], 'это слово')).toEqual([])
})

test('every phrase is found between any words, where it stands', () => {
  const word = fc.stringMatching(/^[a-z]{1,6}$/)
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 4 }),
      fc.array(word),
      fc.array(word),
      (own, a, b) => {
        const phrase = own.join(' ')
        const text = [...a, phrase, ...b].join(', ')
        const from = [...a, ''].join(', ').length
        expect(phraseFinder([phrase])(text)).toContainEqual({ from, to: from + phrase.length, at: 0 })
      },
    ),
  )
})

test('two hundred phrases of sixty letters, in a message of a million letters, take well under a second', () => {
  const phrases = Array.from({ length: 200 }, (_, at) => `${'a '.repeat(28)}${at}`.slice(0, 60))
  const find = phraseFinder(phrases)
  const began = process.cpuUsage()
  find('a '.repeat(500_000))
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1000).toBeLessThan(2000)
})

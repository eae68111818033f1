import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import { packed, unpacked } from './packed.ts'
import { plainWords } from './phrase.ts'
import { phraseRules } from './rules-phrases.ts'
import { harmless, rude } from './rules-rude.ts'
import { vocabulary } from './vocabulary.ts'

test('what the build writes of the rules is what they are when they are read again', () => {
  const made = compile()
  expect(unpacked(packed(made))).toEqual(made)
})

test('every word of every phrase has a number, and no two that a phrase can tell apart share one', () => {
  const words = phraseRules.flatMap(({ phrases }) =>
    phrases.flatMap(phrase => phrase.split(' ').flatMap(plainWords)),
  )
  expect([...words, ...harmless].filter(word => vocabulary.idOf(word) === 0)).toEqual([])
  const ugly = new Set(Object.values(rude).flat())
  const told = [...new Set(words)].filter(word => !ugly.has(word))
  expect(new Set(told.map(vocabulary.idOf)).size).toBe(told.length)
  expect(vocabulary.idOf('noword')).toBe(0)
  expect(vocabulary.idOf('dont') === vocabulary.idOf('do')).toBe(false)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nothingAllowed as nothing, screen } from './index.ts'

const pieces = fc.constantFrom(
  '07700 900123',
  '020 7946 0100',
  'oh seven seven double oh',
  'team@riverside.example',
  'sam at gmail dot com',
  '@riverside.example',
  'my snap is sam',
  'insta: sam.t',
  'instagram.com/riverside',
  'see you on Thursday',
  '999',
  'riverside.example',
  '.',
  ', ',
)
const texts = fc
  .array(fc.oneof(pieces, fc.string({ maxLength: 12 })), { maxLength: 8 })
  .map(all => all.join(' '))
const allowed = fc.record({
  numbers: fc.subarray(['07700900123', '02079460100']),
  addresses: fc.subarray(['team@riverside.example', 'sam@gmail.com']),
  domains: fc.subarray(['riverside.example', 'gmail.com', 'instagram.com']),
  pages: fc.subarray(['instagram.com/riverside']),
})

test('where nothing is found with nothing allowed, nothing is found whatever is allowed', () => {
  fc.assert(
    fc.property(texts, allowed, (text, own) => {
      fc.pre(screen(text, { speaker: 'worker', allowed: nothing }).length === 0)
      expect(screen(text, { speaker: 'worker', allowed: own })).toEqual([])
    }),
    { numRuns: 500 },
  )
})

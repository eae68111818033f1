import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allowedBy, nothingAllowed as nothing, screen } from './index.ts'

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

const rulesIn = (text: string, agency: Parameters<typeof allowedBy>[0]) =>
  screen(text, { speaker: 'worker', allowed: allowedBy(agency) }).map(({ rule }) => rule)
const none = { phone: null, out_of_hours: null, email: null, web: null }

test('a club whose own address is with a provider that everybody uses allows that address, and no other of it', () => {
  const club = { ...none, email: 'Otters.Club@gmail.com', web: 'https://www.facebook.com/OttersClub/' }
  expect(rulesIn('Write to otters.club@gmail.com', club)).toEqual([])
  expect(rulesIn('Write to kofi.mensah@gmail.com', club)).toEqual(['personal-email'])
  expect(rulesIn('See facebook.com/ottersclub/events', club)).toEqual([])
  expect(rulesIn('See facebook.com/kofi.mensah', club)).toEqual(['personal-account'])
  expect(rulesIn('See facebook.com/ottersclubkofi', club)).toEqual(['personal-account'])
})

test('an organisation’s own domain is its own, and so is a number that stands among words', () => {
  const club = {
    ...none,
    out_of_hours: 'After 6 pm: 020 7946 0999, or the duty manager on 020 7946 0111',
    email: 'office@otters.example',
  }
  expect(rulesIn('Write to kofi@otters.example or anna@mail.otters.example', club)).toEqual([])
  expect(rulesIn('Write to kofi@notters.example', club)).toEqual(['personal-email'])
  expect(rulesIn('Ring 020 7946 0111 or +44 20 7946 0999', club)).toEqual([])
  expect(rulesIn('Ring 020 7946 0112', club)).toEqual(['personal-number'])
})

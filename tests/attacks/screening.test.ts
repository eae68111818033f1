import { expect, test } from 'vitest'
import { allowedBy, nothingAllowed, screen } from '../../src/screening/index.ts'

// Ordinary ways in which people write a number or an address so that a rule does not see it.

const rulesIn = (text: string, about: Partial<Parameters<typeof screen>[1]> = {}) =>
  screen(text, { speaker: 'worker', allowed: nothingAllowed, ...about }).map(({ rule }) => rule)

test.each([
  'Ring 07700 900123 6pm',
  'Any day, 07700 900123 5, 6 or 7 pm',
  '07700900123 07700900456',
  '0770090012307700900456',
  '020 7946 0999 2pm',
  '1) 07700 900123',
  'O77OO 9OOl23',
  'oh seven seven double oh nine double oh one two three, after six',
  'ohsevenseven ohohnine ohohonetwothree',
  'starts with 07700 and ends with 900123',
  'first 07700, then nine hundred no I mean 900 and last 123',
  '07:70:09:00:12:3',
  '0/7/7/0/0/9/0/0/1/2/3',
  '0️⃣7️⃣7️⃣0️⃣0️⃣ 9️⃣0️⃣0️⃣1️⃣2️⃣3️⃣',
  '0 😀 7 😀 7 😀 0 😀 0 😀 9 😀 0 😀 0 😀 1 😀 2 😀 3',
  '٠٧٧٠٠ ٩٠٠١٢٣',
  '०७७०० ९००१२३',
  '+44 7700 900123',
  '0044 7700 900123 x2',
])('a number is found in: %s', text => {
  expect(rulesIn(text)).toContain('personal-number')
})

test.each([
  'We meet on 07/05/2024 and 14/05/2024',
  'Doors 07:30 to 09:00, room 215',
  'Bring £12.50, and be there by 4.45pm on 3 June 2025',
  'Pitch 3, group 12, bus 114 at 08:15',
  'Call 999, or Childline on 0800 1111, or the NSPCC on 0808 800 5000',
  'Only 10l of squash for 24 children',
  'ooo until Monday',
])('no number is found in: %s', text => {
  expect(rulesIn(text)).toEqual([])
})

test.each([
  ['07700', '900123'],
  ['it begins 07700', 'and ends 900 123'],
  ['oh seven seven', 'double oh nine', 'double oh one two three'],
])('a number given in several goes is found: %s', (...said) => {
  expect(rulesIn(said.at(-1) ?? '', { before: said.slice(0, -1) })).toEqual(['personal-number'])
})

test('the figures of codes are no number, in however many messages', () => {
  const codes = [
    'Ref 077a00f9',
    'Ref 00b123c0',
    'Ref 7e7d00f9a0',
    'Ref 0012c3',
    '4 says 4081b6f7e726',
    '0 says 77d0',
  ]
  for (const text of codes) expect(rulesIn(text, { before: codes })).toEqual([])
})

test('what was said before is not held against what has no part in it', () => {
  expect(rulesIn('See you at 4', { before: ['07700 900123', '07700'] })).toEqual([])
})

test.each(['sam@web.example.de', 'sam@post.xyz', 'sam.t@proton.app'])(
  'an address of any domain is found: %s',
  text => {
    expect(rulesIn(text)).toEqual(['personal-email'])
  },
)

const small = allowedBy({
  phone: '+44 20 7946 0200',
  out_of_hours: null,
  email: 'otters.club@gmail.com',
  web: 'https://www.facebook.com/OttersClub/',
})

test('an organisation whose address is at a provider of everybody’s gives that address and no other there', () => {
  expect(rulesIn('Write to otters.club@gmail.com', { allowed: small })).toEqual([])
  expect(rulesIn('Write to kofi.private@gmail.com', { allowed: small })).toEqual(['personal-email'])
  expect(rulesIn('Call 020 7946 0200', { allowed: small })).toEqual([])
})

test('an organisation whose page is at a site of everybody’s gives that page and no other there', () => {
  expect(rulesIn('We are facebook.com/ottersclub.', { allowed: small })).toEqual([])
  expect(rulesIn('I am facebook.com/kofi.private', { allowed: small })).toEqual(['personal-account'])
})

const own = allowedBy({
  phone: null,
  out_of_hours: null,
  email: 'office@riverside.example',
  web: 'https://www.riverside.example',
})

test.each([
  'instagram.com/sam.private?riverside.example',
  'instagram.com/riverside.example.sam',
  'my insta is riverside.example_sam',
])('the organisation’s name in somebody’s account does not make it the organisation’s: %s', text => {
  expect(rulesIn(text, { allowed: own })).toEqual(['personal-account'])
})

test.each(['office@riverside.example', 'sam@riverside.example', 'see @riverside.example'])(
  'what is the organisation’s own goes: %s',
  text => {
    expect(rulesIn(text, { allowed: own })).toEqual([])
  },
)

test('the longest message is read in a moment, whatever is in it', () => {
  const hard = ['0o', 'o', '0 ', 'a@', 'a.', '@a.', 'oh', ' at a', 'one', '1:', '07', 'my insta ', 'x.com/']
  for (const piece of hard) {
    const text = piece.repeat(Math.ceil(4000 / piece.length)).slice(0, 4000)
    const from = performance.now()
    rulesIn(text, { before: Array(10).fill(text) })
    expect([piece, performance.now() - from < 1500]).toEqual([piece, true])
  }
})

import { expect, test } from 'vitest'
import { type Allowed, type Speaker, screen } from './index.ts'

const nothing: Allowed = { numbers: [], domains: [] }
const foundIn = (before: readonly string[], text: string, speaker: Speaker = 'child', allowed = nothing) =>
  screen(text, { speaker, allowed, before }).map(({ rule, from, to }) => [rule, text.slice(from, to)])

test.each([
  ['my snap is', 'sam_t99', 'personal-account', 'sam_t99'],
  ['ok so my insta is:', 'kayleigh.xo lol', 'personal-account', 'kayleigh.xo'],
  ['write to me at sam.taylor@', 'post.example ok', 'personal-email', 'post.example'],
  ['sam at gmail dot', 'com', 'personal-email', 'com'],
])('who writes “%s” and then “%s” has given it', (first, then, rule, words) => {
  expect(foundIn([first], then)).toEqual([[rule, words]])
  expect(foundIn([], then).filter(([alone]) => alone !== 'link')).toEqual([])
})

test('a number is put together over three messages, and its part in the last is what was found', () => {
  expect(foundIn(['its 07700', 'then 900'], '876 x')).toEqual([['personal-number', '876']])
  expect(foundIn(['we won 7 4', 'in front of 900'], '876 of us are coming')).toEqual([])
})

test.each([
  ['my phone is', 'broken again'],
  ['my snap is', 'broken'],
  ['the meeting is at', 'the school. Come by bus'],
  ['have a look at', 'bbc.co.uk/bitesize'],
  ['on insta', 'sam_t won the race'],
  ['', 'See you on Thursday'],
])('who writes “%s” and then “%s” has given nothing', (first, then) => {
  expect(foundIn([first], then, 'worker').filter(([rule]) => rule !== 'link' && rule !== 'place')).toEqual([])
})

test('the organisation’s own address is not found, in however many messages it is given', () => {
  const own = { numbers: [], domains: ['riverside.example'] }
  expect(foundIn(['write to team@'], 'riverside.example', 'worker', own)).toEqual([])
  expect(foundIn(['write to team@'], 'elsewhere.example', 'worker', own)).toEqual([
    ['personal-email', 'elsewhere.example'],
  ])
})

import { expect, test } from 'vitest'
import { nothingAllowed, screen } from './index.ts'

const rulesIn = (text: string) =>
  screen(text, { speaker: 'worker', allowed: nothingAllowed }).map(one => one.rule)

test.each([
  'Sam plays hooker for the under 15s on Saturday',
  'Jam tarts and flapjacks for the bake sale please',
  'Left hand fingering for bars 9 to 12 is on the sheet',
  'The door knobs in the hall have been fixed',
  'Please bring a hoe and a spade for the allotment',
  'We need paint stripper for the old benches',
  'Pirate booty treasure hunt at 6',
  'Blue tits and great tits nest in the box',
  'Meet at the bus stop on Dyke Road at 5',
  'Leave the hall spick and span',
  'We had faggots and peas at the Black Country museum',
  'Dick Whittington auditions on Tuesday',
  'Oliver Twist: Nancy and Fagin',
  'Shakespeare’s Shylock: is he a villain? Year 10 essay',
  'Prick out the seedlings on Monday',
  'Pussy Cat Pussy Cat is our nursery rhyme',
  'Queer youth group moves to room 4',
  'The filter blocks porn and gambling on the club wifi',
])('“%s” is an ordinary sentence', text => {
  expect(rulesIn(text)).toEqual([])
})

test.each([
  ['You are such a tart', 'slur'],
  ['Get out of our garden you wog', 'slur'],
  ['What a dyke', 'slur'],
  ['Stupid hooker', 'slur'],
  ['What a bunch of knobs', 'swearing'],
  ['Watch some porn with me', 'crude'],
])('“%s” is found as %s all the same', (text, rule) => {
  expect(rulesIn(text)).toContain(rule)
})

import { expect, test } from 'vitest'
import { type Allowed, allowedBy, isStopped, type RuleId, type Speaker, screen } from './index.ts'

const nothing: Allowed = { numbers: [], domains: [] }
const rulesIn = (text: string, speaker: Speaker = 'worker', allowed = nothing) =>
  screen(text, { speaker, allowed }).map(finding => finding.rule)
const stops = (text: string, allowed = nothing) =>
  screen(text, { speaker: 'worker', allowed }).some(finding => isStopped(finding, 'worker'))

const given: Readonly<Partial<Record<RuleId, readonly string[]>>> = {
  'personal-number': [
    'Any trouble, call me on 07700 900876',
    'call me on 07700900876',
    'mine is +44 7700 900876',
    '+44 (0)7700 900 876',
    '0044 7700 900876',
    '(07700) 900-876',
    '0 7 7 0 0 9 0 0 8 7 6',
    '0.7.7.0.0.9.0.0.8.7.6',
    '07-70-09-00-87-6',
    '07/700/900/876',
    '0_7_7_0_0_9_0_0_8_7_6',
    '07700*900*876',
    'oh double seven double oh nine double oh eight seven six',
    'zero seven seven zero zero, nine zero zero, eight seven six',
    'ZERO 7 seven 00 nine hundred 8 seventy six',
    'zerosevensevenzerozeroninezerozeroeightsevensix',
    'o77oo 9oo 876',
    '077oo9oo876',
    '０７７００９００８７６',
    '0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣8️⃣7️⃣6️⃣',
    '⓪⑦⑦⓪⓪⑨⓪⓪⑧⑦⑥',
    '𝟘𝟟𝟟𝟘𝟘𝟡𝟘𝟘𝟠𝟟𝟞',
    '٠٧٧٠٠٩٠٠٨٧٦',
    '07700\u200b900\u200d876',
    '0\u03017\u03017\u030100900876',
    'it is 07700 then 900 then 876',
    'it is 07700 constructor 900 then 876',
    'text07700900876',
    '020 7946 0999',
    '0113 496 0999',
    '01632 960 999',
    'from France +33 6 39 98 12 34',
    'ring +353 20 910 1234',
    'mobile 7700 900 876',
    'Monday 10.30 then call 07700 900876',
    'on 07/11/2026 call 07700 900876',
  ],
  'personal-email': [
    'Write to me at amira.home@post.example',
    'amira.home AT gmail DOT com',
    'amira (at) post (dot) example',
    'amira[at]gmail[dot]com',
    'amira at gmail . com',
    'amira dot home at gmail dot com',
    'amira at hotmail dot co dot uk',
    'amira at gmail',
    'amira＠gmail．com',
    'amira{at}post.example',
    'am\u200bira@gm\u200bail.com',
  ],
  'personal-account': [
    'My insta is amira.h.07',
    'my snap is sam',
    'my sn@p is sam_t',
    'my 1nsta is sam_t',
    'insta: sam.t',
    'snap = sam_t',
    'find me on s n a p c h a t',
    'add me on insta',
    'add me on 𝓲𝓷𝓼𝓽𝓪',
    'my gamertag is sam',
    'my username is sam on there',
    'my signal: sam',
    'i am @sam_t',
    'instagram.com/sam_t',
    'www.tiktok.com/@sam_t',
    'instagram dot com slash sam_t',
    'my инстаgram is no, my insta name is sam',
    'wa.me/447700900876',
  ],
  'personal-page': [
    'samtaylor.wordpress.com',
    'linktr.ee/sam',
    'https://sites.google.com/view/sam',
    'linktr dot ee slash sam',
  ],
  'home-address': [
    'I live at 14 Elm Road',
    "I'm at 14 Elm Road tonight",
    'my address is 14 Elm Road',
    'i live at number 14',
  ],
  'own-secret': ['my password is hunter2', 'my pin is 4821', 'My phone code is 4821'],
}

for (const [rule, texts] of Object.entries(given))
  test.each(texts)(`a worker who writes “%s” is stopped by ${rule}`, text => {
    expect(rulesIn(text)).toContain(rule)
    expect(stops(text)).toBe(true)
    for (const speaker of ['parent', 'child'] as const)
      expect(screen(text, { speaker, allowed: nothing }).some(finding => isStopped(finding, speaker))).toBe(
        false,
      )
  })

test.each([
  'See you on 07/11/2026 at 9.30',
  'Friday 7 November 2026, 10:30 to 12:45',
  'The trip is 01/11 - 05/11, back by 15.30',
  '2026-11-07 10:30',
  'It costs £12.50, or £1,250.00 for all 100',
  'Bring £5.00 and 2 x 1.5 l of water',
  'Buses 7, 42, 101 and 236 stop outside',
  'Take the 42 or the 236 at 16:05, 16:20 or 16:35',
  'You got 67 and 72 and 81 and 90 out of 100',
  'Scores: 45 67 89 76 54 32',
  'Scored 7-0, 2-1, 3-3',
  'Section 47 and section 17, pages 101 to 112',
  'Meet at the centre, SW1A 2AA',
  'One or two of the three children, and four or five of the six',
  'GCSE grades 9 8 8 7 7 6 5',
  'pi is 3.14159265358979',
  'It is 0.123456789',
  'ISBN 978-0-306-40615-7',
  'Your booking reference is 4257720410',
  'NHS number 943 476 5919',
  'Card ending 1234 5678 9012 3456',
  'Call Childline on 0800 1111, or 999',
  'Room 101, at 3pm, for 45 minutes',
  'Look at bbc.co.uk/bitesize for maths',
  'Meet us @ school',
  'We meet @3pm',
  'I am at home.Come when you can',
  'my snap is broken',
  'My steam train is late',
  'The WhatsApp rules of the school are in the policy',
  'Instagram is for people over 13',
  'What is your address on the form?',
  'The dot com years',
  'He was at work at 10. Community work is good',
  'Your password has expired, ask the office',
  'Do not share your PIN with anybody',
  'Children born between 2010-2014 and 2015-2019',
  'Ten boys, eleven girls and twelve adults are coming at nine',
])('nobody is stopped for “%s”', text => {
  expect(
    screen(text, { speaker: 'worker', allowed: nothing }).filter(one => isStopped(one, 'worker')),
  ).toEqual([])
})

const riverside = allowedBy({
  phone: '+44 20 7946 0200 ext 12',
  out_of_hours: '07700 900200',
  email: 'team@riverside.example',
  web: 'https://www.riverside.example/contact',
})

test.each([
  'call the team on 020 7946 0200',
  'call +44 (0)20 7946 0200',
  'call 0044 20 7946 0200',
  'call (020) 79460200',
  'call 7946 0200',
  'oh two oh, seven nine four six, oh two double oh',
  'out of hours 0 7 7 0 0 9 0 0 2 0 0',
  'write to team@riverside.example',
  'team at riverside dot example',
  'TEAM@RIVERSIDE.EXAMPLE',
  'see www.riverside.example/trips or riverside.example',
  'help@youth.riverside.example',
])('the organisation’s own may be given as “%s”', text => {
  expect(screen(text, { speaker: 'worker', allowed: riverside })).toEqual([])
})

test.each([
  'sam@riverside.example.attacker.example',
  'sam@notriverside.example',
  '07700 900201',
  '020 7946 0201',
])('what only looks like the organisation’s is not: “%s”', text => expect(stops(text, riverside)).toBe(true))

test('an organisation with its mail and page at a shared provider owns its own there, and nobody else’s', () => {
  const small = allowedBy({
    phone: null,
    out_of_hours: null,
    email: 'Elmclub@gmail.com',
    web: 'https://www.pinterest.co.uk/elmclub',
  })
  expect(stops('write to elmclub at gmail dot com or pinterest.co.uk/elmclub', small)).toBe(false)
  expect(stops('write to sam at gmail dot com', small)).toBe(true)
  expect(stops('pinterest.co.uk/sam.taylor', small)).toBe(true)
})

test('a finding stands where the words stood, whatever hid them', () => {
  const text = 'Hi 😀 call 0\u200b7700 ９００ 876 ok'
  const [found] = screen(text, { speaker: 'worker', allowed: nothing })
  expect(text.slice(found?.from, found?.to)).toBe('0\u200b7700 ９００ 876')
})

test('a link at the beginning of a sentence is seen by itself, without the word before', () => {
  const found = (text: string, allowed = nothing) =>
    screen(text, { speaker: 'worker', allowed }).map(({ rule, from, to }) => [rule, text.slice(from, to)])
  expect(found('Find me here. instagram.com/sam_t')).toEqual([['personal-account', 'instagram.com/sam_t']])
  expect(
    found('All of it is there. riverside.example/forms', { ...nothing, domains: ['riverside.example'] }),
  ).toEqual([])
  expect(found('Text to 69101. www.sphosting.com')).toEqual([['link', 'www.sphosting.com']])
  expect(found('it is [linktr dot ee / sam] ok')).toEqual([['personal-page', 'linktr dot ee / sam']])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelledMessages } from '../screening/labelled/index.ts'
import { pointOut } from './index.ts'

const kinds = (text: string) => pointOut(text).map(({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`)

test.each([
  ['I asked her, “Did he touch you?”', 'Did he touch you'],
  ['So I said did your dad hit you with something', 'did your dad hit you'],
  ['Then: “Has anyone at home been hurting you?”', 'Has anyone at home been hurting you'],
  ['I said where did the man at the club touch you', 'did the man at the club touch you'],
  ['I asked if he had touched her.', 'I asked if he had touched her'],
  ['We asked him whether Mum’s boyfriend hits them', 'We asked him whether Mum’s boyfriend hits them'],
  ['I gently asked her if she had been abused', 'I gently asked her if she had been abused'],
  ['He hurt you, didn’t he? She nodded.', 'hurt you, didn’t he'],
  ['I said “was it your uncle who did this?”', 'was it your uncle who did'],
  ['“Was it your stepdad?” I said.', 'Was it your stepdad?'],
  ['Are you being hurt?', 'Are you being hurt'],
  ['I said to him were you hit by someone here', 'were you hit'],
  ['did he make you take your clothes off', 'did he make you take your'],
  ['Did she send you any rude pictures', 'Did she send you any rude'],
  ['Did José kiss you?', 'Did José kiss you'],
  ['Has he ever done anything to you', 'Has he ever done anything to you'],
  ['did somebody do something bad to you?', 'did somebody do something bad to you'],
  ['Did he put his hand up your skirt', 'Did he put his hand up your'],
  ['I asked if anyone had done something to her', 'I asked if anyone had done something to her'],
  ['Did your coach hug you', 'Did your coach hug you'],
  ['DID HE   TOUCH\tYOU', 'DID HE   TOUCH\tYOU'],
])('a leading question is pointed out: %s', (text, words) => {
  expect(kinds(text)).toEqual([`leading: ${words}`])
})

test.each([
  ['I promised not to tell anyone.', 'I promised not to tell'],
  ['I said I wouldn’t tell her mum', 'I said I wouldn’t tell'],
  ['I told him I would keep it secret', 'I told him I would keep it secret'],
  ['We agreed to keep this between us.', 'We agreed to keep this between us'],
  [
    'I promised her that it would stay between the two of us',
    'I promised her that it would stay between the two of us',
  ],
  ['“Your secret is safe with me,” I said', 'Your secret is safe'],
  ['I won’t tell anyone, I said.', 'I won’t tell anyone'],
  ['I promise you I won’t tell', 'I promise you I won’t tell'],
  ['She made me promise not to tell', 'made me promise not to tell'],
  ['I assured him it was confidential', 'I assured him it was confidential'],
  ['I told her I’d keep it a secret', 'I told her I’d keep it a secret'],
  ['I agreed not to report it', 'I agreed not to report'],
  [
    'I gave her my word that I would never say anything',
    'I gave her my word that I would never say anything',
  ],
  ['I said to him, it’s our secret', 'I said to him, it’s our secret'],
  ['This stays between us, I said', 'This stays between us'],
  ['I’ve promised I’ll keep her secret', 'I’ve promised I’ll keep her secret'],
])('a promise of secrecy is pointed out: %s', (text, words) => {
  expect(kinds(text)).toEqual([`secrecy: ${words}`])
})

test.each([
  'I asked her what happened, and she said he pushed her.',
  'I said “tell me what happened then”.',
  'She said that he touched her on the leg in the changing room.',
  'He told her to keep it a secret.',
  'He said it was their secret and that nobody would believe her.',
  'I did not promise to keep it secret.',
  'I said I could not promise to keep it secret.',
  'I told her that I can’t keep secrets like that and would have to tell Priya.',
  'She asked me not to tell her mum.',
  'She made her promise not to tell anyone.',
  'I explained that I would have to tell the designated person.',
  'I asked if she wanted a drink of water.',
  'I asked whether he had come by bus.',
  'Did he arrive on time? Yes, at ten past four.',
  'She asked me, “Did I do something wrong?”',
  'Was it raining? I cannot remember.',
  'He was hit by another boy, and two of us saw it.',
  'They have been friends since the summer and walk home together.',
  'I asked him what he would like me to do.',
  'Her mother said that she would tell the school herself.',
  'I said that I would tell Dev and nobody else.',
  'Is it all right if I write this down while you talk?',
  'I promised to tell her what happens next.',
  'We have told the police, and kept the phone switched off.',
  'She told me the password is secret and she has not told me what it is.',
  'I said I would not leave until her aunt came.',
  'I said I couldn’t keep it secret.',
  'I said I could not keep it secret.',
  'I told Dev that it was confidential.',
  'I said I would not tell her what to do.',
  'I told her not to worry.',
  'I said she wouldn’t tell me what happened.',
  'I told them that nobody may keep secrets here.',
  'I told Ellen her secret.',
  'I said that I must tell someone and would not keep it to myself.',
  'I asked her if she wanted to tell me more.',
  'Did he do his homework with you?',
  'Did you have a good half-term? I asked.',
  'I promised that I would listen and would not be cross.',
  'The file is confidential and locked in the office.',
])('an ordinary sentence is left alone: %s', text => {
  expect(kinds(text)).toEqual([])
})

test('of the thousand ordinary messages that screening is tried on, none reads as either', () => {
  const ordinary = labelledMessages.filter(({ spans }) => spans.length === 0)
  expect(ordinary.length).toBeGreaterThan(500)
  expect(ordinary.flatMap(({ text }) => kinds(text))).toEqual([])
})

test('every finding says what it is, and what to do now, and blames nobody', () => {
  const [one, other] = pointOut('I promised not to tell. Then I asked: did he touch you?')
  expect(one).toMatchObject({ kind: 'secrecy', from: 0, to: 22 })
  expect(other).toMatchObject({ kind: 'leading', from: 38, to: 54 })
  for (const { says, instead } of [one, other].filter(found => found !== undefined)) {
    expect(says).toMatch(/^This .*\.$/)
    expect(instead).toContain('leave it here as you')
  }
})

test('whatever is written has an answer, whose places stand in it, in order and apart', () => {
  const pieces = fc.constantFrom(
    'did ',
    'he ',
    'touch ',
    'you',
    '?',
    'I promised ',
    'not to tell',
    '. ',
    'İ',
    '\ud83d',
    ' ',
    'was it your dad?',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(pieces, { maxLength: 30 }).map(all => all.join('')),
  )
  fc.assert(
    fc.property(text, written => {
      let before = 0
      for (const { from, to } of pointOut(written)) {
        expect(from).toBeGreaterThanOrEqual(before)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(written.length)
        before = to
      }
    }),
  )
})

test.each([
  'did ',
  'did he ',
  'i asked ',
  'i promised ',
  'i said that ',
  'was it ',
  'a ',
  '? ',
  'touch you ',
])('a long text is read in time that grows as it does: “%s” over and over', piece => {
  const took = (length: number) => {
    const text = piece.repeat(Math.ceil(length / piece.length))
    const from = process.cpuUsage()
    pointOut(text)
    const { user, system } = process.cpuUsage(from)
    return (user + system) / 1000
  }
  const least = (length: number) => Math.min(...Array.from({ length: 7 }, () => took(length)))
  expect(least(80_000)).toBeLessThan(12 * least(20_000) + 100)
})

import EmailReplyParser from 'email-reply-parser'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answers, corpus, type Sample } from '../../../tests/mail/corpus.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { handOver } from '../../../tests/setup/lmtp.ts'
import { signedBy, testDns } from '../../../tests/setup/mail-domain.ts'
import { signedIn } from '../../../tests/setup/person.ts'
import { cast } from '../../demo/index.ts'
import { newId } from '../../kit/ids.ts'
import { fold } from './fold.ts'
import { wordsOfHtml } from './html-words.ts'

const domain = 'messages.riverside.example'
let house: TestHouse
let port: number
let answersAt: string

beforeAll(async () => {
  house = await openHouse({ email: { domain, resolver: testDns } })
  port = house.email?.port ?? 0
  await (await signedIn(house, 'grace')).go(`/people/${cast.sam.id}/way`, { way: 'email' })
  const amira = await signedIn(house, 'amira')
  const at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Thursday' })
  await amira.go(`${at}/write`, { body: 'We meet at 4pm on Thursday.', key: newId() })
  await house.mailbox.next(cast.sam.email ?? '', /We meet at 4pm/)
  answersAt = house.mailbox.all.map(({ from }) => from).find(one => one.includes(`@${domain}`)) ?? ''
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

interface Stored {
  readonly outcome: string
  readonly reason: string | null
  readonly body: string | null
}
const stored = async (): Promise<Stored[]> =>
  (
    await house.database.asOwner(
      `select a.outcome, a.reason, m.body from arrival a left join message m on m.id = a.message_id order by a.id`,
    )
  ).rows
const sent = async ({ mail, unsigned, sender = 'sam.taylor@family.example' }: Sample) =>
  handOver(port, {
    from: sender,
    to: [answersAt],
    raw: unsigned ? mail : await signedBy('family.example', mail),
  })

test('there are sixty shapes of mail and more, each named once', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(60)
  expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length)
})

test('every mail of the corpus becomes what it is, and says what was written to the letter', async () => {
  const wrong: string[] = []
  for (const sample of corpus) {
    const before = (await stored()).length
    const [answer = ''] = await sent(sample)
    const all = await stored()
    const now = all.at(-1)
    if (!answer.startsWith('250')) wrong.push(`${sample.name}: answered ${answer}`)
    else if (all.length !== before + 1) wrong.push(`${sample.name}: ${all.length - before} were put down`)
    else if (now?.outcome !== sample.becomes) wrong.push(`${sample.name}: ${now?.outcome} ${now?.reason}`)
    else if (sample.says !== undefined && now.body !== sample.says)
      wrong.push(`${sample.name}: ${JSON.stringify(now.body?.slice(0, 200))}`)
  }
  expect(wrong).toEqual([])
}, 120_000)

test('come again, none of them is put down again', async () => {
  const before = await stored()
  for (const sample of corpus.slice(0, 10)) await sent(sample)
  expect(await stored()).toEqual(before)
})

test('whatever is changed in them, each mail is put down or refused with a number, and nothing breaks', async () => {
  const mangled = fc
    .tuple(
      fc.constantFrom(...corpus),
      fc.array(
        fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('cut', 'byte', 'twice', 'line')),
        { minLength: 1, maxLength: 6 },
      ),
      fc.integer({ min: 0, max: 255 }),
    )
    .map(([{ mail }, changes, byte]) =>
      changes.reduce((raw, [where, how]) => changed(raw, where, how, byte), mail),
    )
  await fc.assert(
    fc.asyncProperty(mangled, async raw => {
      const before = (await stored()).length
      const [answer = ''] = await handOver(port, { from: 'sam.taylor@family.example', to: [answersAt], raw })
      expect(answer).toMatch(/^(250|5\d\d) /)
      const more = (await stored()).length - before
      // One that is the same as another before it is known, and no more.
      expect([0, 1]).toContain(more)
      expect(house.faults).toEqual([])
    }),
    { numRuns: 150 },
  )
}, 120_000)

function changed(raw: Buffer, where: number, how: string, byte: number): Buffer {
  const at = Math.floor(where * raw.length)
  if (how === 'cut') return raw.subarray(0, at)
  if (how === 'twice') return Buffer.concat([raw.subarray(0, at), raw.subarray(Math.floor(at / 2))])
  if (how === 'line')
    return Buffer.concat([raw.subarray(0, at), Buffer.from('\r\n--==b==\r\n'), raw.subarray(at)])
  return Buffer.concat([raw.subarray(0, at), Buffer.from([byte]), raw.subarray(at + 1)])
}

test('folding is at least as good as email-reply-parser on each shape, and never eats words that it keeps', () => {
  const library = new EmailReplyParser()
  const texts = answers.map(({ name, mail, says }) => ({
    name,
    says,
    text: mail.toString('utf8').split('\r\n\r\n').slice(1).join('\n\n').replaceAll('\r\n', '\n'),
  }))
  const right = { ours: 0, theirs: 0 }
  for (const { text, says } of texts) {
    if (fold(text).words === says) right.ours++
    if (library.parseReply(text).trim() === says) right.theirs++
  }
  expect(right.ours).toBe(texts.length)
  expect(right.theirs).toBeLessThan(texts.length)
})

test('what is folded away is at the end: the words are the beginning of the whole, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.constantFrom(
            '> ',
            '>>',
            '--',
            '-- ',
            'On 25 Nov 2026, Amira wrote:',
            'Sent from my iPhone',
            '',
            '___________',
            'From: a@b.example',
            'Sent: 5',
            'To: c',
          ),
          fc.string({ maxLength: 40 }),
        ),
        { maxLength: 30 },
      ),
      lines => {
        const text = lines.join('\n').replace(/\r\n?/g, '\n').trim()
        const { words, folded } = fold(text)
        expect(text.startsWith(words)).toBe(true)
        expect(folded).toBe(words !== text)
      },
    ),
    { numRuns: 2000 },
  )
})

test('no text makes folding or reading HTML slow: twice as long takes about twice the time', () => {
  const hostile = [
    '> ',
    '\n',
    'On 1 wrote: ',
    'wrote ',
    '--\n',
    'Sent from my ',
    '<',
    '<script',
    '<!--',
    '&',
    '<blockquote>',
    'From: a\n',
    '_',
    '>'.repeat(9),
  ]
  const time = (work: () => unknown) => {
    const from = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(from)
    return (user + system) / 1000
  }
  for (const piece of hostile) {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
    expect([piece, time(() => fold(text)) < 3000]).toEqual([piece, true])
    expect([piece, time(() => wordsOfHtml(text)) < 3000]).toEqual([piece, true])
  }
})

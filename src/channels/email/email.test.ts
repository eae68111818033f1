import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailOf, words } from '../../../tests/mail/builder.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { type Forwarded, handOver } from '../../../tests/setup/lmtp.ts'
import { outgoingIp, signedBy, testDns } from '../../../tests/setup/mail-domain.ts'
import type { Received } from '../../../tests/setup/mailbox.ts'
import { type Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { cast } from '../../demo/index.ts'
import { newId } from '../../kit/ids.ts'
import { largestMail } from './listener.ts'

const domain = 'messages.riverside.example'
const sam = cast.sam.email ?? ''
let house: TestHouse
let amira: Person
let at: string
let letter: Received

beforeAll(async () => {
  house = await openHouse({ email: { domain, resolver: testDns } })
  amira = await signedIn(house, 'amira')
  await (await signedIn(house, 'grace')).go(`/people/${cast.sam.id}/way`, { way: 'email' })
  at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Thursday' })
  await say('We meet at 4pm.\n\nBring a coat = or two.')
  letter = await house.mailbox.next(sam, /We meet at 4pm/)
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const say = (body: string) => amira.go(`${at}/write`, { body, key: newId() })
const talk = async () => wordsOf(await (await amira.get(at)).text())
const give = (
  raw: Buffer | string,
  about: { to?: string; from?: string; forwarded?: Forwarded } = {},
): Promise<string[]> =>
  handOver(house.email?.port ?? 0, { from: sam, raw, ...about, to: [about.to ?? letter.from] })
const newest = async (): Promise<{ outcome: string; reason: string | null }> =>
  (
    await house.database.asOwner(
      'select outcome, reason from arrival order by received_at desc, id desc limit 1',
    )
  ).rows[0]
const header = ({ raw }: Received, name: string): string =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(raw)?.[1]?.replace(/\r\n\s+/g, ' ') ?? ''

test('a letter says who wrote and for whom, threads, and holds no address but the one to answer to', async () => {
  expect(letter.text).toContain('We meet at 4pm.\r\n\r\nBring a coat = or two.')
  expect(header(letter, 'From')).toMatch(
    /^"Amira Haddad, Riverside Youth Club" <c-[a-z2-7]{26}@messages\.riverside\.example>$/,
  )
  expect(header(letter, 'Reply-To')).toContain(letter.from)
  expect(header(letter, 'Subject')).toBe('A message from Riverside Youth Club')
  expect(letter.envelopeFrom).toMatch(/^b-[0-9a-f]{32}[a-z2-7]{16}@/)
  expect(letter.raw).not.toContain(cast.amira.email ?? '@')
  expect(letter.raw).not.toContain('Thursday')
  await say('And a drink.')
  const second = await house.mailbox.next(sam, /And a drink/)
  expect(second.from).toBe(letter.from)
  expect(header(second, 'In-Reply-To')).toBe(header(letter, 'Message-ID'))
  expect(header(second, 'References')).toBe(header(letter, 'Message-ID'))
})

test('what Sam answers, signed by her mail’s domain, is her message; the next letter ties to it', async () => {
  const answer = await signedBy(
    'family.example',
    words('We will be there.', { messageId: '<answer-1@family.example>' }),
  )
  expect(await give(answer)).toEqual(['250 2.6.0 Taken.'])
  expect(await talk()).toMatch(/Sam Taylor Parent or carer We will be there\..*Came by email\./)
  await say('Good.')
  const next = await house.mailbox.next(sam, /Good\./)
  expect(header(next, 'In-Reply-To')).toBe('<answer-1@family.example>')
})

const proofs: readonly (readonly [
  name: string,
  from: string,
  signs: string | undefined,
  ip: string | undefined,
  reason: string | null,
])[] = [
  ['signed by its domain', sam, 'family.example', undefined, null],
  ['not signed, sent from where its domain says', sam, undefined, outgoingIp, null],
  ['neither', sam, undefined, undefined, 'not-proven'],
  ['not signed, sent from elsewhere', sam, undefined, '198.51.100.7', 'not-proven'],
  ['signed by another domain', sam, 'other.example', undefined, 'not-proven'],
  ['from a domain with no DMARC, signed', 'sam@sends.example', 'sends.example', undefined, null],
  ['from a domain with no DMARC, sent from where it says', 'sam@sends.example', undefined, outgoingIp, null],
  ['from a domain with no DMARC, neither', 'sam@sends.example', undefined, '198.51.100.7', 'not-proven'],
  ['from a strict domain, signed by it', 'sam@strict.example', 'strict.example', undefined, null],
  ['from a strict domain, sent from anywhere', 'sam@strict.example', undefined, outgoingIp, 'not-proven'],
  ['from a domain that says nothing', 'sam@silent.example', undefined, outgoingIp, 'not-proven'],
]
test.each(proofs)('%s', async (name, from, signs, ip, reason) => {
  await house.database.asOwner('update person set email = $1 where id = $2', [from, cast.sam.id])
  const raw = words(`It is me: ${name}.`, { from: `Sam <${from}>` })
  const forwarded = ip ? { forwarded: { addr: ip } } : {}
  await give(signs ? await signedBy(signs, raw) : raw, { from, ...forwarded })
  await house.database.asOwner('update person set email = $1 where id = $2', [sam, cast.sam.id])
  expect(await newest()).toEqual({ outcome: reason ? 'held' : 'message', reason })
  expect((await talk()).includes(`It is me: ${name}.`)).toBe(reason === null)
})

test('words added below what a signature covers prove nothing', async () => {
  const raw = words('Only this was signed.')
  const body = raw.length - raw.indexOf('\r\n\r\n') - 4
  const signed = await signedBy('family.example', raw, { maxBodyLength: body })
  await give(Buffer.concat([signed, Buffer.from('And this was not.\r\n')]))
  expect(await newest()).toEqual({ outcome: 'held', reason: 'not-proven' })
})

test('an address that nobody was given is refused before a word is sent; nothing goes back to anybody', async () => {
  const before = house.mailbox.all.length
  for (const to of [
    `c-${'a'.repeat(26)}@${domain}`,
    `office@${domain}`,
    `${letter.from.replace('c-', 'c-a')}`,
    'x@elsewhere.example',
  ])
    expect((await give('x', { to }))[0]).toMatch(/^550 5\.1\.1 /)
  await give(words('Not me, signed by nobody'))
  expect(house.mailbox.all.length).toBe(before)
})

test('files come with kind words to whoever surely sent them, once, and to nobody else', async () => {
  const picture = {
    type: 'image/jpeg',
    encoding: 'base64',
    disposition: 'attachment; filename="a.jpg"',
    body: 'x',
  } as const
  const raw = await signedBy('family.example', mailOf({ parts: [{ body: 'Here is his form.' }, picture] }))
  await Promise.all([give(raw), give(raw)])
  const note = await house.mailbox.next(sam, /did not arrive/)
  expect(header(note, 'Auto-Submitted')).toBe('auto-replied')
  expect(note.envelopeFrom).toBe('')
  expect(await talk()).toContain('Here is his form.')
  await give(await signedBy('family.example', mailOf({ parts: [{ body: '' }, picture] })))
  expect((await house.mailbox.next(sam, /There were no words/)).text).toContain('did not arrive')
  await give(mailOf({ parts: [{ body: 'Unsigned.' }, picture] }))
  await give(
    await signedBy(
      'family.example',
      mailOf({ headers: ['Auto-Submitted: auto-replied'], parts: [{ body: 'x' }, picture] }),
    ),
  )
  await say('Thank you.')
  await house.mailbox.next(sam, /Thank you\./)
  expect(
    house.mailbox.all.filter(({ raw: one }) => /^Auto-Submitted: auto-replied/im.test(one)),
  ).toHaveLength(2)
})

test('a letter that comes back is marked, its writer is told, and the reason is in words', async () => {
  await say('Will it come?')
  const { envelopeFrom } = await house.mailbox.next(sam, /Will it come/)
  const status =
    'Reporting-MTA: dns; mx.family.example\r\n\r\nFinal-Recipient: rfc822; x\r\nAction: failed\r\nStatus: 5.2.2\r\n'
  const report = mailOf({
    from: 'MAILER-DAEMON@mx.family.example',
    multipart: 'report; report-type=delivery-status',
    parts: [{ body: 'Full.' }, { type: 'message/delivery-status', body: status }],
  })
  await expect.poll(talk).toContain('Handed over for Sam Taylor’s email')
  await give(report, { to: envelopeFrom, from: '' })
  expect(await talk()).toContain('It came back from Sam Taylor’s email: their mailbox is full.')
  expect(wordsOf(await (await amira.get('/duties')).text())).toContain('A message may not have arrived')
})

test('a mail of 50 MB is refused by its size, and no more of it is held than may be taken', async () => {
  const raw = Buffer.concat([words('Large'), Buffer.alloc(2 * largestMail, 'la la la \r\n')])
  const [answer] = await give(raw)
  expect(answer).toMatch(/^552 /)
  expect(house.email?.mostHeld()).toBeGreaterThan(1000)
  expect(house.email?.mostHeld()).toBeLessThanOrEqual(largestMail)
  expect((await give(await signedBy('family.example', words('Small again.'))))[0]).toMatch(/^250/)
}, 60_000)

test('a name with a line break in it adds no header, out or in', async () => {
  await house.database.asOwner(`update person set name = $1 where id = $2`, [
    'Sam\r\nBcc: all@family.example',
    cast.sam.id,
  ])
  await say('One line.')
  const { raw } = await house.mailbox.next(sam, /One line\./)
  await house.database.asOwner(`update person set name = $1 where id = $2`, ['Sam Taylor', cast.sam.id])
  expect(raw).not.toMatch(/^Bcc:/im)
  expect(house.mailbox.all.filter(({ to }) => to === 'all@family.example')).toEqual([])
})

test('to two addresses of ours, one mail is taken in for each, and each has an answer of its own', async () => {
  const raw = await signedBy('family.example', words('For both.'))
  const answers = await handOver(house.email?.port ?? 0, {
    from: sam,
    to: [letter.from, letter.envelopeFrom],
    raw,
  })
  expect(answers).toHaveLength(2)
  expect(answers.every(one => one.startsWith('250'))).toBe(true)
})

import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { Document, ImageRun, Packer, Paragraph } from 'docx'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foundIn, rowsOf, waysToWrite } from '../../../tests/setup/canaries.ts'
import { handsIn, tellsOf } from '../../../tests/setup/concern.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey } from '../../../tests/setup/keys.ts'
import { hiddenOn, Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { zipOf } from '../../../tests/setup/zip.ts'
import { inForm } from '../../kit/documents/index.ts'
import { newId } from '../../kit/ids.ts'
import { blocksOf } from '../../kit/markup/index.ts'

let house: TestHouse
let ellen: Person
let stranger: Person
let concern: string
beforeAll(async () => {
  house = await openHouse()
  ellen = await signedIn(house, 'ellen')
  await makesKey(ellen)
  stranger = new Person(house)
  concern = (await tellsOf(house, stranger, { words: 'There is a letter.', about: 'child' })).id
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const at = (more = '') => `/concerns/${concern}/documents${more}`
const page = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const stored = async () =>
  (
    await house.database.asOwner(
      `select (select count(*) from concern_document) + (select count(*) from concern_document_waiting)
        + (select count(*) from concern_document_part) as n`,
    )
  ).rows[0].n

const paper = {
  organisation: 'Riverside Youth',
  title: 'What I saw',
  version: 'Version 1',
  date: new Date('2026-11-26T12:00:00Z'),
  standing: 'Mine.',
  closing: 'The end.',
  language: 'en-GB',
  blocks: blocksOf('# On Tuesday\n\nHe waited by the gate.'),
} as const
const mail = (...more: string[]) =>
  [
    'From: Sam Taylor <sam@family.example>',
    'To: Ellen Fraser <ellen@riverside.example>',
    'Subject: What he wrote',
    'Date: Thu, 26 Nov 2026 12:00:00 +0000',
    'MIME-Version: 1.0',
    ...more,
  ].join('\r\n')
const partOf = (type: string, encoding: string, body: string) =>
  mail(
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'See what he sent.',
    '--b',
    `Content-Type: ${type}; name="a"`,
    `Content-Transfer-Encoding: ${encoding}`,
    'Content-Disposition: attachment; filename="a"',
    '',
    body,
    '--b--',
    '',
  )
const picture = () =>
  sharp({
    create: {
      width: 40,
      height: 40,
      channels: 3,
      background: '#a31',
      noise: { type: 'gaussian', mean: 90, sigma: 40 },
    },
  })
const lines = (text: string) => text.replaceAll(/.{76}/g, '$&\r\n')
const fileOf = (bytes: Uint8Array | string, name: string, type = 'application/octet-stream') =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name, { type })

test('what is taken is told by its bytes and not by its name; it comes back as it was, to be saved and never shown', async () => {
  const taken = [
    ['pdf', 'application/pdf', await inForm(paper, 'pdf')],
    [
      'docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      await inForm(paper, 'docx'),
    ],
    ['txt', 'text/plain; charset=utf-8', Buffer.from('He waited by the gate. £5, “naïve”')],
    ['eml', 'message/rfc822', Buffer.from(mail('Content-Type: text/plain', '', 'Meet me.\r\n'))],
  ] as const
  for (const [ending, type, bytes] of taken) {
    const name = `../..\\C:\\${ending} of\u202e Jamie.jpg`
    const id = await handsIn(house, ellen, concern, fileOf(bytes, name, 'image/jpeg'))
    const answer = await ellen.get(at(`/${id}`))
    expect([ending, answer.status, answer.headers.get('content-type')]).toEqual([ending, 200, type])
    const disposition = answer.headers.get('content-disposition') ?? ''
    expect(disposition).toBe(
      `attachment; filename="${ending}-of-jamie.${ending}"; filename*=UTF-8''${ending}%20of%20Jamie.${ending}`,
    )
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; sandbox; frame-ancestors 'none'",
    )
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(Buffer.compare(new Uint8Array(await answer.arrayBuffer()), bytes)).toBe(0)
  }
  const shown = await page(ellen, at())
  for (const kind of ['PDF', 'Word', 'Plain text', 'Email']) expect(shown).toContain(`${kind}, `)
  expect(shown).toContain('Not checked')
  expect(shown).toContain('was not checked for viruses')
  expect(await page(ellen, `/concerns/${concern}`)).toContain('Documents (4)')
  expect(await page(ellen, `/concerns/${concern}`)).toContain('downloaded a document')
  const { rows } = await house.database.asOwner(
    `select event, count(*)::int as n from entry where about_id = $1 and event like 'concern.document%' group by 1 order by 1`,
    [concern],
  )
  expect(rows).toEqual([
    { event: 'concern.document-handed-in', n: 4 },
    { event: 'concern.document-opened', n: 4 },
  ])
})

test('a large one is kept in pieces and comes back whole', async () => {
  const large = Buffer.from('It says the same again. '.repeat(440_000)).subarray(0, 10 * 2 ** 20)
  const id = await handsIn(house, ellen, concern, fileOf(large, 'long.txt'))
  const { rows } = await house.database.asOwner(
    'select count(*)::int as n, max(length(sealed)) as longest from concern_document_part where document_id = $1',
    [id],
  )
  expect(rows[0]).toEqual({ n: 11, longest: 2 ** 20 })
  const back = new Uint8Array(await (await ellen.get(at(`/${id}`))).arrayBuffer())
  expect(Buffer.compare(back, large)).toBe(0)
}, 60_000)

test('no picture comes in, however it is called, packed, attached or written; it is said why, and nothing of it is kept anywhere', async () => {
  const png = await picture().png().toBuffer()
  const jpeg = await picture().jpeg().toBuffer()
  const word = await Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({
              children: [new ImageRun({ type: 'png', data: png, transformation: { width: 9, height: 9 } })],
            }),
          ],
        },
      ],
    }),
  )
  const pdf = Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj <</Type/XObject/Subtype/Image/Filter/DCTDecode>> stream\n'),
    jpeg,
    Buffer.from('\nendstream endobj\ntrailer <<>>\n%%EOF\n'),
  ])
  const quoted = [...jpeg].map(byte => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('')
  const passedOn = mail(
    'Content-Type: message/rfc822',
    '',
    partOf('application/octet-stream', 'quoted-printable', quoted.replaceAll(/.{72}/g, '$&=\r\n')),
  )
  const refused: readonly (readonly [string, Uint8Array | string, string])[] = [
    ['letter.txt', png, 'no picture'],
    ['letter.pdf', jpeg, 'no picture'],
    ['letter.docx', word, 'no picture'],
    ['letter.pdf', pdf, 'no picture'],
    ['letter.docx', zipOf([['a.txt', 'words']]), 'no picture'],
    ['letter.eml', partOf('image/png', 'base64', lines(png.toString('base64'))), 'no picture'],
    ['letter.eml', partOf('application/pdf', 'quoted-printable', quoted), 'no picture'],
    ['letter.eml', passedOn, 'no picture'],
    ['letter.txt', `See this. ${quoted}`, 'no picture'],
    ['letter.txt', `See this.\n${lines(png.toString('base64'))}`, 'no picture'],
    ['letter.eml', partOf('text/csv', '7bit', 'a,b'), 'files in this email'],
    ['letter.txt', `Words.\n\nContent-Transfer-Encoding: base64\n\nAAAA`, 'cannot see whether'],
    ['letter.pdf', '%PDF-1.7\n1 0 obj <</Encrypt 2 0 R>> endobj\n%%EOF\n', 'cannot see whether'],
    ['letter.pdf', Buffer.from('d0cf11e0a1b11ae1'.padEnd(2000, '0'), 'hex'), 'This is no PDF'],
    ['letter.pdf', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'This is no PDF'],
    ['letter.txt', '{\\rtf1 Words.}', 'This is no PDF'],
    ['letter.txt', '', 'Choose a document that is not empty'],
  ]
  const [before, files] = [await stored(), readdirSync(tmpdir()).length]
  for (const [name, bytes, why] of refused) {
    const key = newId()
    const answer = await ellen.upload(at('/new'), 'file', fileOf(bytes, name), {
      key,
      note: 'From her coat.',
    })
    const html = await answer.text()
    expect([name, answer.status, why, wordsOf(html).includes(why)]).toEqual([name, 422, why, true])
    // What was typed beside it is still there.
    expect(html).toContain('From her coat.')
    expect(hiddenOn(html, 'key')).toBe(key)
  }
  expect(await stored()).toBe(before)
  expect(readdirSync(tmpdir()).length).toBeLessThanOrEqual(files + 2)
  const parts = [png, jpeg, word, pdf].flatMap(bytes => [
    bytes.subarray(60, 90).toString('latin1'),
    createHash('sha256').update(bytes).digest().toString('latin1'),
  ])
  const ways = parts.flatMap(part => [
    ...['hex', 'base64'].map(how => ({
      how,
      bytes: Buffer.from(
        Buffer.from(part, 'latin1')
          .toString(how as 'hex')
          .slice(0, 36),
      ),
    })),
  ])
  for await (const { name, bytes } of rowsOf(house.database.ownerUrl))
    expect([name, foundIn(bytes, ways)]).toEqual([name, []])
}, 60_000)

test('whoever told hands one in with their code: it is sealed to those who read it, who owe a look; its name is nowhere in words', async () => {
  await ellen.get(`/concerns/${concern}`)
  await ellen.get(at())
  expect(await page(ellen, '/duties')).not.toContain('Somebody told of a concern')
  expect(await page(stranger, '/told')).toContain('Is there a document?')
  const key = hiddenOn(await (await stranger.get('/told/document')).text(), 'key')
  const file = () => fileOf('Quibblewort: dear Rosa.', 'quibblewort.txt')
  for (const _ of [1, 2]) {
    const answer = await stranger.upload('/told/document', 'file', file(), {
      key,
      note: 'Quibblewort, from her bag.',
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/told/document?sent=yes'])
  }
  const thanks = await page(stranger, '/told/document?sent=yes')
  expect(thanks).toContain('We have your document')
  expect(thanks.match(/A document, /g)).toHaveLength(1)
  expect(await page(ellen, '/duties')).toContain('Somebody told of a concern')
  const seen = await page(ellen, at())
  expect(seen).toContain('Quibblewort, from her bag.')
  expect(seen).toContain('From whoever told of this')
  const ways = waysToWrite('quibblewort')
  for await (const { name, bytes } of rowsOf(house.database.ownerUrl))
    expect([name, foundIn(bytes, ways)]).toEqual([name, []])
})

test('without its code nobody hands anything in, and nobody who does not read it sees or takes one', async () => {
  const id = await handsIn(house, ellen, concern)
  expect((await new Person(house).get('/told/document')).status).toBe(404)
  const before = await stored()
  const sent = await new Person(house).upload('/told/document', 'file', fileOf('a', 'a.txt'), {
    key: newId(),
  })
  expect(sent.headers.get('location')).toBe('/told')
  for (const name of ['farid', 'dev', 'amira', 'grace'] as const) {
    const who = await signedIn(house, name)
    for (const path of ['', '/new', `/${id}`])
      expect([name, path, (await who.get(at(path))).status]).toEqual([name, path, 404])
    expect((await who.upload(at('/new'), 'file', fileOf('a', 'a.txt'), { key: newId() })).status).toBe(404)
  }
  expect((await ellen.get(at(`/${newId()}`))).status).toBe(404)
  const { id: other } = await tellsOf(house, new Person(house), { words: 'Another.', about: 'child' })
  expect((await ellen.get(`/concerns/${other}/documents/${id}`)).status).toBe(404)
  expect(await stored()).toBe(before)
})

test('one that is too large says so, and what is far too large is not read at all', async () => {
  const send = (bytes: number) =>
    ellen.upload(at('/new'), 'file', fileOf(Buffer.alloc(bytes, 'x'), 'a.txt'), {
      key: newId(),
      note: 'Why.',
    })
  const answer = await send(10 * 2 ** 20 + 1)
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(wordsOf(html)).toContain('A document may have 10 megabytes')
  expect(html).toContain('Why.')
  expect((await send(12 * 2 ** 20)).status).toBe(413)
})

test('by one code twenty come in, and then words do', async () => {
  const teller = new Person(house)
  await tellsOf(house, teller, { words: 'Many letters.', about: 'child' })
  const send = () => teller.upload('/told/document', 'file', fileOf('Dear Rosa.', 'a.txt'), { key: newId() })
  for (let count = 0; count < 20; count++) expect((await send()).status).toBe(303)
  const answer = await send()
  expect(answer.status).toBe(422)
  expect(wordsOf(await answer.text())).toContain('Too many documents')
}, 60_000)

test('one that was altered behind the database’s back keeps nobody from the words, and stands there as what it is', async () => {
  const id = await handsIn(house, ellen, concern)
  const { rows } = await house.database.asOwner('select about from concern_document where id = $1', [id])
  const becomes = (about: Buffer) =>
    house.database.asOwner('update concern_document set about = $2 where id = $1', [id, about])
  const shown = () => page(ellen, `/concerns/${concern}`)
  await becomes(Buffer.alloc(rows[0].about.length))
  expect(await shown()).toContain('A document that does not open')
  await becomes(rows[0].about)
  expect(await shown()).not.toContain('A document that does not open')
})

test('while the key is locked, or nobody said why today, it leads to where that is done', async () => {
  const id = await handsIn(house, ellen, concern)
  await ellen.post('/sealing/lock', {})
  expect((await ellen.get(at(`/${id}`))).headers.get('location')).toBe(at())
  expect(await page(ellen, at())).toContain('Unlock')
})

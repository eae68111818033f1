import { deflateSync, gzipSync } from 'node:zlib'
import { Document, ImageRun, Packer, Paragraph } from 'docx'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { zipOf } from '../../../tests/setup/zip.ts'
import { inForm } from '../documents/index.ts'
import { blocksOf } from '../markup/index.ts'
import { holdsPicture, pastedIn, type Sniffed, sniff } from './index.ts'

const photograph = sharp({
  create: {
    width: 96,
    height: 64,
    channels: 3,
    background: '#258',
    noise: { type: 'gaussian', mean: 120, sigma: 40 },
  },
})
const pictures: Readonly<Record<string, () => Promise<Buffer>>> = {
  JPEG: () => photograph.clone().jpeg().toBuffer(),
  PNG: () => photograph.clone().png().toBuffer(),
  WebP: () => photograph.clone().webp().toBuffer(),
  AVIF: () => photograph.clone().avif().toBuffer(),
  'HEIF (AV1)': () => photograph.clone().heif({ compression: 'av1' }).toBuffer(),
  GIF: () => photograph.clone().gif().toBuffer(),
  TIFF: () => photograph.clone().tiff().toBuffer(),
  'JPEG with camera data': () =>
    photograph
      .clone()
      .withExif({ IFD0: { Make: 'A phone' } })
      .jpeg()
      .toBuffer(),
}
const kinds = Object.keys(pictures)
const made = new Map<string, Buffer>()
async function pictureOf(kind: string): Promise<Buffer> {
  const bytes = made.get(kind) ?? (await pictures[kind]?.())
  if (!bytes) throw new Error(kind)
  made.set(kind, bytes)
  return bytes
}
const lines = (text: string) => text.replaceAll(/.{76}/g, '$&\r\n')
const utf8 = (text: string) => Buffer.from(text)
const told = ({ kind, pictures: holds }: Sniffed) => `${kind} ${holds}`

test.each(kinds)(
  'a %s is a picture, whatever it is called, and in the midst of other bytes too',
  async kind => {
    const bytes = await pictureOf(kind)
    expect(told(await sniff(bytes))).toBe('image yes')
    // A TIFF begins with too little to be known anywhere else.
    if (kind === 'TIFF') return
    for (const before of ['%PDF-1.7\n', 'a letter of words\n', '\0\x01\x02\x03 binary '])
      expect((await sniff(Buffer.concat([utf8(before), bytes]))).pictures).toBe('yes')
  },
)

/** A box of the ISO base media format: its length, its name, and what is in it. */
const box = (name: string, content: string) => {
  const all = Buffer.from(`\0\0\0\0${name}${content}`, 'latin1')
  all.writeUInt32BE(all.length)
  return all
}

test.each([
  ['a film from a phone', box('ftyp', 'isom\0\0\x02\0isomiso2avc1mp41'), 'video yes'],
  ['a film from another', box('ftyp', 'qt  \0\0\0\0qt  '), 'video yes'],
  ['a photograph from a phone', box('ftyp', 'heic\0\0\0\0mif1heic'), 'image yes'],
  ['a film for the web', Buffer.from('1a45dfa3a342868101', 'hex'), 'video yes'],
  ['an AVI', Buffer.from('RIFF\x10\0\0\0AVI LIST', 'latin1'), 'video yes'],
  ['a recorded voice', box('ftyp', 'M4A \0\0\0\0M4A '), 'audio no'],
  ['a sound file', Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'), 'audio no'],
  ['an empty archive', zipOf([]), 'archive no'],
  ['a packed text', gzipSync('words'), 'archive cannot-tell'],
  ['a RAR', Buffer.from('526172211a0701', 'hex'), 'archive cannot-tell'],
  ['a program', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'program cannot-tell'],
  ['an old Word document', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'document cannot-tell'],
  ['nothing that is known', Buffer.from('00010203fe', 'hex'), 'unknown cannot-tell'],
  ['nothing at all', Buffer.alloc(0), 'text no'],
  ['a letter', utf8('Dear Ellen,\r\n\tI am writing about Tuesday – “as agreed”.\n'), 'text no'],
  ['a letter in UTF-16', Buffer.from('\ufeffDear Ellen', 'utf16le'), 'text no'],
  ['a word that begins like a format', utf8('BMX on Saturday'), 'text no'],
  ['another', utf8('GIF89a is a format'), 'text no'],
  ['and more', utf8('I’m free on Friday, and FLV, ID3, RIFF and MZ are only letters'), 'text no'],
  ['free at a place where a film says so', utf8('I am free'), 'text no'],
  [
    'a drawing',
    utf8('<?xml version="1.0"?>\n<!-- a comment -->\n<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
    'image yes',
  ],
  ['a drawing under a prefix', utf8('<s:svg xmlns:s="http://www.w3.org/2000/svg"/>'), 'image yes'],
  ['a web page with a drawing in it', utf8('<!doctype html><p>Words</p><svg><path/></svg>'), 'text yes'],
  ['rich text', utf8('{\\rtf1\\ansi Words.}'), 'document no'],
  ['rich text with a picture', utf8('{\\rtf1\\ansi {\\pict\\pngblip 8950}}'), 'document yes'],
] as const)('%s is told for what it is', async (_, bytes, is) => {
  expect(told(await sniff(bytes))).toBe(is)
})

const paper = {
  organisation: 'Riverside Youth',
  title: 'What I saw',
  version: 'Version 1',
  date: new Date('2026-11-26T12:00:00Z'),
  standing: 'Mine.',
  closing: 'The end.',
  language: 'en-GB',
  blocks: blocksOf('# On Tuesday\n\nHe waited by the gate.\n\n- Twice.'),
} as const

test('a document of words alone holds no picture, as a PDF, in Word and as a web page', async () => {
  expect(told(await sniff(await inForm(paper, 'pdf')))).toBe('document no')
  expect(told(await sniff(await inForm(paper, 'docx')))).toBe('document no')
  expect(told(await sniff(await inForm(paper, 'html')))).toMatch(/^text/)
  expect(told(await sniff(await inForm(paper, 'txt')))).toBe('text no')
})

test('a Word document with a picture is told, packed as it is, and renamed as it may be', async () => {
  const picture = await pictureOf('PNG')
  const word = new Document({
    sections: [
      {
        children: [
          new Paragraph({
            children: [new ImageRun({ type: 'png', data: picture, transformation: { width: 9, height: 9 } })],
          }),
        ],
      },
    ],
  })
  expect(told(await sniff(await Packer.toBuffer(word)))).toBe('document yes')
  const parts = [
    ['[Content_Types].xml', '<Types/>'],
    ['word/document.xml', '<w:document/>'],
  ] as const
  expect(told(await sniff(zipOf(parts)))).toBe('document no')
  expect(told(await sniff(zipOf([...parts, ['word/theme/theme1.xml', picture]])))).toBe('document yes')
  expect(
    told(await sniff(zipOf([...parts, ['word/fonts/font1.odttf', Buffer.from('00ff01fe', 'hex')]]))),
  ).toBe('document no')
  expect(
    told(await sniff(zipOf([...parts, ['word/media/image1.png', Buffer.from('00ff01fe', 'hex')]]))),
  ).toBe('document cannot-tell')
  const shape = (...files: Parameters<typeof zipOf>[0]) =>
    `<w:document><v:shape o:gfxdata="${lines(zipOf(files).toString('base64')).replaceAll('\r\n', '&#xA;')}"/></w:document>`
  const withShape = (of: string) => zipOf([...parts.slice(0, 1), ['word/document.xml', of]])
  expect(
    told(
      await sniff(withShape(shape(['drs/shape.xml', '<wps:wsp>Words in a box, and more of them</wps:wsp>']))),
    ),
  ).toBe('document no')
  expect(told(await sniff(withShape(shape(['drs/media/image1.bin', picture]))))).toBe('document yes')
  const within = zipOf([['a.zip', zipOf([['b.docx', picture]])]])
  expect(told(await sniff(zipOf([...parts, ['word/embeddings/x.bin', within]])))).toMatch(
    /document (?:yes|cannot-tell)/,
  )
})

test('an OpenDocument text: no picture, one that its program made of the first page, and one that is in it', async () => {
  const picture = await pictureOf('PNG')
  const parts = [
    ['mimetype', 'application/vnd.oasis.opendocument.text'],
    ['content.xml', '<office:text/>'],
  ] as const
  expect(told(await sniff(zipOf(parts)))).toBe('document no')
  expect(told(await sniff(zipOf([...parts, ['Thumbnails/thumbnail.png', picture]])))).toBe('document preview')
  expect(told(await sniff(zipOf([...parts, ['Pictures/1.jpg', await pictureOf('JPEG')]])))).toBe(
    'document yes',
  )
  const behind = Buffer.concat([
    await pictureOf('JPEG'),
    zipOf([...parts, ['Thumbnails/thumbnail.png', picture]]),
  ])
  expect(told(await sniff(behind))).toBe('image yes')
  // Between its files and the list of them, where no program looks.
  const whole = zipOf(parts)
  const list = whole.readUInt32LE(whole.length - 6)
  const between = Buffer.concat([whole.subarray(0, list), await pictureOf('JPEG'), whole.subarray(list)])
  between.writeUInt32LE(list + (await pictureOf('JPEG')).length, between.length - 6)
  expect(told(await sniff(between))).toBe('document yes')
  const locked = '<manifest:encryption-data/>'
  expect(told(await sniff(zipOf([...parts, ['META-INF/manifest.xml', locked]])))).toBe('document cannot-tell')
})

test('an archive that cannot be opened, or would come to too much, is an archive that nobody can tell of', async () => {
  const bomb = zipOf([['a', Buffer.alloc(40 * 2 ** 20)]])
  expect(told(await sniff(bomb))).toBe('archive cannot-tell')
  expect(told(await sniff(zipOf([['a', 'words', { flags: 1 }]])))).toBe('archive cannot-tell')
  expect(told(await sniff(Buffer.from('504b030414000000', 'hex')))).toBe('archive cannot-tell')
})

/** A PDF of one page, with these objects beside it. It need not open: what is looked for stands in it. */
const pdfWith = (...objects: (string | Buffer)[]) =>
  Buffer.concat([
    utf8('%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n'),
    ...objects.map((one, at) =>
      Buffer.concat([utf8(`${at + 3} 0 obj `), Buffer.from(one), utf8(' endobj\n')]),
    ),
    utf8('trailer <</Root 1 0 R>>\n%%EOF\n'),
  ])
const stream = (dictionary: string, content: Buffer | string) =>
  Buffer.concat([utf8(`<<${dictionary}>>\nstream\n`), Buffer.from(content), utf8('\nendstream')])
/** What a JPEG begins with (JFIF). */
const jpegHead = Buffer.from('ffd8ffe000104a46494600010101004800480000', 'hex')
const packed = (content: string) => stream('/Filter/FlateDecode', deflateSync(content))

test.each([
  ['words', packed('BT /F1 12 Tf (On Tuesday) Tj ET'), 'no'],
  [
    'a picture as an object',
    stream('/Type/XObject/Subtype /Image/Filter/FlateDecode', deflateSync('pixels')),
    'yes',
  ],
  ['a picture whose name is spelt in numbers', stream('/Subtype/#49m#61ge', deflateSync('pixels')), 'yes'],
  ['a picture with a remark in its midst', stream('/Subtype % hm\n /Image', deflateSync('pixels')), 'yes'],
  [
    'a picture written into a packed page',
    packed('q BI /W 2 /H 2 /CS /RGB /BPC 8 ID abcdefghijkl EI Q'),
    'yes',
  ],
  ['a picture written into a plain page', stream('', 'q\nBI /W 2 /H 2\nID abc EI Q'), 'yes'],
  ['a file attached', '<</Type/EmbeddedFile>>', 'cannot-tell'],
  ['a file attached without saying so of itself', '<</Names<</EmbeddedFiles 4 0 R>>>>', 'cannot-tell'],
  ['a file attached to a place', '<</F (a) /EF<</F 5 0 R>>>>', 'cannot-tell'],
  [
    'a picture packed as something else',
    stream('/Filter/FlateDecode', deflateSync(Buffer.concat([jpegHead, Buffer.alloc(300)]))),
    'yes',
  ],
  ['all of it enciphered', '<</Encrypt 9 0 R>>', 'cannot-tell'],
  ['a stream without an end', '<<>>\nstream\nwords', 'cannot-tell'],
  ['an archive behind it', zipOf([['a', 'b']]), 'cannot-tell'],
] as const)('a PDF with %s', async (_, object, is) => {
  expect(told(await sniff(pdfWith(object)))).toBe(`document ${is}`)
})

test.each(kinds)('a %s pasted as text is found, however it is broken, quoted and spelt', async kind => {
  const bytes = await pictureOf(kind)
  const base64 = bytes.toString('base64')
  expect(pastedIn(`She sent this:\ndata:image/jpeg;base64,${base64}`)).toBe('data-url')
  expect(pastedIn(`url( DATA : image/png ;\n base64 , ${base64})`)).toBe('data-url')
  expect(pastedIn(`data:application/octet-stream;base64,${base64}`)).toBe('data-url')
  expect(pastedIn(`Hello\n\n${lines(base64)}\nBye`)).toBe('base64')
  expect(pastedIn(`Hello\n\n${lines(bytes.toString('base64url'))}`)).toBe('base64')
  expect(pastedIn(`> ${lines(base64).replaceAll('\n', '\n> ')}`)).toBe('base64')
  expect(pastedIn([...base64].join('\u200b'))).toBe('base64')
  const inHex = bytes.toString('hex')
  expect(pastedIn(inHex)).toBe('hexadecimal')
  expect(pastedIn(inHex.toUpperCase().replaceAll(/../g, '0x$&, '))).toBe('hexadecimal')
  expect(
    told(await sniff(utf8(`From: a\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines(base64)}`))),
  ).toBe('text yes')
})

test.each([
  'Look at <svg width="10"><rect/></svg>',
  'data:image/svg+xml,%3Csvg xmlns=...',
  'begin 644 photo.jpg\nM_]C_X``02D9)1@`!',
  'begin-base64 644 photo.jpg\n/9j/',
  '{\\rtf1 {\\pict\\jpegblip ffd8}}',
  'UEsDBBQAAAAIAAAAIQCqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq',
  // JPEGs that begin with a remark, and with their tables; what xz and bzip2 make.
  ...['ffd8fffe', 'ffd8ffc4', 'ffd8ffdb', 'fd377a585a00', '425a6839314159265359', '425a6831314159265359'].map(
    head => Buffer.concat([Buffer.from(head, 'hex'), Buffer.alloc(60, 0xa5)]).toString('base64'),
  ),
])('what else carries a picture into a text is found: %s', text => {
  expect(holdsPicture(text)).toBe(true)
})

test.each([
  'The picture was at https://example.org/pictures/1.jpg, in an account called sam_2026.',
  'He said the data: image and video files were on his phone, and that base64 means nothing to him.',
  'A screenshot (PNG or JPEG) is on her phone, which is in my locked drawer.',
  'Her token was eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
  'Fingerprint 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08, and ffd8ffe0 is how a JPEG begins.',
  'I will begin 644 metres from the gate.',
  'She typed “<b>hello</b>” and a heart: <3',
  'A very long word: LlanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochLlanfairpwllgwyngyll',
])('a text of words is left alone: %s', text => {
  expect(pastedIn(text)).toBe(undefined)
})

test('whatever the bytes are, there is an answer, and a text of letters never counts as a picture', async () => {
  const pieces = fc.constantFrom(
    'PK\x03\x04',
    '%PDF-',
    'stream\n',
    'endstream',
    '\xff\xd8\xff',
    'RIFF',
    'ftyp',
    '{\\rtf',
    '\0\0\0\x18',
    'GIF89a',
    '<svg',
  )
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc
      .array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 30 })
      .map(all => Buffer.from(all.join(''), 'latin1')),
  )
  await fc.assert(
    fc.asyncProperty(bytes, async one => {
      const { kind, pictures: holds } = await sniff(one)
      if (kind === 'image' || kind === 'video') expect(holds).toBe('yes')
      if (kind === 'unknown' || kind === 'program') expect(holds).not.toBe('no')
    }),
    { numRuns: 500 },
  )
  const words = fc.array(
    fc.constantFrom('he', 'said', 'BM', 'MZ', 'P1', 'free', 'ID3', 'data:', 'image/png', 'begin', 'II*'),
    { maxLength: 40 },
  )
  await fc.assert(
    fc.asyncProperty(words, async all => {
      expect(told(await sniff(utf8(all.join(' '))))).toBe('text no')
    }),
  )
})

test.each([
  'stream\n',
  'stream endstream ',
  'RIFF',
  'data:',
  'data:image/png;',
  '/9j/4',
  '<',
  'BI ID ',
  '%PDF-',
  'GIF89a\0',
  'AAAA',
  '<!---->',
  'ffd8ffe0',
  ' % hm\n',
])('a file of any size is read in time that grows as it does: “%s” over and over', async piece => {
  const took = async (length: number) => {
    const text = piece.repeat(Math.ceil(length / piece.length))
    const from = process.cpuUsage()
    await sniff(Buffer.from(`%PDF-1.7 ${text}`, 'latin1'))
    await sniff(Buffer.from(`<${text}`, 'latin1'))
    pastedIn(text)
    const { user, system } = process.cpuUsage(from)
    return (user + system) / 1000
  }
  const least = async (length: number) => Math.min(await took(length), await took(length), await took(length))
  expect(await least(400_000)).toBeLessThan(10 * (await least(100_000)) + 60)
})

import { Document, Footer, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zipOf } from '../../../../tests/setup/zip.ts'
import { blocksOf } from '../../markup/index.ts'
import { inForm, type Paper } from '../index.ts'
import { largestDocument, readDocument } from './index.ts'
import { refusals } from './outcome.ts'

const text = `# What this is for

It says how you use phones. “Smart” quotes – and <b>tags</b> – stay.

# What you do

- Ask first.
- Write it down.

1. Call 999.
2. Tell Ellen.`
const paper = (of: string): Paper => ({
  organisation: 'Riverside Youth',
  title: 'Acceptable use policy',
  version: 'Version 3',
  date: new Date('2026-03-01T12:00:00Z'),
  standing: 'In force.',
  closing: 'The end.',
  language: 'en-GB',
  blocks: blocksOf(of),
})
async function textOf(bytes: Uint8Array, name = 'policy'): Promise<string> {
  const read = await readDocument(bytes, name)
  if ('refused' in read) throw new Error(read.refused)
  return read.text
}
async function notesOf(bytes: Uint8Array, name = 'policy'): Promise<string> {
  const read = await readDocument(bytes, name)
  if ('refused' in read) throw new Error(read.refused)
  return read.notes.join(' ')
}
const utf8 = (of: string) => Buffer.from(of)

test.each(['docx', 'pdf', 'html'] as const)('what went out as %s comes in as the text it was', async form => {
  const read = await textOf(await inForm(paper(text), form))
  // Around it stands what every document has.
  const body = read.slice(read.indexOf('# What this is for'), read.indexOf('Tell Ellen.') + 11)
  expect(blocksOf(body)).toEqual(blocksOf(text))
})

test('200 pages come in whole, from Word and from a PDF, their heads and feet left out', async () => {
  const parts = Array.from(
    { length: 800 },
    (_, at) =>
      `# Part ${at}\n\n${at} ${'A volunteer keeps the phone that is theirs for that work. '.repeat(12).trim()}`,
  )
  const long = parts.join('\n\n')
  const words = long.replaceAll('# ', '').split(/\s+/)
  for (const form of ['docx', 'pdf'] as const) {
    const bytes = await inForm(paper(long), form)
    const began = performance.now()
    const read = await textOf(bytes)
    const body = read.slice(read.indexOf('# Part 0'), read.indexOf('The end.'))
    expect(body.replaceAll('# ', '').trim().split(/\s+/)).toEqual(words)
    expect(blocksOf(body).filter(({ kind }) => kind === 'heading').length).toBe(800)
    expect(performance.now() - began).toBeLessThan(30_000)
  }
}, 120_000)

test('a Word document: tables as lines, heads and feet left out and said, a macro never run', async () => {
  const cell = (of: string) => new TableCell({ children: [new Paragraph(of)] })
  const made = await Packer.toBuffer(
    new Document({
      sections: [
        {
          footers: { default: new Footer({ children: [new Paragraph('Foot')] }) },
          children: [
            new Paragraph({ text: 'Who to call', heading: HeadingLevel.HEADING_2 }),
            new Table({
              rows: [
                new TableRow({ children: [cell('Who'), cell('Number')] }),
                new TableRow({ children: [cell('Ellen'), cell('020 7946 0100')] }),
              ],
            }),
            new Paragraph('# is not a heading of ours'),
            new Paragraph('After\u00a0it\u00ad.'),
          ],
        },
      ],
    }),
  )
  expect(await textOf(made)).toBe(
    '# Who to call\n\nWho | Number\nEllen | 020 7946 0100\n\n# is not a heading of ours\n\nAfter it.',
  )
  expect(await notesOf(made)).toContain('a stroke between its cells')
  expect(await notesOf(made)).toContain('the foot of the pages was left out')
})

const main =
  '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
const word = (body: string, ...more: Parameters<typeof zipOf>[0]): Buffer =>
  zipOf([
    [
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ],
    [
      '_rels/.rels',
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ],
    ['word/document.xml', body],
    ...more,
  ])
const said = (of: string) => `${main}<w:p><w:r><w:t>${of}</w:t></w:r></w:p></w:body></w:document>`
const megabytes = (count: number) => ' '.repeat(count * 2 ** 20)

test('a small document of one’s own making is read, with its macro left alone', async () => {
  expect(await textOf(word(said('Hello &lt;script&gt;')))).toBe('Hello <script>')
  expect(await notesOf(word(said('Hello'), ['word/vbaProject.bin', 'MZ']))).toContain('It was not run')
})

test('a bomb is found out before it goes off', async () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(99)}">]>${said('&b;')}`
  const bombs: readonly (readonly [string, Buffer])[] = [
    ['says that it is large', word(said(megabytes(100)))],
    ['grows a thousandfold', word(said(megabytes(20)))],
    [
      'says that it is small',
      zipOf([
        ['[Content_Types].xml', 'x'],
        ['word/document.xml', megabytes(100), { size: 900 }],
      ]),
    ],
    ['says it has four gigabytes', word(said('x'), ['word/styles.xml', 'x', { size: 0xfffffff0 }])],
    [
      'has many parts',
      word(said('x'), ...Array.from({ length: 6000 }, (_, at) => [`word/${at}.xml`, 'x'] as const)),
    ],
    ['has an entity that laughs', word(laughs)],
    [
      'has many large parts',
      word(
        said('x'),
        ...Array.from(
          { length: 70 },
          (_, at) => [`word/h${at}.xml`, Buffer.alloc(2 ** 20, `${at} words of some length `)] as const,
        ),
      ),
    ],
  ]
  for (const [what, bomb] of bombs) {
    const began = performance.now()
    const before = process.memoryUsage().rss
    const read = await readDocument(bomb, 'bomb.docx')
    expect([
      what,
      'refused' in read && [refusals.bomb, refusals.broken].some(one => one.refused === read.refused),
    ]).toEqual([what, true])
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 2 ** 20)
  }
})

test.each([
  ['nothing', Buffer.alloc(0), refusals.empty],
  ['21 megabytes', Buffer.alloc(largestDocument + 1, 'x'), refusals.tooLarge],
  [
    'an older Word’s document',
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    refusals.oldWord,
  ],
  [
    'a document locked with a password',
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
    refusals.locked,
  ],
  [
    'an OpenDocument text',
    zipOf([
      ['mimetype', 'application/vnd.oasis.opendocument.text'],
      ['content.xml', '<x/>'],
    ]),
    refusals.openDocument,
  ],
  [
    'a workbook',
    zipOf([
      ['[Content_Types].xml', 'x'],
      ['xl/workbook.xml', '<x/>'],
    ]),
    refusals.workbook,
  ],
  [
    'slides',
    zipOf([
      ['[Content_Types].xml', 'x'],
      ['ppt/presentation.xml', '<x/>'],
    ]),
    refusals.slides,
  ],
  ['an archive', zipOf([['policy.docx', 'x']]), refusals.archive],
  ['a rich text file', utf8('{\\rtf1\\ansi Hello}'), refusals.richText],
  ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), refusals.picture],
  ['a document that breaks off', word(said('Hello')).subarray(0, 400), refusals.broken],
  ['a document that is not XML', word('no'), refusals.broken],
  ['a locked part', word(said('x'), ['word/styles.xml', 'x', { flags: 1 }]), refusals.locked],
  ['a name that climbs out', word(said('x'), ['../../evil.xml', 'x']), refusals.broken],
  ['two of one name', word(said('x'), ['word/document.xml', 'x']), refusals.broken],
  ['a document with no words', word(said(' ')), refusals.wordless],
  ['a PDF that is none', utf8('%PDF-1.7 and nothing'), refusals.broken],
  ['bytes that are nothing', Buffer.from([0x4e, 0, 0, 1, 2, 0]), refusals.unknown],
])('%s is turned away, kindly', async (_, bytes, refused) => {
  const read = await readDocument(bytes, 'policy.docx')
  expect(read).toEqual(refused)
  // It says what to do instead.
  expect('refused' in read && read.refused).toMatch(/Choose|choose|Save|save|Take|Wait|Copy|copy/)
})

/** A PDF of one page, by hand: its content, and whatever stands in its catalogue. */
function pdfOf(content: string, more = '', extra = ''): Buffer {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${more} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...(extra ? [extra] : []),
  ]
  let file = '%PDF-1.7\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const xref = file.length
  return Buffer.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF`,
    'latin1',
  )
}
const at = (size: number, y: number, of: string) => `BT /F1 ${size} Tf 70 ${y} Td (${of}) Tj ET\n`

test('a PDF by hand: larger lines are headings, lines are joined to paragraphs, points are points', async () => {
  const content = [
    at(18, 760, 'Phones at work'),
    at(11, 730, 'Use the team phone and never your'),
    at(11, 716, 'own, whatever the hour.'),
    at(11, 690, '\\225 Ask first.'),
    at(11, 676, '\\225 Write it'),
    at(11, 662, 'down.'),
    at(11, 630, 'A new paragraph.'),
  ].join('')
  expect(await textOf(pdfOf(content))).toBe(
    '# Phones at work\n\nUse the team phone and never your own, whatever the hour.\n\n- Ask first.\n- Write it down.\n\nA new paragraph.',
  )
})

test('script in a PDF is never run, and said; a scanned one is told from an empty one; a locked one is refused', async () => {
  const script = '<< /S /JavaScript /JS (globalThis.ran = true; app.alert\\(1\\)) >>'
  const scripted = pdfOf(at(11, 700, 'Hello there.'), '/OpenAction 6 0 R', script)
  expect(await textOf(scripted)).toBe('Hello there.')
  expect(await notesOf(scripted)).toContain('There is script in it. It was not run')
  expect('ran' in globalThis).toBe(false)
  expect(await readDocument(pdfOf('0 0 595 842 re f\n'), 'scan.pdf')).toEqual(refusals.scanned)
  const locked = pdfOf(at(11, 700, 'Hello'), '')
    .toString('latin1')
    .replace(
      '/Root 1 0 R',
      `/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >>`,
    )
  expect(await readDocument(Buffer.from(locked, 'latin1'), 'locked.pdf')).toEqual(refusals.locked)
})

test('it is what is in it that counts: a PDF called .docx is read as a PDF, and that is said', async () => {
  expect(await notesOf(pdfOf(at(11, 700, 'Hello there.')), 'policy.docx')).toContain(
    'Its name says a Word document, but it is a PDF.',
  )
  expect(await textOf(word(said('Hello')), 'policy.pdf')).toBe('Hello')
})

test('plain text of any encoding, and Markdown, come in as our markup', async () => {
  const policy = 'Zoë’s policy\r\n\r\n• Ask\u00a0first\r\n• Write'
  const tidied = 'Zoë’s policy\n\n- Ask first\n- Write'
  expect(await textOf(utf8(policy))).toBe(tidied)
  expect(await textOf(Buffer.from(`\ufeff${policy}`, 'utf16le'))).toBe(tidied)
  expect(await textOf(Buffer.from('Zo\xeb\x92s policy\r\n\r\n\x95 Ask first\r\n\x95 Write', 'latin1'))).toBe(
    tidied,
  )
  expect(await textOf(utf8('## Phones ##\nUse **ours**.\n\nPeople\n------\n* one\n* two'))).toBe(
    '# Phones\n\nUse ours.\n\n# People\n\n- one\n- two',
  )
})

test('a web page comes in as its text: nothing of it is run, and what it writes as text stays text', async () => {
  const page = `<!DOCTYPE html><html><head><title>No</title><script>alert(1)</script><style>p{}</style></head><body>
<!-- not this --><h2>Who &amp; what</h2><p>Use &lt;b&gt; and <b>bold</b>,<br>then a line &nbsp; &#8211; &eacute; &nonsense;.</p>
<ul><li>One<ul><li>Inner</li></ul></li><li><p>Two</p></li></ul><ol><li>First</li><li>Second</li></ol>
<table><tr><th>Who</th><th>Number</th></tr><tr><td>Ellen</td><td>101</td></tr></table><p>a < b <img src=x onerror=alert(1)></body></html>`
  expect(await textOf(utf8(page))).toBe(
    '# Who & what\n\nUse <b> and bold,\nthen a line   – é &nonsense;.\n\n- One\n- Inner\n- Two\n\n1. First\n2. Second\n\nWho | Number\nEllen | 101\n\na < b',
  )
  expect(await notesOf(utf8(page))).toMatch(/Pictures were left out.*There is script in it/)
})

test('no file makes it throw or hang: bytes by chance, and good files with bytes changed, cut out or doubled', async () => {
  const seeds = [
    Buffer.from(await inForm(paper(text), 'docx')),
    Buffer.from(await inForm(paper(text), 'pdf')),
    Buffer.from(await inForm(paper(text), 'html')),
    word(said('Hello')),
    pdfOf(at(11, 700, 'Hello there.')),
  ]
  const change = fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 8 }), fc.constantFrom('set', 'cut', 'double'))
  const mutated = fc
    .tuple(fc.nat(seeds.length - 1), fc.array(change, { minLength: 1, maxLength: 12 }))
    .map(([seed, changes]) => {
      let bytes = Buffer.from(seeds[seed] ?? '')
      for (const [place, put, how] of changes) {
        const where = place % Math.max(1, bytes.length)
        if (how === 'set') bytes.set(put.subarray(0, Math.max(0, bytes.length - where)), where)
        else if (how === 'cut') bytes = Buffer.concat([bytes.subarray(0, where), bytes.subarray(where + 40)])
        else bytes = Buffer.concat([bytes.subarray(0, where + 200), bytes.subarray(where)])
      }
      return bytes
    })
  const chance = fc
    .tuple(
      fc.constantFrom('', 'PK\x03\x04', '%PDF-1.7\n', '<html>', '<p>', '\xff\xfe'),
      fc.uint8Array({ maxLength: 2000 }),
    )
    .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'latin1'), rest]))
  await fc.assert(
    fc.asyncProperty(fc.oneof(mutated, chance), async bytes => {
      const read = await readDocument(bytes, 'a.docx')
      expect('refused' in read ? typeof read.refused : typeof read.text).toBe('string')
      expect(read).not.toEqual(refusals.slow)
    }),
    { numRuns: 250 },
  )
}, 120_000)

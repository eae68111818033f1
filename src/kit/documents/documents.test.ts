import { HtmlValidate } from 'html-validate'
import mammoth from 'mammoth'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readBack } from '../../../tests/setup/pdf.ts'
import { blocksOf } from '../markup/index.ts'
import { pictures } from '../typst/index.ts'
import { inForm, type Paper } from './index.ts'
import { sheetOf } from './pdf.ts'
import { unpack } from './read/unpack.ts'

const text = `# What this is for

It says how you use phones.
It protects children & families: <b>not bold</b>.

# What you do

- Ask first.
- Write it down, #not-code $x$.

1. Call 999.
2. Tell Ellen.

# في حالة القلق

اتصل بنا.`
const paper = (about: Partial<Paper> = {}): Paper => ({
  organisation: 'Riverside Youth',
  title: 'Acceptable use policy',
  version: 'Version 3',
  date: new Date('2026-03-01T12:00:00Z'),
  standing: 'In force on 25 November 2026.',
  closing: 'Fingerprint: 5b2c.',
  language: 'en-GB',
  blocks: blocksOf(text),
  ...about,
})
const long = (paragraphs: number): readonly Paper['blocks'][number][] =>
  Array.from({ length: paragraphs }, (_, at) =>
    at % 8 === 0
      ? { kind: 'heading' as const, text: `Part ${at / 8 + 1}` }
      : {
          kind: 'paragraph' as const,
          text: `${at} ${'A volunteer keeps the phone that is theirs for that work. '.repeat(9)}`,
        },
  )
const read = async (of: Paper) => readBack(await inForm(of, 'pdf'))
const words = async (of: Paper, form: 'html' | 'txt') => Buffer.from(await inForm(of, form)).toString()

test('a PDF is read by its tags in the order it was written: headings, paragraphs, lists', async () => {
  const { parts, untagged, aside, outline, info, raw, pages } = await read(paper())
  // Typst draws Arabic from left to right, as it is seen, some letters in parts: so of that, which letters there are.
  const lettersOf = (said: string) =>
    /\p{Script=Arabic}/u.test(said) ? [...new Set(said)].sort().join('').trim() : said
  expect(parts.map(({ roles, text: said }) => [roles, lettersOf(said)])).toEqual([
    ['P', 'Riverside Youth'],
    ['H1', 'Acceptable use policy'],
    ['P', 'Version 3, 1 March 2026'],
    ['P', 'In force on 25 November 2026.'],
    ['H2', 'What this is for'],
    ['P', 'It says how you use phones. It protects children & families: <b>not bold</b>.'],
    ['H2', 'What you do'],
    ['L LI Lbl', '•'],
    ['L LI LBody P', 'Ask first.'],
    ['L LI Lbl', '•'],
    ['L LI LBody P', 'Write it down, #not-code $x$.'],
    ['L LI Lbl', '1.'],
    ['L LI LBody P', 'Call 999.'],
    ['L LI Lbl', '2.'],
    ['L LI LBody P', 'Tell Ellen.'],
    ['H2', lettersOf('في حالة القلق')],
    ['P', lettersOf('اتصل بنا. ')],
    ['P', 'Fingerprint: 5b2c.'],
  ])
  expect([untagged, aside, pages]).toEqual([[], ['Version 3, 1 March 2026 Page 1 of 1'], 1])
  expect(outline).toEqual(['Acceptable use policy', 'What this is for', 'What you do', 'في حالة القلق'])
  expect(info).toMatchObject({ Title: 'Acceptable use policy', Author: 'Riverside Youth', Language: 'en-GB' })
  for (const said of [
    '/StructTreeRoot',
    '/Marked true',
    '<pdfuaid:part>1<',
    '/DisplayDocTitle true',
    '/Lang (en-GB)',
  ])
    expect(raw).toContain(said)
  // Every typeface is in the file, with the letters that its shapes stand for.
  expect(raw.match(/\/FontFile[23] /g)?.length).toBe(raw.match(/\/Type \/FontDescriptor/g)?.length)
  expect(raw.match(/\/ToUnicode /g)?.length).toBe(raw.match(/\/Subtype \/Type0/g)?.length)
})

test('on every page stand the organisation, the policy, the version, its day and the number of the page', async () => {
  const { aside, pages, parts, untagged } = await read(paper({ blocks: long(40) }))
  expect(pages).toBeGreaterThan(5)
  expect(aside.slice(1)).toEqual(
    Array.from(
      { length: pages - 1 },
      (_, at) => `Riverside Youth Acceptable use policy Version 3, 1 March 2026 Page ${at + 2} of ${pages}`,
    ),
  )
  expect(untagged).toEqual([])
  const said = parts.filter(({ roles }) => roles === 'P' || roles === 'H2').map(part => part.text)
  expect(said.join(' ')).toContain(
    long(40)
      .flatMap(block => ('text' in block ? [block.text.trim()] : []))
      .join(' '),
  )
})

test('a page is one that people can read: no letter stands in its margins, lines hold some seventy letters', async () => {
  const [first] = await pictures(sheetOf(paper({ blocks: long(5) })))
  const { data, info } = await sharp(Buffer.from(first ?? ''))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const column = (at: number) =>
    Array.from({ length: info.height }, (_, row) => data[row * info.width + at] ?? 255).some(
      grey => grey < 160,
    )
  const inked = Array.from({ length: info.width }, (_, at) => at).filter(column)
  const millimetres = (at: number) => (at / info.width) * 210
  expect(millimetres(inked[0] ?? 0)).toBeGreaterThan(32)
  expect(millimetres(inked.at(-1) ?? 0)).toBeLessThan(178)
})

test('odd titles do no harm: 4,000 letters, one endless word, right to left, Typst, a smiling face', async () => {
  for (const title of ['Long name '.repeat(400), 'x'.repeat(4000), 'سياسة الاستخدام', '#panic("no") $', '😀'])
    for (const form of ['pdf', 'docx', 'html', 'txt'] as const)
      expect((await inForm(paper({ title, organisation: title }), form)).length).toBeGreaterThan(100)
})

test('a Word document has real headings, lists, a title, a language and page numbers', async () => {
  const bytes = await inForm(paper(), 'docx')
  const styleMap = ["p[style-name='Title'] => h1.title:fresh"]
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap })
  expect(value).toContain('<h1 class="title">Acceptable use policy</h1>')
  expect(value).toContain('<h1>What this is for</h1>')
  expect(value).toContain('phones.<br />It protects children &amp; families: &lt;b&gt;not bold&lt;/b&gt;.')
  expect(value).toContain('<ul><li>Ask first.</li><li>Write it down, #not-code $x$.</li></ul>')
  expect(value).toContain('<ol><li>Call 999.</li><li>Tell Ellen.</li></ol>')
  const { files } = await unpack(bytes, () => true, { mostEntries: 99, mostBytes: 1e7, mostGrowth: 1000 })
  const part = (name: string) => files.get(name)?.toString() ?? ''
  expect(part('docProps/core.xml')).toContain('<dc:title>Acceptable use policy</dc:title>')
  expect(part('word/styles.xml')).toMatch(/<w:lang [^>]*w:val="en-GB"/)
  const feet = [...files.keys()].filter(name => /footer\d+\.xml$/.test(name)).map(part)
  expect(feet.every(foot => foot.includes('Version 3, 1 March 2026') && foot.includes('NUMPAGES'))).toBe(true)
  expect(part('word/document.xml')).toContain('<w:bidi/>')
})

test('numbers in Word go on from where they began, in each list', async () => {
  const blocks = blocksOf('3. Three\n4. Four\n\nThen\n\n1. One\n2. Two')
  const { files } = await unpack(await inForm(paper({ blocks }), 'docx'), () => true, {
    mostEntries: 99,
    mostBytes: 1e7,
    mostGrowth: 1000,
  })
  const numbering = files.get('word/numbering.xml')?.toString() ?? ''
  expect(numbering).toContain('<w:start w:val="3"/>')
  expect(
    (
      files
        .get('word/document.xml')
        ?.toString()
        .match(/<w:numId w:val="\d+"\/>/g) ?? []
    ).length,
  ).toBe(4)
})

test('a web page is whole, valid, escaped, and says its language', async () => {
  const html = await words(paper(), 'html')
  const { valid, results } = await new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: { 'no-trailing-whitespace': 'off', 'void-style': 'off' },
  }).validateString(html)
  expect(results.flatMap(result => result.messages)).toEqual([])
  expect(valid).toBe(true)
  expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/)
  expect(html).toContain('families: &lt;b>not bold&lt;/b>.')
  expect(html).toContain('<h2 dir="rtl">في حالة القلق</h2>')
  expect(html).not.toMatch(/<script|src=|href=/)
  const evil = await words(paper({ title: '</title><script>alert(1)</script>' }), 'html')
  expect(evil).not.toContain('<script>')
})

test('plain text is wrapped, and its headings and points can be told', async () => {
  const plain = await words(paper({ blocks: [...blocksOf(text), ...long(3)] }), 'txt')
  expect(Math.max(...plain.split('\n').map(line => [...line].length))).toBeLessThanOrEqual(72)
  expect(plain).toContain('What you do\n-----------\n')
  expect(plain).toContain('- Ask first.\n- Write it down')
  expect(plain).toContain('1.  Call 999.\n2.  Tell Ellen.\n')
})

test('a usual policy is a PDF within a second and 200 pages within twenty, whatever else the machine does', async () => {
  await inForm(paper(), 'pdf')
  const timed = async (of: Paper) => {
    const began = performance.now()
    await inForm(of, 'pdf')
    return performance.now() - began
  }
  const usual = await timed(paper({ blocks: long(20) }))
  const great = await timed(paper({ blocks: long(1300) }))
  // Ten times as much as was measured alone, a tenth of a second and three: other tests run beside this one.
  expect(usual).toBeLessThan(1000)
  expect(great).toBeLessThan(20_000)
})

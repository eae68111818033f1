import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { directionOf, pictures, type Sheet, typeset, unprintable } from './index.ts'

const about = { title: 'A title', author: 'Riverside Youth', date: new Date('2026-03-01T12:00:00Z') }
const sheet = (data: Sheet['data'], source = '#data.text'): Sheet => ({ source, data, about })
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function textOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(pdf.slice())
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const { items } = await (await document.getPage(at + 1)).getTextContent()
      return items.map(item => ('str' in item ? item.str : '')).join('')
    }),
  )
  return pages.join('\n')
}

test('what people write reaches the page as they wrote it, and none of it is read as Typst', async () => {
  const hostile = [
    '#read("/etc/passwd")',
    '$x^2$ #panic("no")',
    '\\ \\u{41} "quoted" \'single\'',
    '// not a comment /* nor this */',
    '*stars* _lines_ `ticks` = not a heading',
    '#set text(size: 90pt)',
    '@label <label> ~ -- ---',
    '{"json": [1]} \u2028 ]) } #',
    '#import "@preview/x:0.1.0": *',
  ]
  for (const text of hostile) {
    const pdf = await typeset({ ...sheet({ text }), about: { ...about, title: text, author: text } })
    const words = await textOf(pdf)
    expect(words.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''))
    const { info } = await (await getDocumentProxy(pdf.slice())).getMetadata()
    expect(info).toMatchObject({ Title: text.trim(), Author: text })
  }
})

test('a source reads what it was given, and no file of the machine', async () => {
  for (const path of ['/etc/passwd', '../../../../etc/passwd', '/typst.thread.ts', 'index.ts'])
    await expect(typeset(sheet({}, `#read("${path}")`))).rejects.toThrow('Typst refused the sheet')
  // Nor does anything of one document stay for the next.
  await typeset({ ...sheet({ text: 'secret' }), files: { 'logo.svg': Buffer.from('<svg/>') } })
  await expect(typeset(sheet({}, '#read("/logo.svg")'))).rejects.toThrow('file not found')
  expect(await textOf(await typeset(sheet({ text: 'second' })))).toBe('second')
})

test('a document says what it is: PDF/UA-1, tagged, title, organisation, language, day', async () => {
  const pdf = await typeset(sheet({ text: 'Hello' }, '= Heading\n#data.text\n- one\n- two'))
  const raw = Buffer.from(pdf).toString('latin1')
  expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect(raw).toContain('/Lang (en-GB)')
  expect(raw).toMatch(/\/Marked true/)
  expect(raw).toContain('/DisplayDocTitle true')
  const { info } = await (await getDocumentProxy(pdf.slice())).getMetadata()
  expect(info).toMatchObject({
    Title: 'A title',
    Author: 'Riverside Youth',
    CreationDate: 'D:20260301000000Z',
  })
  const fonts = [...raw.matchAll(/\/FontName \/\w+\+([\w-]+)/g)].map(([, name]) => name)
  expect(fonts).toEqual(['AtkinsonHyperlegible-Bold', 'AtkinsonHyperlegible-Regular'])
})

test('what cannot be made accessible is refused, not made without', async () => {
  const files = { 'dot.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>') }
  await expect(typeset({ ...sheet({}, '#image("/dot.svg")'), files })).rejects.toThrow('missing alt text')
  await expect(typeset({ ...sheet({}, '#image("/dot.svg", alt: "A dot")'), files })).resolves.toBeDefined()
  await expect(typeset({ ...sheet({}), files: { '../x.svg': Buffer.from('') } })).rejects.toThrow()
})

test('letters that no typeface of ours has are shown by a stand-in, and named', async () => {
  expect(unprintable('Zoë’s plan – “ok” Ωж مرحبا \u00a0\u200d')).toEqual([])
  expect(unprintable('漢 😀 漢 א')).toEqual(['漢', '😀', 'א'])
  const odd = '漢字 😀 \ud800 \u0000\u0001\ufeff\ufffe \u{1d400} \ue000 \u202e \u00ad ok'
  const words = await textOf(await typeset(sheet({ text: odd })))
  expect(words).toContain('\ufffd\ufffd \ufffd')
  expect(words).toContain('ok')
})

test('Arabic runs from right to left, in its own typeface', async () => {
  expect(['مرحبا', '1. مرحبا', 'שלום', 'Hello مرحبا', '123'].map(directionOf)).toEqual([
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    'ltr',
  ])
  const text = 'مرحبا بالعالم'
  const source = '#set page(width: 200pt, height: 100pt, margin: 10pt)\n#data.text'
  const pdf = await typeset({ ...sheet({ text }, source), about: { ...about, language: 'ar' } })
  const document = await getDocumentProxy(pdf.slice())
  const { items } = await (await document.getPage(1)).getTextContent()
  const placed = items.flatMap(item => ('str' in item && item.str.trim() ? [item] : []))
  // It begins at the right edge, and reads in the order it was written.
  expect(Math.max(...placed.map(item => item.transform[4] + item.width))).toBeGreaterThan(185)
  expect(placed.map(item => item.dir)).toContain('rtl')
  expect(Buffer.from(pdf).toString('latin1')).toContain('NotoSansArabic')
})

test('the same sheet makes the same bytes', async () => {
  const long = sheet({ text: 'The same. '.repeat(400) })
  const [one, two] = [await typeset(long), await typeset(long)]
  expect(hash(one)).toBe(hash(two))
  const { date, ...dateless } = about
  const [three, four] = [
    await typeset({ ...long, about: dateless }),
    await typeset({ ...long, about: dateless }),
  ]
  expect(hash(three)).toBe(hash(four))
  expect(hash(three)).not.toBe(hash(one))
})

test('each page is a picture of its own, of its own size and colour', async () => {
  const source = `#set page(width: 100pt, height: 80pt)
One #pagebreak()
#set page(width: 200pt, fill: rgb("#cc0000"))
Two #pagebreak()
#set page(height: 50pt, fill: none)
Three`
  const pages = await pictures(sheet({}, source))
  expect(pages.map(page => /viewBox="[^"]*"/.exec(page)?.[0])).toEqual([
    'viewBox="0 0 100 80"',
    'viewBox="0 0 200 80"',
    'viewBox="0 0 200 50"',
  ])
  const [one, two, three] = await Promise.all(
    pages.map(async page => {
      const paper = await sharp(Buffer.from(page)).flatten({ background: '#ffffff' }).png().toBuffer()
      const { channels } = await sharp(paper).stats()
      return channels.map(({ min, max }) => [min < 60 ? 'dark' : 'light', max])
    }),
  )
  // Something black on white, black on red, black on white again.
  expect(one?.[1]).toEqual(['dark', 255])
  expect([two?.[0]?.[1], two?.[1]?.[1]]).toEqual([204, 0])
  expect(three?.[1]).toEqual(['dark', 255])
})

test('nobody waits for another’s document: the event loop goes on while 200 pages are made', async () => {
  const text = 'A volunteer keeps the phone that the organisation gives them for that work alone. '.repeat(9)
  const paragraphs = Array.from({ length: 1400 }, (_, at) => `${at} ${text}`)
  await typeset(sheet({ text: 'Begun' }))
  let longest = 0
  let before = performance.now()
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - before)
    before = performance.now()
  }, 5)
  const began = performance.now()
  const pdf = await typeset(sheet(paragraphs, '#for one in data { par(one) }'))
  longest = Math.max(longest, performance.now() - before)
  clearInterval(beat)
  const took = performance.now() - began
  expect((await getDocumentProxy(pdf.slice())).numPages).toBeGreaterThan(200)
  // Made on the loop itself, it would have stood still for all of that time.
  expect(longest).toBeLessThan(took / 2)
})

test('300 documents, each unlike the others, take no more memory than the first hundred did', async () => {
  const make = async (from: number) => {
    for (let at = from; at < from + 100; at++)
      await typeset(sheet({ text: `${at} is unlike any other. `.repeat(600) }))
    return process.memoryUsage().rss / 2 ** 20
  }
  const [first, , third] = [await make(0), await make(100), await make(200)]
  expect(third - first).toBeLessThan(60)
}, 60_000)

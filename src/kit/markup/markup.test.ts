import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf, tidyPasted } from './index.ts'

test('a text is read in paragraphs, headings, points and numbers', () => {
  const text = `# What this is for

It says how you use phones.
It protects children.

Do:
- ask first
-  write it down
then stop.
# Who to ask
1. Dev
2. Ellen
9) Nobody

7. Only one number is a sentence.
3) Three
4) four`
  expect(blocksOf(text)).toEqual([
    { kind: 'heading', text: 'What this is for' },
    { kind: 'paragraph', text: 'It says how you use phones.\nIt protects children.' },
    { kind: 'paragraph', text: 'Do:' },
    { kind: 'points', items: ['ask first', 'write it down'] },
    { kind: 'paragraph', text: 'then stop.' },
    { kind: 'heading', text: 'Who to ask' },
    { kind: 'numbered', from: 1, items: ['Dev', 'Ellen'] },
    { kind: 'paragraph', text: '9) Nobody' },
    { kind: 'paragraph', text: '7. Only one number is a sentence.' },
    { kind: 'numbered', from: 3, items: ['Three', 'four'] },
  ])
})

test('nothing is nothing, and what only looks like markup is a sentence', () => {
  expect(blocksOf(' \n\n\t\n')).toEqual([])
  for (const text of ['#', '-', '# ', '#no', '-no', '1.', '2026. A year', '## two'])
    expect(blocksOf(text)).toEqual([{ kind: 'paragraph', text: text.trim() }])
})

const pieces = fc
  .array(
    fc.constantFrom(
      '# ',
      '- ',
      '1. ',
      '2. ',
      '2) ',
      'word',
      ' ',
      '\n',
      '\n\n',
      '\t',
      '\r\n',
      '•',
      '\u00a0',
      'o ',
    ),
  )
  .map(some => some.join(''))
const anyText = fc.oneof(pieces, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))

test('no word of any text is lost', () => {
  const wordsOf = (text: string) => text.split(/[^\p{L}]+/u).filter(Boolean)
  fc.assert(
    fc.property(anyText, text => {
      const read = blocksOf(text).flatMap(block => ('items' in block ? block.items : [block.text]))
      expect(wordsOf(read.join('\n'))).toEqual(wordsOf(text))
    }),
  )
})

test.each([
  [
    'bullets of Word',
    '•\tAsk first\n·\tWrite it down\no\tBe kind\n\uf0b7\tStop',
    '- Ask first\n- Write it down\n- Be kind\n- Stop',
  ],
  ['points parted by blank lines', '• One\n\n• Two\n\nThen', '- One\n- Two\n\nThen'],
  ['odd spaces', 'No\u00a0more\u2003than\u202fthis', 'No more than this'],
  ['what nobody sees', 'co\u00adoper\u200bate\ufeff now\u2060\u202e', 'cooperate now'],
  ['line ends', 'one\u000btwo\r\nthree\rfour\u2028five\fsix', 'one\ntwo\nthree\nfour\nfive\n\nsix'],
  ['quotation marks and dashes, kept', '“It’s here” – she said… — yes', '“It’s here” – she said… — yes'],
  ['letters read wrongly', 'And\u0085 it\u0092s \u0093here\u0094 \u0096 yes', 'And… it’s “here” – yes'],
  ['a dash that begins a line', '– Ask first\n— And then', '- Ask first\n- And then'],
  ['glyphs for private use within a line', 'Go \uf0e0 there', 'Go  there'],
  ['half a letter', 'a\ud800b', 'a\ufffdb'],
  ['Arabic with its joiner', 'می\u200cخواهم', 'می\u200cخواهم'],
  ['a family of emoji', '👩\u200d👧', '👩\u200d👧'],
  ['letters made of two', 'Zoe\u0308', 'Zoë'],
  [
    'HTML, kept as it is',
    'Use <b>our</b> phone &amp; <script>x</script>',
    'Use <b>our</b> phone &amp; <script>x</script>',
  ],
])('pasted: %s', (_, pasted, tidied) => {
  expect(tidyPasted(pasted)).toBe(tidied)
})

test('what is tidy stays as it is', () => {
  fc.assert(
    fc.property(anyText, text => {
      const once = tidyPasted(text)
      expect(tidyPasted(once)).toBe(once)
    }),
    { numRuns: 1000 },
  )
})

test('a text of a million characters is tidied and read while a person waits', () => {
  for (const piece of [' ', '\n', '• ', '- x\n\n', 'o ', '1. x\n', '\u00a0\n', '# ']) {
    const began = performance.now()
    blocksOf(tidyPasted(piece.repeat(1_000_000 / piece.length)))
    expect([piece, performance.now() - began < 3000]).toEqual([piece, true])
  }
})

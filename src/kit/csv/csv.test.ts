import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refused } from '../proof.ts'
import { csvText, readCsv } from './index.ts'

const known = ['name', 'email']
const about = {
  most: 5,
  fits: (heading: readonly string[]) => heading.filter(cell => known.includes(cell.toLowerCase())).length,
}
const utf8 = (text: string) => Buffer.from(text, 'utf8')
const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
const read = (bytes: Uint8Array) => {
  const sheet = readCsv(bytes, about)
  return sheet instanceof Refused
    ? [sheet.reason, sheet.facts.row]
    : [sheet.heading, ...sheet.rows].map(({ number, cells }) => [number, ...cells])
}

const zoe = [
  [1, 'Name', 'Email'],
  [2, 'Zoë O’Brien', 'zoe@x.example'],
]
const lines = (separator: string, end: string) =>
  `Name${separator}Email${end}Zoë O’Brien${separator}zoe@x.example${end}`

test.each([
  ['UTF-8', utf8(lines(',', '\r\n'))],
  ['UTF-8 with its mark', utf8(`\ufeff${lines(',', '\r\n')}`)],
  ['UTF-16, little end first', Buffer.from(`\ufeff${lines('\t', '\r\n')}`, 'utf16le')],
  ['UTF-16, big end first', utf16be(lines(';', '\n'))],
  ['Windows-1252', Buffer.from('Name,Email\r\nZo\xeb O\x92Brien,zoe@x.example\r\n', 'latin1')],
  ['semicolons', utf8(lines(';', '\n'))],
  ['tabs', utf8(lines('\t', '\n'))],
  ['line ends of old Macs', utf8(lines(',', '\r'))],
  ['quotes', utf8('"Name","Email"\n"Zoë O’Brien", "zoe@x.example"\n')],
  ['Excel’s line about the separator', utf8(`sep=;\r\n${lines(';', '\r\n')}`)],
])('the same rows are read from %s', (_, bytes) => {
  expect(read(bytes)).toEqual(zoe)
})

test('rows are numbered as a spreadsheet numbers them, blank ones too', () => {
  expect(read(utf8('Name,Email\n\na,b\n,\n"c\nd",e\nf\n'))).toEqual([
    [1, 'Name', 'Email'],
    [3, 'a', 'b'],
    [5, 'c\nd', 'e'],
    [6, 'f'],
  ])
})

test.each([
  ['nothing', utf8(''), 'empty', undefined],
  ['blank lines', utf8('\n\n,,\n'), 'empty', undefined],
  ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'spreadsheet', undefined],
  ['bytes that are no text', Buffer.from([0x4e, 0, 0, 1, 2]), 'not-text', undefined],
  ['half a UTF-16 character', Buffer.from([0xff, 0xfe, 0x41]), 'not-text', undefined],
  ['a quote that is never closed', utf8('Name,Email\na,b\n"c,d\n'), 'quote', 3],
  ['a quote that takes in the file', utf8(`Name,Email\n"c,d\n${'x,y\n'.repeat(9000)}`), 'long-row', 2],
  ['too many rows', utf8(`Name,Email\n${'a,b\n'.repeat(6)}`), 'too-many-rows', 7],
  ['a million blank rows', utf8(`Name,Email\n${'\n'.repeat(1_000_000)}`), 'too-many-rows', 100_002],
])('%s is refused, with the place', (_, bytes, reason, row) => {
  expect(read(bytes)).toEqual([reason, row])
})

test('whatever is written is read back, and no cell of it starts a formula', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1+1', '+44 7700 900123', '-2', '@SUM(A1)', '\t=1', 'a;=1', '“é”'),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), rows => {
      const text = csvText([['name', 'email'], ...rows])
      const sheet = readCsv(utf8(text), about)
      if (sheet instanceof Refused) throw new Error(sheet.reason)
      for (const { cells } of sheet.rows)
        for (const one of cells)
          for (const part of one.split(/[;\t\r\n]/)) expect(part).not.toMatch(/^\s*[=+\-@]/)
    }),
  )
})

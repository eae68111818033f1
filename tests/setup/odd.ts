import fc from 'fast-check'
import { newId } from '../../src/kit/ids.ts'

const long = 'A long sentence with an end. '.repeat(700)

/** What may be typed, or sent by what is no browser. */
export const odd = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  fc.constantFrom(
    ...['', ' ', '\u0000', 'a\ud800b', '\udc00', 'a\u0007b\u001bc', '\u202eabc', 'x\r\ny', '﻿', '0', '-1'],
    ...['<script>alert(1)</script>', '</textarea>&amp;"\'>', '{{7*7}}', "' or 1=1 --", '__proto__', 'yes'],
    ...['x'.repeat(25_000), long, '2026-02-31', '9999-99-99', '99:99', 'data:image/png;base64,iVBORw0KGgo='],
    newId(),
  ),
)

/** As bytes go over the line: half letters too, which no browser sends. */
export const encoded = (text: string): string =>
  [...text]
    .map(letter =>
      /^[\ud800-\udfff]$/.test(letter)
        ? `%ED%${(0x80 | ((letter.charCodeAt(0) >> 6) & 0x3f)).toString(16)}%${(0x80 | (letter.charCodeAt(0) & 0x3f)).toString(16)}`
        : encodeURIComponent(letter),
    )
    .join('')

/** What a page can hold of a text: no controls, and half letters as the mark for what could not be read, composed. */
export const held = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}|\p{Cs}|\ufffd|\ufeff/gu, '')
    .normalize('NFC')
    .trim()

/** What may be taken for a picture: of that, the page says why it is kept nowhere. */
export const isPicture = (text: string) =>
  text.startsWith('data:') || (text.toWellFormed().match(/(?![\t\n\r\f])[\p{Cc}\ufffd]/gu)?.length ?? 0) >= 8

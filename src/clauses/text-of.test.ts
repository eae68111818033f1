import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Prose } from '../ui/index.ts'
import { builtKinds, exampleBlanks, freshMadeOf, type MadeOf, ownPart, textOf, unfilled } from './index.ts'

const shown = (text: string) => renderToString(Prose({ text }))
const headingsIn = (text: string) =>
  [...shown(text).matchAll(/<h2[^>]*>(.*?)<\/h2>/gs)].map(([, words]) => words)
const plain = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
const squeezed = (text: string) => text.replace(/\s+/g, '')

test.each(builtKinds)(
  '%s: every part has its heading on the page, and blanks read well filled in or not',
  kind => {
    const fresh = freshMadeOf(kind)
    const headings = fresh.parts.map(({ heading }) => heading)
    for (const madeOf of [fresh, { ...fresh, blanks: exampleBlanks() }]) {
      const text = textOf(madeOf)
      expect(headingsIn(text)).toEqual(headings)
      expect(text).not.toMatch(/[{}]|undefined/)
    }
    expect(unfilled({ ...fresh, blanks: exampleBlanks() })).toEqual([])
    expect(textOf(fresh)).toContain('the designated person')
    expect(textOf({ ...fresh, blanks: exampleBlanks() })).toContain('Ellen Fraser')
  },
)

test('what somebody typed stays within its part, whatever it looks like', () => {
  const madeOf: MadeOf = {
    parts: [
      ownPart('a', 'First\n# of all', '# not a heading\r\n\r\n  # nor this\n\n\n\n<b>bold</b>\n \n- a point'),
      ownPart('b', '', 'No heading {organisation} {nothing} {toString}'),
    ],
    blanks: { organisation: '# Us {lado}\n\n# Them' },
  }
  const text = textOf(madeOf)
  expect(headingsIn(text)).toEqual(['First # of all'])
  expect(shown(text)).toContain('<li>a point</li>')
  expect(text.replaceAll('\u2060', '')).toContain('No heading # Us {lado} # Them {nothing} {toString}')
})

const typed = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.constantFrom('# ', '- ', '\n', '\n\n', ' ', 'word', '\r\n', '\t', '{lado}', '\u00a0', '#'), {
      maxLength: 20,
    })
    .map(all => all.join('')),
)

test('any words at all: as many headings as parts have one, no word lost, and the same text each time', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(typed, typed), { maxLength: 5 }), typed, (parts, lado) => {
      const madeOf: MadeOf = {
        parts: parts.map(([heading, text], at) => ownPart(`p${at}`, heading, text)),
        blanks: { lado },
      }
      const text = textOf(madeOf)
      expect(textOf(structuredClone(madeOf))).toBe(text)
      const withHeading = parts.filter(([heading]) =>
        textOf({ ...madeOf, parts: [ownPart('x', heading, '')] }),
      )
      expect(headingsIn(text)).toHaveLength(withHeading.length)
      const kept = squeezed(plain(shown(text))).replaceAll(/[-#]/g, '')
      for (const [, words] of parts)
        for (const word of words.replaceAll('{lado}', ' ').split(/[\s\p{P}\p{S}]+/u))
          expect(kept).toContain(squeezed(word))
    }),
    { numRuns: 300 },
  )
})

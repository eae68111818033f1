import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromBase45, toBase45 } from './base45.ts'

// RFC 9285, sections 4.3 and 4.4.
it.each([
  ['AB', 'BB8'],
  ['Hello!!', '%69 VD92EX0'],
  ['base-45', 'UJCLQE7W581'],
  ['ietf!', 'QED8WEX0'],
  ['', ''],
])('%j is %j', (text, encoded) => {
  expect(toBase45(Buffer.from(text))).toBe(encoded)
  expect(Buffer.from(fromBase45(encoded) ?? 'refused').toString()).toBe(text)
})

it('FGW is the greatest of two bytes, and what is past it is refused', () => {
  expect(fromBase45('FGW')).toEqual(Uint8Array.of(255, 255))
  for (const text of ['GGW', ':::', 'A', 'a00', '::', 'ABCD', '😂', 'AB\n'])
    expect(fromBase45(text)).toBeUndefined()
})

it('any bytes read back, and no two texts are the same bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), bytes => {
      expect(fromBase45(toBase45(bytes))).toEqual(Uint8Array.from(bytes))
    }),
  )
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:') }),
      text => {
        const bytes = fromBase45(text)
        if (bytes) expect(toBase45(bytes)).toBe(text)
      },
    ),
  )
})

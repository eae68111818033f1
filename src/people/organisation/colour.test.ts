import fc from 'fast-check'
import { expect, test } from 'vitest'
import { colourFrom, contrastWithWhite, darkEnough, leastContrast, luminance } from './colour.ts'
import { colourByDefault } from './parts.ts'

test('a colour is read however it is typed, and nothing else is one', () => {
  expect(colourFrom(' 1D57A5 ')).toBe('#1d57a5')
  expect(colourFrom('#abc')).toBe('#aabbcc')
  for (const none of ['', 'red', '#12345', 'rgb(1,2,3)', '#1234567', 'url(x)'])
    expect(colourFrom(none), none).toBeUndefined()
})

test('contrast is as WCAG reckons it', () => {
  expect(contrastWithWhite('#000000')).toBeCloseTo(21, 5)
  expect(contrastWithWhite('#ffffff')).toBeCloseTo(1, 5)
  // The greys either side of 4.5 to 1, known from every guide to it.
  expect(contrastWithWhite('#767676')).toBeGreaterThan(leastContrast)
  expect(contrastWithWhite('#777777')).toBeLessThan(leastContrast)
  expect(contrastWithWhite(colourByDefault)).toBeGreaterThan(leastContrast)
})

test('whatever colour is too light, the one that is offered instead is dark enough, and hardly darker than it must be', () => {
  const colours = fc
    .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
    .map(parts => `#${parts.map(part => part.toString(16).padStart(2, '0')).join('')}`)
  fc.assert(
    fc.property(colours, colour => {
      const instead = darkEnough(colour)
      expect(contrastWithWhite(instead)).toBeGreaterThanOrEqual(leastContrast)
      if (contrastWithWhite(colour) >= leastContrast) expect(instead).toBe(colour)
      else expect(luminance(instead)).toBeGreaterThan(0.15)
    }),
    { numRuns: 2000 },
  )
})

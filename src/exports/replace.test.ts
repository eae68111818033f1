import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Names, replaced, wordsKept } from './replace.ts'

const rosa = { id: 'rosa', name: 'Rosa Silva' }
const will = { id: 'will', name: 'Will O’Hara-Smith' }
const jo = { id: 'jo', name: 'Jo Li' }
const without = (text: string, kept: readonly { id: string; name: string }[] = []) =>
  replaced(text, { names: new Names([rosa, will, jo], wordsKept(kept)), standIn: id => id.toUpperCase() })
    .text

test.each([
  ['Rosa Silva came.', '[ROSA] came.'],
  ['ROSA\n SILVA and rosa', '[ROSA] and [ROSA]'],
  ['Rosa’s bag, Rosa-Lee, (Silva)', '[ROSA]’s bag, [ROSA]-Lee, ([ROSA])'],
  ['rosa.silva@family.example', '[ROSA]@family.example'],
  ['Rosalind, primrosa and Silvana stay', 'Rosalind, primrosa and Silvana stay'],
  ['I will ask Will. WILL OHARA?', 'I will ask [WILL]. [WILL] OHARA?'],
  ["will o'hara-smith", '[WILL]'],
  ['Mr Smith and Lee-Rosa', 'Mr [WILL] and Lee-[ROSA]'],
  ['Jo and jo; Jo Li', '[JO] and jo; [JO]'],
  ['🙂 Rosa 🙂', '🙂 [ROSA] 🙂'],
])('%j leaves as %j', (text, left) => {
  expect(without(text)).toBe(left)
})

test('a word of a name that somebody who is kept has too is replaced only as part of the whole name', () => {
  const kept = [{ id: 'lucia', name: 'Lucia Silva' }]
  expect(without('Rosa Silva, Rosa and Lucia Silva', kept)).toBe('[ROSA], [ROSA] and Lucia Silva')
})

test('whatever stands around it, a name with a capital does not leave; what is no name stays as it was', () => {
  const around = fc.stringMatching(/^[ .,;:!?()\n-]{0,5}$/)
  const word = fc.stringMatching(/^[b-df-hj-np-tv-z]{3,8}$/)
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.oneof(word, fc.constant('Rosa'), fc.constant('Silva')), around)),
      pieces => {
        const text = pieces.map(([one, gap]) => `${one} ${gap}`).join('')
        const left = without(text)
        expect(left).not.toMatch(/(?<!\p{L})(?:Rosa|Silva)(?!\p{L})/u)
        expect(left.replaceAll('[ROSA]', '').match(/[a-z]+/g) ?? []).toEqual(
          text.match(/(?<!\p{L})[a-z]+/gu) ?? [],
        )
      },
    ),
  )
})

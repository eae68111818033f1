import { expect, test } from 'vitest'
import type { StatementId } from '../guidance/index.ts'
import {
  type Checked,
  edited,
  exampleBlanks,
  type FitStands,
  fitOf,
  type MadeOf,
  ownPart,
  type Part,
  partFrom,
  withCheck,
} from './index.ts'

// Two clauses carry it; one of them has a weaker wording, and needs whoever decides on exceptions.
const statement: StatementId = 'PH-SAFE-1'

const finds = (finds: Checked['finds'], on: StatementId = statement): Checked => ({
  by: 'p1',
  name: 'Ellen Fraser',
  on: '2026-05-03',
  finds,
  statements: [on],
  remark: '',
})
const changed = (part: Part): Part => edited(part, { heading: part.heading, text: 'We see.' })
const own = ownPart('ours', 'Ours', 'We ask Dev before we use our own phones.')

/** Every way in which one part can bear on the statement, from the best to the worst. */
const ways: readonly (readonly [string, Part | undefined, FitStands])[] = [
  ['is not there', undefined, 'missing'],
  ['is the organisation’s own, and unread', own, 'missing'],
  ['was read for another statement', withCheck(own, finds('covers', 'PH-SAFE-2')), 'missing'],
  ['was found to say it', withCheck(own, finds('covers')), 'covered'],
  ['was found to ask for less', withCheck(own, finds('weaker')), 'weaker'],
  ['was found to say otherwise', withCheck(own, finds('contradicts')), 'contradicts'],
  ['is the clause as it is', partFrom('own-equipment'), 'covered'],
  ['is the clause, found to say it', withCheck(partFrom('own-equipment'), finds('covers')), 'covered'],
  [
    'is the clause, found to say otherwise',
    withCheck(partFrom('own-equipment'), finds('contradicts')),
    'contradicts',
  ],
  ['is the clause in a stricter wording', partFrom('own-equipment', 'never'), 'covered'],
  ['is the clause in a weaker wording', partFrom('own-equipment', 'manager-agrees'), 'weaker'],
  [
    'is a weaker wording, which nobody’s word makes better',
    withCheck(partFrom('own-equipment', 'manager-agrees'), finds('covers')),
    'weaker',
  ],
  ['is the clause, changed', changed(partFrom('own-equipment')), 'to-check'],
  [
    'is the clause, changed and found to say it',
    withCheck(changed(partFrom('own-equipment')), finds('covers')),
    'covered',
  ],
  [
    'is the clause, changed and read for another statement',
    withCheck(changed(partFrom('own-equipment')), finds('covers', 'IM-SAFE-1')),
    'to-check',
  ],
]
const worst: readonly FitStands[] = ['contradicts', 'weaker', 'to-check', 'covered', 'missing']
const among = (...parts: readonly (Part | undefined)[]): MadeOf => ({
  // A clause that has nothing to do with it, so that the policy is one that was made from clauses.
  parts: [
    partFrom('games'),
    ...parts.flatMap((part, at) => (part ? [{ ...part, id: `${part.id}-${at}` }] : [])),
  ],
  blanks: exampleBlanks(),
})
const standsIn = (madeOf: MadeOf) =>
  fitOf('acceptable-use', madeOf).find(one => one.statement === statement)?.stands

test.each(ways)('a part that %s', (_, part, stands) => {
  expect(standsIn(among(part))).toBe(stands)
})

test('of any three parts that speak of a statement, the worst decides', () => {
  for (const [one, first, a] of ways)
    for (const [other, second, b] of ways)
      for (const [third, last, c] of ways) {
        const expected = worst.find(stands => [a, b, c].includes(stands))
        const found = standsIn(among(first, second, last))
        if (found !== expected) throw new Error(`${one}; ${other}; ${third}: ${found}, not ${expected}`)
      }
})

test('a name that is still empty is missed even where another part says it, and comes after what is weaker', () => {
  const empty = (...parts: readonly Part[]) => standsIn({ ...among(...parts), blanks: {} })
  expect(empty(partFrom('own-equipment'))).toBe('missing')
  expect(empty(partFrom('own-equipment'), withCheck(own, finds('covers')))).toBe('missing')
  expect(empty(withCheck(own, finds('covers')))).toBe('covered')
  expect(empty(partFrom('own-equipment'), withCheck(own, finds('weaker')))).toBe('weaker')
  expect(empty(withCheck(ownPart('x', 'Ours', 'Ask {exceptions-by}.'), finds('covers')))).toBe('missing')
})

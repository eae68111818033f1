import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type BuiltKind,
  builtKinds,
  type Checked,
  clauseIds,
  clauseOf,
  edited,
  exampleBlanks,
  type Fit,
  fitFigures,
  fitOf,
  freshMadeOf,
  isAsMade,
  type MadeOf,
  ownPart,
  type Part,
  partFrom,
  reworded,
  unfilled,
  waysOf,
  withCheck,
} from './index.ts'

const filled = (kind: BuiltKind): MadeOf => ({ ...freshMadeOf(kind), blanks: exampleBlanks() })
const stands = (fits: readonly Fit[], id: string) => fits.find(({ statement }) => statement === id)?.stands
const why = (fits: readonly Fit[], id: string) => fits.find(({ statement }) => statement === id)?.why ?? ''
const grace = (finds: Checked['finds'], ...statements: Checked['statements'][number][]): Checked => ({
  by: 'p1',
  name: 'Grace Okafor',
  on: '2026-05-03',
  finds,
  statements,
  remark: 'Read beside it.',
})
const change = (madeOf: MadeOf, id: string, to: (part: Part) => Part): MadeOf => ({
  ...madeOf,
  parts: madeOf.parts.map(part => (part.id === id ? to(part) : part)),
})
const more = (part: Part): Part => edited(part, { heading: part.heading, text: `${part.text}\n\nAnd more.` })

test('a number left empty is missed by the statements that need it, and by no other', () => {
  const { 'designated-person-telephone': _, ...others } = exampleBlanks()
  const fits = fitOf('acceptable-use', { ...freshMadeOf('acceptable-use'), blanks: others })
  expect(stands(fits, 'REP-4')).toBe('missing')
  expect(why(fits, 'REP-4')).toContain('What is the designated person’s telephone number?')
  expect(fits.find(({ statement }) => statement === 'REP-4')?.unfilled).toEqual([
    'designated-person-telephone',
  ])
  expect(stands(fits, 'SN-DONT-2')).toBe('covered')
  expect(stands(fitOf('acceptable-use', filled('acceptable-use')), 'REP-4')).toBe('covered')
})

test('a weaker wording is called weaker, and says what it would allow that the guidance does not', () => {
  const fits = fitOf(
    'acceptable-use',
    change(filled('acceptable-use'), 'own-equipment', part => reworded(part, 'manager-agrees')),
  )
  expect(stands(fits, 'PH-INPLACE-1')).toBe('weaker')
  expect(why(fits, 'PH-INPLACE-1')).toContain(
    '“Use a phone, tablet, camera or computer for my work” would be “You may, with care” where the guidance says “Do not do this”.',
  )
  expect(fits.find(({ statement }) => statement === 'PH-INPLACE-1')?.rulings.length).toBeGreaterThan(0)
})

test('a stricter wording covers, and says that it asks for more', () => {
  const fits = fitOf(
    'acceptable-use',
    change(filled('acceptable-use'), 'own-equipment', part => reworded(part, 'never')),
  )
  const fit = fits.find(({ statement }) => statement === 'PH-SAFE-1')
  expect(fit).toMatchObject({ stands: 'covered', stricter: true })
  expect(fit?.why).toContain('asks for more than the guidance')
  expect(fit?.rulings.every(({ way }) => way === 'stricter')).toBe(true)
  expect(fitFigures(fits).stricter).toBeGreaterThan(0)
})

test('a changed part is for a person to check; their finding counts for the statements they named, and dies with the next edit', () => {
  const changed = change(filled('acceptable-use'), 'no-friends', more)
  expect(stands(fitOf('acceptable-use', changed), 'SN-DONT-2')).toBe('to-check')
  expect(why(fitOf('acceptable-use', changed), 'SN-DONT-2')).toContain('nobody has held it against this yet')
  const checked = change(changed, 'no-friends', part => withCheck(part, grace('covers', 'SN-DONT-2')))
  expect(stands(fitOf('acceptable-use', checked), 'SN-DONT-2')).toBe('covered')
  expect(why(fitOf('acceptable-use', checked), 'SN-DONT-2')).toContain('Grace Okafor')
  expect(why(fitOf('acceptable-use', checked), 'SN-DONT-2')).toContain('3 May 2026')
  expect(stands(fitOf('acceptable-use', checked), 'SN-INPLACE-1')).toBe('to-check')
  const again = change(checked, 'no-friends', more)
  expect(stands(fitOf('acceptable-use', again), 'SN-DONT-2')).toBe('to-check')
})

test('words put back as the clause has them are as they were made', () => {
  const part = partFrom('own-email')
  const there = more(part)
  expect(there.changed).toBe(true)
  expect(edited(there, { heading: part.heading, text: part.text })).toEqual(part)
})

test('a part that says it is unchanged and reads otherwise is not believed', () => {
  const lying = change(filled('acceptable-use'), 'own-email', part => ({ ...part, text: 'Use any account.' }))
  const fits = fitOf('acceptable-use', lying)
  expect(stands(fits, 'EM-DONT-1')).toBe('to-check')
  expect(why(fits, 'EM-DONT-1')).toContain('reads otherwise now')
})

test('a part of the organisation’s own covers nothing until a named person says what', () => {
  const own = ownPart('own-1', 'Email', 'Do not write to families from your own email account.')
  const plain: MadeOf = { parts: [own], blanks: {} }
  const before = fitOf('acceptable-use', plain)
  expect(new Set(before.map(one => one.stands))).toEqual(new Set(['missing']))
  expect(before[0]?.why).toContain('a person has to')
  const after = fitOf('acceptable-use', {
    parts: [withCheck(own, grace('covers', 'EM-INPLACE-1'))],
    blanks: {},
  })
  expect(after.filter(one => one.stands === 'covered').map(one => one.statement)).toEqual(['EM-INPLACE-1'])
  const worse = withCheck(
    withCheck(own, grace('covers', 'EM-INPLACE-1')),
    grace('contradicts', 'EM-INPLACE-1'),
  )
  expect(worse.checked).toHaveLength(1)
  expect(stands(fitOf('acceptable-use', { parts: [worse], blanks: {} }), 'EM-INPLACE-1')).toBe('contradicts')
})

test('policies of the other kinds are held against a short list, and one of its own kind against none', () => {
  const text: MadeOf = { parts: [ownPart('a', 'Data', 'We keep data safe.')], blanks: {} }
  expect(fitOf('data-protection', text).map(one => one.statement)).toContain('EXP-DATAPROTECTION')
  expect(fitOf('other', text)).toEqual([])
  expect(fitFigures(fitOf('ict-security', text))).toMatchObject({ stands: { covered: 0 } })
})

/** A finding by a person, on some statements of the policy. */
const anyCheck = (kind: BuiltKind): fc.Arbitrary<Checked> =>
  fc
    .tuple(
      fc.constantFrom('covers', 'weaker', 'contradicts'),
      fc.subarray(
        fitOf(kind, filled(kind)).map(one => one.statement),
        { minLength: 1, maxLength: 5 },
      ),
    )
    .map(([finds, statements]) => grace(finds, ...statements))

/** Any policy that people could make of the clauses: some left out, reworded, changed, checked, with parts of their own, in any order. */
const anyPolicy = (kind: BuiltKind): fc.Arbitrary<MadeOf> => {
  const part = fc
    .tuple(fc.constantFrom(...clauseIds), fc.nat(3), fc.nat(5), fc.option(anyCheck(kind), { freq: 2 }))
    .map(([id, way, how, check]) => {
      const ways = waysOf(id)
      const made = partFrom(id, ways[way % ways.length]?.name ?? null)
      const changed = how === 0 ? more(made) : made
      return check && how < 2 ? withCheck(changed, check) : changed
    })
  const own = fc
    .tuple(fc.nat(3), fc.option(anyCheck(kind)))
    .map(([n, check]) =>
      check
        ? withCheck(ownPart(`own-${n}`, 'Ours', 'Own words.'), check)
        : ownPart(`own-${n}`, 'Ours', 'Own words.'),
    )
  return fc.record({
    parts: fc.uniqueArray(fc.oneof({ weight: 8, arbitrary: part }, { weight: 1, arbitrary: own }), {
      selector: one => one.id,
      maxLength: clauseIds.length,
      size: 'max',
    }),
    blanks: fc.constantFrom(exampleBlanks(), {}, { organisation: 'Us', 'designated-person': ' ' }),
  })
}

const each = <T>(kind: BuiltKind, more: fc.Arbitrary<T>, holds: (madeOf: MadeOf, one: T) => void) =>
  fc.assert(fc.property(anyPolicy(kind), more, holds), { numRuns: 60 })

/** Whether nothing that this part says of anything is less than covered. */
const onlyCovers = (kind: BuiltKind, part: Part, blanks: MadeOf['blanks']) =>
  isAsMade(part) &&
  part.checked.every(({ finds }) => finds === 'covers') &&
  unfilled({ parts: [part], blanks }).length === 0 &&
  fitOf(kind, { parts: [part], blanks }).every(one => one.stands === 'covered' || one.parts.length === 0)

test.each(builtKinds)(
  '%s: whatever is edited, no statement its clause carries is better than to be checked',
  kind => {
    each(kind, fc.nat(), (madeOf, at) => {
      const part = madeOf.parts[at % Math.max(1, madeOf.parts.length)]
      if (!part) return
      const after = fitOf(kind, change(madeOf, part.id, more))
      const carried: readonly string[] = clauseOf(part)?.carries ?? []
      for (const fit of after.filter(one => carried.includes(one.statement)))
        if (fit.stands === 'covered')
          throw new Error(`${fit.statement} is covered after ${part.id} was edited`)
    })
  },
)

test.each(builtKinds)('%s: to leave out a part that only covers never makes anything better', kind => {
  each(kind, fc.nat(), (madeOf, at) => {
    const part = madeOf.parts[at % Math.max(1, madeOf.parts.length)]
    if (!part || !onlyCovers(kind, part, madeOf.blanks)) return
    const [before, after] = [madeOf, { ...madeOf, parts: madeOf.parts.filter(one => one !== part) }].map(
      one => fitOf(kind, one),
    )
    for (const fit of after ?? [])
      if (fit.stands === 'covered' && stands(before ?? [], fit.statement) !== 'covered')
        throw new Error(`${fit.statement} became covered without ${part.id}`)
  })
})

test.each(builtKinds)('%s: a person’s finding touches only the statements they named', kind => {
  each(kind, fc.tuple(fc.nat(), anyCheck(kind)), (madeOf, [at, check]) => {
    const part = madeOf.parts[at % Math.max(1, madeOf.parts.length)]
    if (!part) return
    const [before, after] = [
      fitOf(kind, madeOf),
      fitOf(
        kind,
        change(madeOf, part.id, one => withCheck(one, check)),
      ),
    ]
    for (const fit of before.filter(one => !check.statements.includes(one.statement)))
      expect(stands(after, fit.statement)).toBe(fit.stands)
  })
})

test.each(builtKinds)('%s: the order of the parts changes nothing', kind => {
  each(kind, fc.infiniteStream(fc.nat()), (madeOf, keys) => {
    const shuffled = [...madeOf.parts]
      .map(part => ({ part, key: keys.next().value ?? 0 }))
      .sort((one, other) => one.key - other.key)
      .map(({ part }) => part)
    expect(fitOf(kind, { ...madeOf, parts: shuffled })).toEqual(fitOf(kind, madeOf))
  })
})

import { expect, test } from 'vitest'
import { nothingAllowed, outcomeOf, type RuleId, type Speaker, screeningRules } from '../screening/index.ts'
import { nameOf } from './names.ts'
import { proposed, withProposal } from './propose.ts'
import type { InForce } from './queries.ts'
import { comesByDefault, type KindId, kindIds, kindOf, kinds, ladders, rungOf, within } from './rules.ts'
import { tuned, tuningOf, untuned } from './tuned.ts'

const moved = (
  what: 'stricter' | 'gentler',
  kind: string,
  value: string,
  by: 'worker' | 'family' = 'worker',
) => ({ what, kind, written_by: by, value }) satisfies InForce
const phrase = (kind: string, value: string) =>
  ({ what: 'phrase', kind, written_by: null, value }) satisfies InForce
const comesOf = (text: string, rows: readonly InForce[], speaker: Speaker = 'worker') =>
  tuned(text, { speaker, allowed: nothingAllowed }, tuningOf(rows)).map(({ comes }) => comes)

const ownNumber = 'Ring me on 07700 900123'
const meeting = 'Come round to mine on Saturday'

test('every rule of the screening is of one kind, and every kind has a rule', () => {
  const of = (Object.keys(screeningRules) as RuleId[]).map(rule =>
    kindOf({ rule, category: screeningRules[rule].category }),
  )
  expect([...new Set(of)].toSorted()).toEqual([...kindIds].toSorted())
})

test('a kind may be made gentler by one step at most, and some by none', () => {
  for (const kind of kindIds) {
    const [gentlest] = within(kind, 'worker')
    if (!gentlest) continue
    for (const comes of comesByDefault(kind, 'worker'))
      expect([kind, rungOf('worker', comes) - rungOf('worker', gentlest)]).toEqual([
        kind,
        expect.toSatisfy(steps => steps <= 1),
      ])
  }
  const never: readonly KindId[] = ['sexual', 'pressure', 'insult', 'threat', 'detail-asked']
  for (const kind of never)
    expect([kind, comesByDefault(kind, 'worker').at(-1)]).toEqual([kind, within(kind, 'worker')[0]])
  // A family's message can only be looked at more.
  for (const kind of kindIds) expect([[], ladders.family]).toContainEqual(within(kind, 'family'))
})

test('a worker’s own number is stopped, whatever stands in the table of what was tuned', () => {
  for (const value of ladders.worker)
    expect(comesOf(ownNumber, [moved('gentler', 'own-details', value)])).toEqual(['stopped'])
  for (const kind of ['sexual', 'threat', 'danger'])
    for (const [id, { category }] of Object.entries(kinds).filter(([id]) => id === kind)) {
      const rows = ladders.worker.map(value => moved('gentler', id, value))
      for (const rule of Object.keys(screeningRules) as RuleId[])
        if (screeningRules[rule].category === category)
          expect([id, tuningOf(rows).moved.filter(({ to }) => to === 'asked' || to === 'nothing')]).toEqual([
            id,
            [],
          ])
    }
  expect('wrong' in proposed({ kind: 'own-details', by: 'worker', to: 'asked' }, untuned)).toBe(true)
  expect('wrong' in proposed({ kind: 'threat', by: 'worker', to: 'asked' }, untuned)).toBe(true)
  expect('wrong' in proposed({ kind: 'danger', by: 'family', to: 'nothing' }, untuned)).toBe(true)
})

test('what is made stricter or gentler comes of it, and of nothing else', () => {
  expect(comesOf(meeting, [])).toEqual(['held'])
  expect(comesOf(meeting, [moved('stricter', 'meeting', 'stopped')])).toEqual(['stopped'])
  expect(comesOf(meeting, [moved('gentler', 'meeting', 'asked')])).toEqual(['asked'])
  // Past the limit: not kept to.
  expect(comesOf(meeting, [moved('gentler', 'meeting', 'nothing')])).toEqual(['held'])
  // Wrong way round: a gentler rule makes nothing stricter.
  expect(comesOf(meeting, [moved('gentler', 'meeting', 'stopped')])).toEqual(['held'])
  expect(comesOf(meeting, [moved('stricter', 'pictures', 'stopped')])).toEqual(['held'])
  expect(comesOf(meeting, [], 'child')).toEqual(['nothing'])
  expect(comesOf(meeting, [moved('stricter', 'meeting', 'look', 'family')], 'child')).toEqual(['look'])
  expect(comesOf(meeting, [moved('stricter', 'meeting', 'look', 'family')])).toEqual(['held'])
})

test('of what a child writes of danger, the designated person hears whatever is tuned', () => {
  const danger = 'i want to die'
  const all = kindIds.flatMap(kind => ladders.family.map(value => moved('gentler', kind, value, 'family')))
  expect(comesOf(danger, all, 'child')).toContain('danger')
  expect(comesOf(danger, [], 'child')).toEqual(comesOf(danger, all, 'child'))
})

test('a worker is asked at the least about a phrase of the organisation’s own; a child never', () => {
  const rows = [phrase('meeting', 'the old boathouse')]
  const text = 'See you at The Old-Boathouse'
  const [found] = tuned(text, { speaker: 'worker', allowed: nothingAllowed }, tuningOf(rows))
  expect(found && text.slice(found.from, found.to)).toBe('The Old-Boathouse')
  expect(comesOf(text, rows)).toEqual(['held'])
  expect(comesOf(text, rows, 'child')).toEqual(['nothing'])
  expect(comesOf('you are our little star', [phrase('exclusivity', 'our little star')])).toEqual(['asked'])
  expect(comesOf('im going to the bridge', [phrase('danger', 'the bridge')], 'child')).toEqual(['danger'])
})

test('what may be given is read for what it is, and nothing wider than one organisation is taken', () => {
  const kind = (name: string) => nameOf(name)?.kind
  expect(kind('07700 900500')).toBe('number')
  expect(kind('trips@riverside.example')).toBe('email')
  expect(kind('www.riverside.example')).toBe('site')
  expect(kind('facebook.com/riversideyouth')).toBe('page')
  expect(kind('@riverside.youth')).toBe('account')
  for (const wide of [
    'gmail.com',
    'co.uk',
    'com',
    'facebook.com',
    'hello',
    '12',
    '@a',
    'a b c',
    '',
    'javascript:1',
  ])
    expect([wide, kind(wide)]).toEqual([wide, undefined])
  const gives = (name: string, text: string) => [
    comesOf(text, []),
    comesOf(text, [{ what: 'name', kind: null, written_by: null, value: name }]),
  ]
  expect(gives('07700 900500', 'Ring the team on 07700 900500')).toEqual([['stopped'], []])
  expect(gives('trips@gmail.com', 'Write to trips@gmail.com')).toEqual([['stopped'], []])
  expect(gives('trips@gmail.com', 'Write to amira@gmail.com')).toEqual([['stopped'], ['stopped']])
})

test('phrases are words: at most two hundred of sixty letters, with three letters in them', () => {
  const wrong = (words: string, tuning = untuned) =>
    'wrong' in proposed({ kind: 'meeting', phrase: words }, tuning)
  expect([wrong('the barn'), wrong('x'.repeat(60))]).toEqual([false, false])
  expect([wrong(''), wrong('  '), wrong('.*'), wrong('a b'), wrong('x'.repeat(61))]).toEqual(
    Array.from({ length: 5 }, () => true),
  )
  const full = tuningOf(Array.from({ length: 200 }, (_, at) => phrase('meeting', `phrase ${at}`)))
  expect([wrong('one more', full), wrong('PHRASE 7', full)]).toEqual([true, true])
  expect('wrong' in proposed({ kind: 'place', phrase: 'the barn' }, untuned)).toBe(true)
})

test('a proposal takes the place of what stood for the same', () => {
  const stood = tuningOf([moved('gentler', 'meeting', 'asked'), phrase('gifts', 'the tuck shop')])
  const next = proposed({ kind: 'meeting', by: 'worker', to: 'stopped' }, stood)
  if ('wrong' in next) throw new Error(next.wrong)
  expect(next.what).toBe('stricter')
  const after = withProposal(stood, next)
  expect(after.moved).toEqual([{ way: 'stricter', kind: 'meeting', by: 'worker', to: 'stopped' }])
  expect(after.phrases).toEqual(stood.phrases)
  expect('wrong' in proposed({ kind: 'meeting', by: 'worker', to: 'held' }, untuned)).toBe(true)
  expect('wrong' in proposed({ kind: 'meeting', by: 'worker', to: 'asked' }, stood)).toBe(true)
  expect(outcomeOf({ category: 'C9', rule: 'meeting', strength: 'high' }, 'worker')).toBe('held')
})

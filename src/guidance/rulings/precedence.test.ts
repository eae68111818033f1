import { expect, test } from 'vitest'
import { type AnyFacts, asFacts, everyFull, everyPartial } from '../../../tests/setup/every-fact.ts'
import {
  type Act,
  actNames,
  documentRules,
  type Facts,
  type Owed,
  rule,
  ruleRows,
  type Standing,
  type StatementId,
} from '../index.ts'

/** An act, its facts, how it stands, and a statement that must be among the reasons. */
type Case = { [A in Act]: readonly [act: A, facts: Facts<A>, stands: Standing, because: StatementId] }[Act]

const right = { device: 'organisation', purpose: 'work', sight: 'second-adult' } as const

const cases: Readonly<Record<string, Case>> = {
  'a worker texts a parent from their own phone': [
    'text',
    { who: 'parent', device: 'own' },
    'forbidden',
    'PH-DONT-1',
  ],
  'a worker texts a parent from the team’s phone, and a copy is kept': [
    'text',
    { ...right, who: 'parent', sight: 'kept' },
    'best',
    'PH-GOOD-1',
  ],
  'a worker texts a parent from a phone of their own that a senior manager agreed to': [
    'text',
    { ...right, who: 'parent', device: 'agreed' },
    'safe',
    'PH-SAFE-1',
  ],
  'a worker texts a child alone from the team’s phone': [
    'text',
    { ...right, who: 'child', sight: 'kept' },
    'forbidden',
    'GEN-GUIDE-2',
  ],
  'a worker emails a parent from their own account': [
    'email',
    { who: 'parent', account: 'own' },
    'forbidden',
    'EM-DONT-1',
  ],
  'a worker emails a child from work, copying a colleague': [
    'email',
    { ...right, who: 'child', account: 'organisation' },
    'best',
    'EM-BEST-1',
  ],
  'a worker writes to a child on the organisation’s account with a second adult': [
    'message',
    { ...right, who: 'child', profile: 'agreed' },
    'best',
    'GEN-APP-3',
  ],
  'a worker writes something personal to a child': [
    'message',
    { ...right, who: 'child', profile: 'agreed', purpose: 'personal' },
    'forbidden',
    'GEN-INAPP-3',
  ],
  'a worker writes to a friend': ['message', { who: 'private' }, 'safe', 'META-STATUS'],
  'a worker accepts a young person as a friend on their own page': [
    'add-contact',
    { who: 'child', profile: 'own' },
    'forbidden',
    'SN-DONT-2',
  ],
  'a worker accepts a parent as a friend when the work is over': [
    'add-contact',
    { who: 'parent', profile: 'own', work: 'over' },
    'poor',
    'SN-POOR-2',
  ],
  'a worker collects friends they have never met': [
    'add-contact',
    { who: 'stranger', profile: 'own' },
    'poor',
    'SN-POOR-3',
  ],
  'a worker gives a parent their own number': [
    'share-details',
    { who: 'parent', whose: 'own' },
    'forbidden',
    'GEN-INAPP-1',
  ],
  'a worker gives a parent the team’s number': [
    'share-details',
    { who: 'parent', whose: 'organisation' },
    'best',
    'PH-GOOD-1',
  ],
  'a worker photographs a child with their own phone': [
    'take-picture',
    { shows: 'child', device: 'own' },
    'forbidden',
    'IM-DONT-1',
  ],
  'a worker photographs a child with the team’s camera': [
    'take-picture',
    { shows: 'child', device: 'organisation', permission: 'yes', after: 'moved' },
    'best',
    'IM-BEST-1',
  ],
  'a worker photographs a child without permission': [
    'take-picture',
    { shows: 'child', device: 'organisation', permission: 'no' },
    'forbidden',
    'IM-INPLACE-3',
  ],
  'a worker copies pictures home': [
    'keep-picture',
    { shows: 'ordinary', where: 'own' },
    'forbidden',
    'IM-POOR-1',
  ],
  'a worker keeps a sexual picture of a child to show the police': [
    'keep-picture',
    { shows: 'sexual' },
    'forbidden',
    'REP-IWF',
  ],
  'a worker puts a picture with a name on the website': [
    'publish-picture',
    { profile: 'agreed', permission: 'use', named: 'named', from: 'storage' },
    'poor',
    'SUM-APP-7',
  ],
  'a worker meets a child by video from home on their own webcam': [
    'go-live',
    { who: 'child', device: 'own' },
    'forbidden',
    'LS-DONT-1',
  ],
  'a worker shops on a work computer where the policy allows it': [
    'browse',
    { what: 'private', allowed: 'yes', protected: 'on' },
    'safe',
    'WEB-BEST-2',
  ],
  'a worker plays online with a young person': ['play', { who: 'child' }, 'forbidden', 'GEN-INAPP-7'],
  'a worker posts about a customer in anger': ['post', { what: 'temper' }, 'poor', 'CASE-1-LESSON'],
  'a worker keeps emails for themselves': [
    'retain',
    { what: 'emails', where: 'organisation', purpose: 'personal' },
    'poor',
    'EM-POOR-2',
  ],
  'a nurse writes to a former patient on Facebook': [
    'follow-up',
    { who: 'at-risk', by: 'own' },
    'forbidden',
    'SN-POOR-2',
  ],
  'a worker calls 999': ['report', { to: '999' }, 'best', 'REP-999-1'],
}

test.each(Object.entries(cases))('%s', (_, [act, facts, stands, because]) => {
  const ruling = rule(act, facts, documentRules)
  expect(ruling.standing).toBe(stands)
  expect(ruling.because).toContain(because)
})

const protectedPeople = ['child', 'at-risk', 'parent']
const isProtected = ({ who = '' }: AnyFacts) => protectedPeople.includes(who)

test('everybody the guidance protects is protected alike: no own account, no own phone, whoever it is', () => {
  for (const act of actNames)
    for (const facts of everyFull(act).filter(isProtected)) {
      const own = facts.account === 'own' || facts.device === 'own' || facts.whose === 'own'
      const { standing } = rule(act, asFacts(facts), documentRules)
      if (own) expect(standing, `${act} ${JSON.stringify(facts)}`).toBe('forbidden')
    }
})

test('a social network profile or an email account of one’s own has no exception, whatever else is in place', () => {
  for (const facts of everyFull('message').filter(isProtected))
    if (facts.profile === 'own')
      expect(rule('message', asFacts(facts), documentRules).standing).toBe('forbidden')
  for (const { id, act, standing, firm } of ruleRows)
    if ((act === 'message' || act === 'email') && standing === 'forbidden') expect(firm, id).toBeDefined()
})

test('one’s own equipment is never allowed without a senior manager, for a time', () => {
  for (const act of actNames)
    for (const facts of everyFull(act)) {
      if (
        ![facts.device, facts.where].includes('agreed') ||
        facts.who === 'private' ||
        facts.shows === 'private'
      )
        continue
      const { standing, needs, owed } = rule(act, asFacts(facts), documentRules)
      expect(standing, `${act} ${JSON.stringify(facts)}`).not.toBe('best')
      if (standing !== 'safe') continue
      expect(needs).toContain('senior-manager')
      expect(owed).toContain('review-exception')
    }
})

test('no adult is ever alone with a child in a message, an email, a text or a video', () => {
  for (const act of ['message', 'email', 'text', 'go-live', 'follow-up'] as const)
    for (const facts of everyPartial(act).filter(({ who }) => who === 'child')) {
      if (facts.sight === 'second-adult' || facts.adults === 'second-adult') continue
      expect(rule(act, asFacts(facts), documentRules).standing, JSON.stringify(facts)).toBe('forbidden')
    }
})

test('calling 999 is best practice and needs nobody’s leave, whatever else is known or not', () => {
  const called = everyPartial('report').filter(({ to }) => to === '999')
  expect(called.length).toBe(15)
  for (const facts of called) {
    const { standing, needs, ask } = rule('report', asFacts(facts), documentRules)
    expect([standing, needs, ask]).toEqual(['best', [], []])
  }
})

const outside = ['999', 'police', 'ceop', 'iwf']

test('nothing inside ever stands before 999, CEOP or the police', () => {
  const inside: readonly Owed[] = ['tell-manager', 'sign-policy', 'note-contact']
  for (const facts of everyPartial('report')) {
    const { standing, needs, owed } = rule('report', asFacts(facts), documentRules)
    expect(needs).toEqual([])
    expect(owed.filter(one => inside.includes(one))).toEqual([])
    if (outside.includes(facts.to ?? '')) expect(['best', 'safe'], JSON.stringify(facts)).toContain(standing)
    // Whoever is told inside: what is owed first is what is owed outside.
    const toldOutside = owed.findIndex(one => one === 'call-999' || one === 'report-outside')
    const toldInside = owed.indexOf('tell-designated-person')
    if (toldOutside >= 0 && toldInside >= 0) expect(toldOutside).toBeLessThan(toldInside)
  }
})

test('when a child could be in danger now, 999 comes first, whoever was to be told', () => {
  for (const to of ['ceop', 'iwf', 'designated', 'manager', 'nobody'] as const) {
    const { owed } = rule('report', { to, danger: 'now' }, documentRules)
    expect(owed[0], to).toBe('call-999')
  }
})

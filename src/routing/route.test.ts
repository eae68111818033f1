import fc from 'fast-check'
import { expect, test } from 'vitest'
import { note, statement } from '../guidance/index.ts'
import {
  type About,
  type Answer,
  abouts,
  type By,
  byInWords,
  type Facts,
  type Hearer,
  hearers,
  isKeptOut,
  isOutside,
  type OurRole,
  outsideBodies,
  outsideBody,
  type Question,
  questions,
  route,
  type Span,
  type Step,
  usualSettings,
  type What,
  whats,
  whoHears,
  worksWithChildren,
} from './index.ts'
import { help, meanwhile, outsideFirst, outsideNext } from './rules-outside.ts'

const rows = [...outsideFirst, ...outsideNext, ...help, ...meanwhile]
const everyWhat = Object.keys(whats) as What[]
const everyAbout = Object.keys(abouts) as About[]
const everyQuestion = Object.keys(questions) as Question[]
const answers: readonly Answer[] = ['yes', 'no', 'not-known']
const adults: readonly About[] = worksWithChildren

/** Questions where no answer is as good as one of the two, in every row: the first test below holds the rows to it. */
const openIs: Readonly<Partial<Record<Question, Answer>>> = {
  ...{ webAddress: 'no', under18: 'yes', anonymous: 'no', elsewhere: 'no', lowLevel: 'no' },
}
const quiet: Readonly<Record<Question, Answer>> = {
  ...{ danger: 'no', online: 'no', webAddress: 'no', under18: 'yes' },
  ...{ ownImage: 'no', anonymous: 'no', elsewhere: 'no', lowLevel: 'no' },
}

/** Every way to answer every question, but that one left open stands with the answer it is as good as. */
const everyAnswer: readonly Readonly<Record<Question, Answer>>[] = everyQuestion.reduce<
  readonly Readonly<Record<Question, Answer>>[]
>(
  (all, question) =>
    all.flatMap(one =>
      answers
        .filter(answer => answer !== 'not-known' || !openIs[question])
        .map(answer => ({ ...one, [question]: answer })),
    ),
  [quiet],
)
const facts = (what: Facts['what'], about: Facts['about'], more: Partial<Facts> = {}): Facts => ({
  ...quiet,
  what,
  about,
  ...more,
})
const usual = (...of: Parameters<typeof facts>) => route(facts(...of), usualSettings)
/** Where the LADO is to be told within 24 hours. */
const aDay = { lado: { hours: 24 } }
const nobody = { ...usualSettings, without: Object.keys(hearers) as Hearer[] }
const toldTo = (steps: readonly Step[]) =>
  steps.flatMap(({ to, weight }) => (to && weight !== 'must-not' ? [to] : []))
const musts = (steps: readonly Step[]) =>
  steps.flatMap(({ to, weight }) => (to && weight === 'must' ? [to] : []))

const emergency = ['999', 'police', 'ceop', 'iwf', 'report-remove'] as const
const isEmergency = (to: Step['to']) => emergency.some(one => one === to)

/**
 * By when each step is to be done, told from whom it goes to and what is known, and not from the rows. What goes to the police,
 * CEOP or the IWF waits for nothing; the LADO for nothing where a child may have been harmed, and otherwise for what is settled.
 */
function byWhen({ to, id, weight }: Step, of: Facts, lado: Span): By {
  const danger = of.danger !== 'no'
  const isAny = (...these: What[]) => of.what.some(one => these.includes(one))
  if (!to) return id === 'never-look' ? 'at-once' : 'any-time'
  if (isEmergency(to)) return 'at-once'
  if (Object.hasOwn(hearers, to)) {
    const soon = danger || of.what.some(one => one !== 'bullying' && one !== 'other')
    return soon && !id.endsWith('-told') ? 'at-once' : 'same-day'
  }
  if (to === 'other-agency') return lado
  if (to === 'lado') {
    const atWork = of.about.some(one => adults.includes(one))
    return weight === 'must' && atWork && (danger || isAny('image', 'grooming', 'harm')) ? 'at-once' : lado
  }
  if (to !== 'children-services') return 'any-time'
  if (weight === 'must') return danger && of.under18 !== 'no' ? 'at-once' : 'same-day'
  return id === 'children-services-yourself' ? 'any-time' : 'same-day'
}

/** What is wrong with a route, in words; nothing where it is as it must be. */
function wrongWith(of: Facts, steps: readonly Step[], lado = usualSettings.lado): string | undefined {
  for (const step of steps) {
    const [by, as] = [byInWords(step.by), byInWords(byWhen(step, of, lado))]
    if (by !== as) return `${step.id}: ${by}, and not ${as}`
  }
  const has = (to: Step['to'], weight?: Step['weight']) =>
    steps.some(step => step.to === to && step.weight !== 'must-not' && (!weight || step.weight === weight))
  const only = (...these: What[]) => of.what.every(one => these.includes(one))
  if (steps.length === 0 || !steps.some(({ weight, to }) => to && weight === 'must'))
    return 'nobody must be told'
  if (of.danger !== 'no' && steps[0]?.to !== '999') return '999 is not first'
  if (of.danger === 'no' && has('999')) return '999 where nobody is in danger'
  const firstInside = steps.findIndex(({ to, whose }) => whose !== 'you' || (to && !isOutside(to)))
  const lastEmergency = steps.findLastIndex(({ to, whose }) => isEmergency(to) && whose === 'you')
  if (firstInside >= 0 && lastEmergency > firstInside) return 'a step inside stands before an emergency'
  if (steps.some(({ to, whose }) => isEmergency(to) && whose !== 'you') && !has('police', 'must'))
    return 'a report waits for somebody inside, and the police are not told either'
  for (const { to, whose } of steps)
    for (const one of [to, whose])
      if (one && Object.hasOwn(hearers, one) && of.about.some(subject => isKeptOut(one as Hearer, subject)))
        return `${one} is told, or acts, and is kept out`
  if (of.about.some(one => adults.includes(one)) && !has('lado')) return 'no LADO'
  const mayBeLow = of.lowLevel === 'yes' && only('conduct', 'other') && of.danger === 'no'
  if (of.about.some(one => adults.includes(one)) && !mayBeLow && !has('lado', 'must'))
    return 'the LADO is not a must'
  if (only('bullying', 'conduct', 'other', 'self-harm', 'radicalisation') && has('ceop'))
    return 'CEOP for what it does not take'
  if (has('iwf') && !(of.what.includes('image') && of.webAddress === 'yes'))
    return 'IWF without a picture’s address'
  const forChildren = ['ceop', 'iwf', 'report-remove', 'children-services']
  if (
    of.under18 === 'no' &&
    steps.some(({ to, id }) => forChildren.some(one => one === to) && id !== 'nobody-here')
  )
    return 'a body for children, about a grown-up'
  if (has('report-remove') && (of.ownImage === 'no' || !of.what.includes('image')))
    return 'Report Remove for another’s picture'
  if (
    of.anonymous === 'yes' &&
    steps.some(({ to, whose, weight }) => to === 'ceop' && whose === 'you' && weight === 'must')
  )
    return 'CEOP without a name'
  if (of.what.includes('image') && !steps.some(({ id }) => id === 'never-look'))
    return 'nobody is told not to look'
  if (of.what.includes('grooming') && of.under18 !== 'no' && !has('police', 'must') && !has('ceop', 'must'))
    return 'grooming, and neither CEOP nor the police must be told'
  const places = steps.map(({ id, whose }) => `${id} ${whose}`)
  if (new Set(places).size < places.length) return 'one step twice'
  return undefined
}

test('every kind of worry, about everybody, under every answer, has a route that keeps every promise, and every row is met', () => {
  for (const { id, when } of rows)
    for (const question of everyQuestion) {
      const [as, met] = [openIs[question], when[question]]
      if (as && met) expect(met.includes('not-known'), `${id}: ${question}`).toBe(met.includes(as))
    }
  expect(everyAnswer).toHaveLength(2 ** 5 * 3 ** 3)
  const wrong = new Map<string, Facts>()
  const met = new Set<string>()
  for (const what of everyWhat)
    for (const about of everyAbout)
      for (const answered of everyAnswer) {
        const of: Facts = { ...answered, what: [what], about: [about] }
        const steps = route(of, usualSettings)
        for (const { id } of steps) met.add(id)
        const told = wrongWith(of, steps)
        if (told) wrong.set(told, of)
      }
  expect([...wrong]).toEqual([])

  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  for (const { id } of route(facts(['other'], ['child']), nobody)) met.add(id)
  expect(rows.filter(({ id }) => !met.has(id)).map(({ id }) => id)).toEqual([])
  expect([...met].filter(id => /-(leads|stands-in|told)$/.test(id)).toSorted()).toEqual([
    'chair-stands-in',
    'chair-told',
    'deputy-designated-person-stands-in',
    'designated-person-leads',
    'senior-manager-leads',
    'senior-manager-told',
  ])
  const bodies = new Set<string>(rows.flatMap(({ to }) => (to ? [to] : [])))
  expect(Object.keys(outsideBodies).filter(id => !bodies.has(id))).toEqual([])
})

const someOf = <One>(all: readonly One[]) =>
  fc.subarray([...all], { minLength: 1 }).map(some => some as [One, ...One[]])
const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    what: someOf(everyWhat),
    about: someOf(everyAbout),
    answered: fc.record(
      Object.fromEntries(everyQuestion.map(one => [one, fc.constantFrom(...answers)])) as Record<
        Question,
        fc.Arbitrary<Answer>
      >,
    ),
  })
  .map(({ what, about, answered }) => ({ ...answered, what, about }))

test('so has a concern about several things and several people, wherever nobody has one of the roles', () => {
  fc.assert(
    fc.property(
      anyFacts,
      fc.subarray(Object.keys(hearers) as Hearer[]),
      fc.boolean(),
      (of, without, soon) => {
        const settings = { ...(soon ? aDay : usualSettings), without }
        const steps = route(of, settings)
        expect(wrongWith(of, steps, settings.lado)).toBe(undefined)
        expect(steps.filter(({ to, whose }) => without.some(role => role === to || role === whose))).toEqual(
          [],
        )
        expect(route(of, settings)).toEqual(steps)
      },
    ),
    { numRuns: 3000 },
  )
})

test('a second worry takes nobody away who would have been told of the first alone', () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...everyWhat), (of, more) => {
      const before = musts(route({ ...of, lowLevel: 'no' }, usualSettings))
      const after = musts(route({ ...of, lowLevel: 'no', what: [...of.what, more] }, usualSettings))
      expect(before.filter(one => !after.includes(one))).toEqual([])
    }),
    { numRuns: 3000 },
  )
})

test('every step says why, and what it rests on; every address and number stands in a note that it names', () => {
  for (const { id, does, why, because, notes } of rows) {
    expect(does, id).toMatch(/^[A-Z].*\.$/)
    expect(why, id).toMatch(/^[A-Z].*\.$/)
    expect(because.map(one => statement(one).says.length > 0)).not.toContain(false)
    const told = notes.map(one => note(one).text).join(' ')
    for (const [printed] of does.matchAll(/0\d{3} [\d ]+\d|(?:www\.)?[a-z]+\.(?:police|org|com)[\w./-]*\w/g))
      expect(told, `${id}: ${printed}`).toContain(printed)
  }
  for (const { reached, notes, name } of Object.keys(outsideBodies).map(id =>
    outsideBody(id as keyof typeof outsideBodies),
  ))
    if (reached !== 'own' && reached !== '999')
      expect(notes.map(one => note(one).text).join(' '), name).toContain(reached)
})

test('a child in danger: 999 stands first, whoever it is about and whatever else there is', () => {
  expect(usual(['harm'], ['child'], { danger: 'yes' })[0]).toMatchObject({
    to: '999',
    by: 'at-once',
    whose: 'you',
  })
  expect(usual(['bullying'], ['designated-person'], { danger: 'not-known' })[0]).toMatchObject({ to: '999' })
})

test('a worker who is worried about a colleague: the designated person at once, then the LADO within one working day', () => {
  const steps = usual(['conduct'], ['worker'])
  expect(musts(steps)).toEqual(['designated-person', 'senior-manager', 'lado'])
  expect(steps.find(({ to }) => to === 'designated-person')).toMatchObject({ by: 'at-once', whose: 'you' })
  const lado = steps.find(({ to, weight }) => to === 'lado' && weight === 'must')
  expect(lado).toMatchObject({ whose: 'designated-person', by: { workingDays: 1 } })
  expect(byInWords(lado?.by ?? 'any-time')).toBe('within one working day')
  const essex = route(facts(['conduct'], ['worker']), { lado: { hours: 24 } }).find(({ id }) => id === 'lado')
  expect(byInWords(essex?.by ?? 'any-time')).toBe('within 24 hours')
})

test('a nagging doubt about a colleague: the LADO may be asked, and only where nothing else is worried about', () => {
  expect(musts(usual(['conduct'], ['worker'], { lowLevel: 'yes' }))).not.toContain('lado')
  expect(toldTo(usual(['conduct'], ['worker'], { lowLevel: 'yes' }))).toContain('lado')
  for (const what of ['image', 'grooming', 'harm', 'bullying', 'self-harm', 'radicalisation'] as const)
    expect(musts(usual(['conduct', what], ['worker'], { lowLevel: 'yes' }))).toContain('lado')
})

test('grooming online goes to CEOP at once; from somebody who gives no name, to the police, and to CEOP in our name', () => {
  expect(musts(usual(['grooming'], ['unknown'], { online: 'yes' })).slice(0, 2)).toEqual([
    'ceop',
    'designated-person',
  ])
  const nameless = usual(['grooming'], ['unknown'], { online: 'yes', anonymous: 'yes' })
  expect(nameless.filter(({ to }) => to === 'police' || to === 'ceop')).toMatchObject([
    { to: 'police', weight: 'must', whose: 'you' },
    { to: 'ceop', weight: 'may', whose: 'you' },
    { to: 'ceop', weight: 'must', whose: 'designated-person' },
  ])
})

test('a picture of a child with an address goes to the police and the IWF; a child’s own, to Report Remove if they wish', () => {
  const shared = usual(['image'], ['unknown'], { online: 'yes', webAddress: 'yes' })
  expect(musts(shared).slice(0, 3)).toEqual(['police', 'iwf', 'designated-person'])
  expect(toldTo(usual(['image'], ['unknown']))).not.toContain('iwf')
  const own = usual(['image'], ['child'], { ownImage: 'yes', online: 'yes' })
  expect(toldTo(own)).toContain('report-remove')
  expect(musts(own)).toEqual(['designated-person'])
  expect(musts(usual(['image'], ['worker'], { ownImage: 'yes' }))).toContain('police')
})

test('nobody a concern is about hears of it, nor who stands too near', () => {
  const roles = (...about: [About, ...About[]]) =>
    whoHears({ about }).map(({ role, part }) => `${role} ${part}`)
  expect(roles('child')).toEqual(['designated-person leads', 'deputy-designated-person stands-in'])
  expect(roles('designated-person')).toEqual(['senior-manager leads', 'chair stands-in'])
  expect(roles('senior-manager')).toEqual([
    'designated-person leads',
    'deputy-designated-person stands-in',
    'chair told',
  ])
  expect(roles('deputy-designated-person')).toEqual(['designated-person leads', 'senior-manager told'])
  expect(roles('designated-person', 'senior-manager')).toEqual(['chair leads'])
  expect(roles('designated-person', 'senior-manager', 'chair')).toEqual([])
  expect(whoHears({ about: ['child'] }, ['designated-person'])).toEqual([
    { role: 'deputy-designated-person', part: 'leads' },
  ])
})

test('where nobody here is free of it, whoever is worried goes to the LADO themself', () => {
  const steps = usual(['conduct'], ['designated-person', 'senior-manager', 'chair'])
  expect(steps.filter(({ whose }) => whose !== 'you')).toEqual([])
  expect(steps.filter(({ to }) => to === 'lado')).toMatchObject([{ weight: 'must', whose: 'you' }])
})

test('where nobody here is free of it and a child is in danger, children’s services are told at once, and not the same day', () => {
  const steps = route(facts(['other'], ['child'], { danger: 'yes' }), nobody)
  expect(steps.find(({ to }) => to === 'children-services')).toMatchObject({ whose: 'you', by: 'at-once' })
  const quietly = route(facts(['other'], ['child']), nobody)
  expect(quietly.find(({ to }) => to === 'children-services')).toMatchObject({ by: 'same-day' })
})

test('administrators and board members are let into nothing, and the staff into nothing about one of the staff', () => {
  for (const about of everyAbout)
    for (const role of ['administrator', 'board-member'] satisfies OurRole[])
      expect(isKeptOut(role, about)).toBe(true)
  for (const role of ['worker', 'volunteer', 'manager'] satisfies OurRole[]) {
    expect(isKeptOut(role, 'child')).toBe(false)
    expect(isKeptOut(role, 'worker')).toBe(true)
  }
  for (const about of Object.keys(hearers).filter(role => role !== 'chair') as (Hearer & About)[])
    expect(isKeptOut(about, about)).toBe(true)
})

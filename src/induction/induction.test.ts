import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import {
  answerEverything,
  answersOn,
  answerUntilRight,
  saysRight,
  walkWhole,
} from '../../tests/setup/induction.ts'
import { type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { publish } from '../../tests/setup/publish.ts'
import { signs } from '../../tests/setup/sign.ts'
import { joins } from '../../tests/sweep/personas.ts'
import { acceptableUse, actorOf, agencies, cast } from '../demo/index.ts'
import { documentRules, statement, trace } from '../guidance/index.ts'
import { days, later } from '../kit/clock.ts'
import { leaveToTighten, tighten } from '../own-rules/index.ts'
import { system, write } from '../records/index.ts'
import { judge } from './judge.ts'
import { courseLessons } from './lessons.ts'
import { oweInduction } from './owe-induction.ts'
import { optionsOf } from './question.ts'
import { type Scenario, scenarioOf } from './scenarios/index.ts'

let house: TestHouse
let ahead = 0
beforeAll(async () => {
  house = await openHouse({ clock: () => later(new Date(), ahead) })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const at = `/policies/${acceptableUse.riverside}`
const pageOf = async (person: Person, path: string) => {
  const answer = await person.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
const read = async (person: Person, path: string) => wordsOf(await pageOf(person, path))
const rowsOf = async (sql: string, ...values: unknown[]) => (await house.database.asOwner(sql, values)).rows
const openDuty = async (person: string) =>
  (
    await rowsOf(
      `select due_at from duty where kind = 'induction' and person_id = $1 and closed_at is null`,
      person,
    )
  )[0]?.due_at as Date | undefined
/** What the agency's daily job does, so many days from now. */
const look = (inDays = 0, agency: 'riverside' | 'hilltop' = 'riverside') =>
  write(
    { ...house.house.ground, clock: () => later(new Date(), days(inDays)) },
    system(agencies[agency].id),
    oweInduction,
  )
/** Waits for what the queue does by itself. */
async function until<T>(found: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const value = await found()
    if (value !== undefined) return value
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('it did not come')
}

let noor: Person

test('nobody walks anything before the gate; once somebody signs, they owe their induction', async () => {
  noor = await joins(house)
  expect((await noor.get('/induction')).headers.get('location')).toBe(`${at}/sign`)
  expect(await openDuty(cast.noor.id)).toBeUndefined()
  await signs(noor, at)
  const due = await until(() => openDuty(cast.noor.id))
  expect(Math.round((due.getTime() - Date.now()) / 86_400_000)).toBe(28)
  expect(await read(noor, '/')).toContain('Do your induction')
})

test('a new worker walks the whole path, and is given a receipt; their duty is done', async () => {
  const begin = await read(noor, '/induction')
  for (const words of ['You have signed all there are', 'Why this matters', 'What would you do?', 'Begin'])
    expect(begin).toContain(words)
  expect(begin).toContain('Which answers you chose is not kept')
  expect(await noor.go('/induction', {})).toBe('/induction/lessons/why')
  const lesson = await pageOf(noor, '/induction/lessons/why')
  expect(wordsOf(lesson)).toContain('Part 2 of 8: Why this matters')
  expect(lesson).toContain('href="/induction/lessons/why/1"')

  await answerUntilRight(noor, '/induction/lessons/why/1')
  expect(await read(noor, '/induction')).toContain(
    '2 of 8 parts done. Next: “The manager who let off steam”.',
  )
  const early = await noor.post('/induction/finish', {})
  expect([early.status, wordsOf(await early.text())]).toEqual([
    409,
    expect.stringContaining('A part of your induction is not done yet'),
  ])
  await answerEverything(noor)
  expect(await read(noor, '/induction')).toContain('All 8 parts are done.')
  expect(await noor.go('/induction/finish', {})).toBe('/induction/passed')

  const passed = await pageOf(noor, '/induction/passed')
  expect(wordsOf(passed)).toMatch(/Valid until \d+ \w+ 2027/)
  await house.sequence()
  const receipt = /\/receipts\/[0-9a-f-]+/.exec(passed)?.[0] ?? ''
  const file = await (await noor.get(`${receipt}/file`)).text()
  const check = wordsOf(await (await noor.post('/check', { receipt: file })).text())
  expect(check).toContain('This receipt holds')
  expect(await openDuty(cast.noor.id)).toBeUndefined()
  expect(await read(noor, '/')).not.toContain('Do your induction')
})

test('what is kept is that it was passed, when, and tries by part: nowhere which answers were wrong', async () => {
  const [pass] = await rowsOf('select * from induction_pass where person_id = $1', cast.noor.id)
  expect(Object.keys(pass.tries).sort()).toEqual(
    ['case-1', 'case-2', 'case-3', 'law', 'name', 'situations', 'why'].sort(),
  )
  expect(pass.tries.situations).toBeGreaterThanOrEqual(8)
  expect(await rowsOf('select 1 from induction_try where walk_id = $1', pass.walk_id)).toEqual([])
  const entries = await rowsOf(
    `select event, content from entry where person_id = $1 and event like 'induction.%' order by at`,
    cast.noor.id,
  )
  expect(entries.map(({ event }) => event)).toEqual(['induction.begun', 'induction.passed'])
  expect(JSON.parse(entries[1].content)).toMatchObject({ tries: pass.tries, walk_id: pass.walk_id })
})

test('a wrong answer is explained with the ruling’s own words and statements, and comes round once more', async () => {
  const amira = await signedIn(house, 'amira')
  await amira.go('/induction', {})
  const [walk] = await rowsOf('select scenarios from induction_walk where person_id = $1', cast.amira.id)
  expect(walk.scenarios).toHaveLength(8)
  let wrongs = 0
  for (const [index, id] of walk.scenarios.entries()) {
    const here = `/induction/situations/${index + 1}`
    const page = await pageOf(amira, here)
    const scenario = scenarioOf(id)
    expect(wordsOf(page)).toContain(scenario?.says)
    expect(answersOn(page)).toEqual(scenario && optionsOf(scenario).map(({ value }) => value))
    for (const said of answersOn(page)) {
      const html = await pageOf(amira, `${here}?said=${said}`)
      const words = wordsOf(html)
      if (saysRight(html)) continue
      wrongs++
      expect(words).toContain('Not quite')
      expect(words).toContain('You said')
      expect(words).toMatch(/Not allowed|Poor practice|Safe practice|Best practice/)
      expect(words).toMatch(/ (Why|What must be in place) .*[A-Z]{2,}-[A-Z0-9-]+/)
    }
  }
  expect(wrongs).toBeGreaterThan(8)
  // Looking at an answer is not answering: nothing was counted.
  expect(
    await rowsOf(`select 1 from induction_try t join induction_walk w on w.id = t.walk_id
    where w.person_id = '${cast.amira.id}'`),
  ).toEqual([])
})

const wrongIn = async (person: Person, here: string): Promise<string> => {
  for (const said of answersOn(await pageOf(person, here)))
    if (!saysRight(await pageOf(person, `${here}?said=${said}`))) return said
  throw new Error('every answer is right')
}

test('what was wrong comes round at the end; an empty answer is asked for, and one that is none', async () => {
  const amira = await signedIn(house, 'amira')
  const first = '/induction/situations/1'
  for (const fields of [{}, { said: 'nonsense' }]) {
    const empty = await amira.post(first, fields as Record<string, string>)
    expect([empty.status, wordsOf(await empty.text())]).toEqual([
      422,
      expect.stringContaining('Choose one of the answers'),
    ])
  }
  const to = await amira.go(first, { said: await wrongIn(amira, first) })
  const wrong = await pageOf(amira, to)
  expect(wordsOf(wrong)).toContain('This one comes round once more at the end')
  expect(wrong).toContain('href="/induction/situations/2"')
  for (let number = 2; number < 8; number++) await answerUntilRight(amira, `/induction/situations/${number}`)
  await answerUntilRight(amira, '/induction/situations/8')
  const said = answersOn(await pageOf(amira, '/induction/situations/8'))
  const last = await Promise.all(said.map(one => pageOf(amira, `/induction/situations/8?said=${one}`)))
  expect(last.find(saysRight)).toContain('href="/induction/situations/1"')
})

test('whoever comes back, on any device, finds their place', async () => {
  const amira = await signedIn(house, 'amira')
  const page = await read(amira, '/induction')
  expect(page).toContain('What would you do? Begun')
  expect(page).toContain('saying so when it does. Not yet done. About 1 minute.')
  // Beginning again goes on with what is begun.
  await amira.go('/induction', {})
  expect(await rowsOf('select 1 from induction_walk where person_id = $1', cast.amira.id)).toHaveLength(1)
  await answerUntilRight(amira, '/induction/situations/1')
  expect(await read(amira, '/induction')).toContain('What would you do? Done')
})

test('a lesson can be read at any time, and a question only on a walk of one’s own', async () => {
  const ben = await signedIn(house, 'ben')
  for (const { id, title } of courseLessons)
    expect(await read(ben, `/induction/lessons/${id}`)).toContain(title)
  for (const path of ['/induction/lessons/why/1', '/induction/situations/1'])
    expect((await ben.get(path)).headers.get('location')).toBe('/induction')
  expect((await ben.post('/induction/situations/1', { said: 'no' })).headers.get('location')).toBe(
    '/induction',
  )
  for (const path of ['/induction/finish', '/induction/passed', '/induction/lessons/nonsense'])
    expect([path, (await ben.get(path)).status]).toEqual([path, 404])
})

test('every statement that a lesson is to teach stands on its page, with what corrects it above', async () => {
  const amira = await signedIn(house, 'amira')
  const pages = await Promise.all(courseLessons.map(({ id }) => read(amira, `/induction/lessons/${id}`)))
  const taught = Object.entries(trace).flatMap(([id, traced]) =>
    'by' in traced && (traced.by as readonly string[]).includes('induction-lessons') ? [id] : [],
  )
  expect(taught.length).toBeGreaterThan(20)
  for (const id of taught) {
    const says = statement(id as Parameters<typeof statement>[0]).says
    expect([id, pages.some(words => words.includes(says.replace(/\s+/g, ' ')))]).toEqual([id, true])
  }
  const law = pages.at(-1) ?? ''
  expect(law).toContain(
    'Making somebody fear violence 6 months; before a jury 5 years 12 months; before a jury 10 years',
  )
  expect(law).toContain('England and Wales')
  const second = pages[2] ?? ''
  expect(second.indexOf('the tribunal found the dismissal unfair')).toBeLessThan(
    second.indexOf('He was disciplined'),
  )
})

test('the question on the law is right by what the notes say now, not by what was printed', async () => {
  const amira = await signedIn(house, 'amira')
  const page = await pageOf(amira, '/induction/lessons/law/1')
  const options = [...page.matchAll(/value="(\d)"[\s\S]*?<label[^>]*>([^<]*)</g)].map(([, value, words]) => ({
    value,
    words,
  }))
  const saying = async (words: string) =>
    saysRight(
      await pageOf(amira, `/induction/lessons/law/1?said=${options.find(one => one.words === words)?.value}`),
    )
  expect(await saying('5 years')).toBe(false)
  expect(await saying('10 years')).toBe(true)
})

test('a policy that must be signed holds up the end, and says so', async () => {
  const [amira, grace] = [await signedIn(house, 'amira'), await signedIn(house, 'grace')]
  await answerEverything(amira)
  const to = await grace.go('/policies/new', {
    kind: 'data-protection',
    title: 'Data protection policy',
    owner: cast.ben.id,
    review: later(new Date(), days(200)).toISOString().slice(0, 10),
  })
  const policy = /^\/policies\/[0-9a-f-]{36}/.exec(to)?.[0] ?? ''
  await publish(house, policy, { text: 'Keep work and home apart.' })
  expect(await read(amira, '/induction')).toContain('Data protection policy (to read and sign)')
  expect((await amira.post('/induction/finish', {})).status).toBe(409)
  await signs(amira, policy)
  await amira.go('/induction/finish', {})
})

test('a manager sees their own line and nobody else; seniors see all; a worker sees nothing of it', async () => {
  const [carys, dev, amira] = [
    await signedIn(house, 'carys'),
    await signedIn(house, 'dev'),
    await signedIn(house, 'amira'),
  ]
  const line = await read(carys, '/induction/people')
  expect(line).toContain('2 of 4 have done it and it still counts')
  for (const { name } of [cast.amira, cast.ben, cast.farid, cast.noor]) expect(line).toContain(name)
  for (const { name } of [cast.dev, cast.ellen, cast.grace]) expect(line).not.toContain(name)
  const all = await read(dev, '/induction/people')
  expect(all).toContain('2 of 8 have done it')
  expect(all).toContain('Ellen Fraser')
  expect((await amira.get('/induction/people')).status).toBe(404)
  expect((await amira.get('/induction/people/file')).status).toBe(404)

  const not = await read(carys, '/induction/people?who=not')
  expect(not).toContain('2 people')
  expect(not).not.toContain('Amira Haddad')
  expect(await read(carys, '/induction/people?find=noor')).toContain('1 person')
  const file = await (await carys.get('/induction/people/file?who=done')).text()
  expect(file.split('\r\n').filter(Boolean)).toHaveLength(3)
  expect(file).toMatch(
    /"Amira Haddad","amira.haddad@riverside-youth.example","Done","20\d\d-\d\d-\d\d","20\d\d-/,
  )
  // Nothing of how it went is on their page.
  expect(line).not.toMatch(/tries/i)
})

test('the board sees figures, and nobody', async () => {
  const helen = await signedIn(house, 'helen')
  const page = await read(helen, `/board/${agencies.riverside.id}`)
  expect(page).toContain('Induction 2 of 8 have done it and it still counts')
  for (const { name } of [cast.amira, cast.noor]) expect(page).not.toContain(name)
})

test('the daily look opens it once for whoever has signed and not passed', async () => {
  // Noor's signing has opened it at Riverside already, for everybody there who had signed before.
  expect(await look()).toBe(0)
  expect(await openDuty(cast.ben.id)).toBeDefined()
  expect(await openDuty(cast.amira.id)).toBeUndefined()
  expect(await openDuty(cast.joan.id)).toBeUndefined()
  expect(await look(0, 'hilltop')).toBe(2)
  expect(await look(0, 'hilltop')).toBe(0)
  expect(await openDuty(cast.joan.id)).toBeDefined()
})

test('it is owed again four weeks before it runs out, due on its last day; walking it again gives other situations', async () => {
  const amira = await signedIn(house, 'amira')
  await house.database.asOwner(`update auth.session set "expiresAt" = now() + interval '3 years'`)
  expect(await look(300)).toBe(0)
  ahead = days(340)
  await look(340)
  const due = await openDuty(cast.amira.id)
  const [{ valid_until: until }] = await rowsOf(
    'select valid_until::text from induction_pass where person_id = $1',
    cast.amira.id,
  )
  expect(due?.toISOString().slice(0, 10)).toBe(until)
  expect(await read(amira, '/induction')).toContain('It is time to walk it again')
  expect(await read(amira, '/')).toContain('Do your induction')
  await walkWhole(amira)
  expect(await openDuty(cast.amira.id)).toBeUndefined()
  const [first, second] = await rowsOf(
    'select scenarios from induction_walk where person_id = $1 order by number',
    cast.amira.id,
  )
  expect(second.scenarios.filter((id: string) => first.scenarios.includes(id))).toEqual([])
  // Noor's runs out, and it shows.
  ahead = days(400)
  const carys = await signedIn(house, 'carys')
  expect(await read(carys, '/induction/people?who=not')).toContain('Noor Rahman Ran out')
  ahead = 0
})

test('an agency sets its own time within limits; what was given stays', async () => {
  const [dev, ellen] = [await signedIn(house, 'dev'), await signedIn(house, 'ellen')]
  expect(await read(dev, '/induction/renewal')).toContain('12 months: Lanyard’s choice')
  expect((await ellen.get('/induction/renewal')).status).toBe(404)
  for (const months of ['3', '36', ''])
    expect((await dev.post('/induction/renewal', { months })).status).toBe(422)
  await dev.go('/induction/renewal', { months: '6' })
  expect(await read(dev, '/induction/renewal')).toContain('Set to 6 months by Dev Mehta')
  const before = await rowsOf(
    'select valid_until::text from induction_pass where person_id = $1',
    cast.noor.id,
  )
  const [{ id }] = await rowsOf(`select id from policy where kind = 'data-protection'`)
  await signs(ellen, `/policies/${id}`)
  await walkWhole(ellen)
  const [{ months }] = await rowsOf(
    `select extract(year from age(valid_until, passed_at::date)) * 12 + extract(month from age(valid_until, passed_at::date)) as months
     from induction_pass where person_id = $1`,
    cast.ellen.id,
  )
  expect(Number(months)).toBe(6)
  expect(
    await rowsOf('select valid_until::text from induction_pass where person_id = $1', cast.noor.id),
  ).toEqual(before)
})

test('when an organisation tightens a rule, the right answer changes with it, and its own words say why', async () => {
  const dev = actorOf('dev')
  const { person, scenario, here } = await oneThatMayBeDone(['ben', 'grace', 'ellen', 'noor'])
  const [right = ''] = rightBefore(scenario)
  expect(saysRight(await pageOf(person, `${here}?said=${right}`))).toBe(true)
  expect(saysRight(await pageOf(person, `${here}?said=no`))).toBe(false)

  const says = 'We do not do this at Riverside at all.'
  await write(house.house.ground, dev, async writer => {
    const may = await leaveToTighten(writer)
    if (!may) throw new Error('Dev may not tighten')
    const { act } = scenario.proposed
    return tighten(writer, may, { act, conditions: {}, at_most: 'forbidden', needs: [], owed: [], says })
  })
  expect(saysRight(await pageOf(person, `${here}?said=no`))).toBe(true)
  const wrong = await read(person, await person.go(here, { said: right }))
  expect(wrong).toContain('Not quite')
  expect(wrong).toContain(`Our own rule ${says} (Dev Mehta, `)
})

/**
 * Something that may be done today, and about which an organisation may have a rule of its own.
 * One person in thirty is asked about none by chance, so several are looked at.
 */
async function oneThatMayBeDone(names: readonly ('ben' | 'grace' | 'ellen' | 'noor')[]) {
  for (const name of names) {
    const person = await signedIn(house, name)
    await person.go('/induction', {})
    const [walk] = await rowsOf(
      'select scenarios from induction_walk where person_id = $1 order by number desc limit 1',
      cast[name].id,
    )
    const asked = (walk.scenarios as string[]).map(id => scenarioOf(id))
    const index = asked.findIndex(
      one => one?.kind === 'may' && one.proposed.act !== 'report' && !rightBefore(one).includes('no'),
    )
    const scenario = asked[index]
    if (scenario?.kind === 'may') return { person, scenario, here: `/induction/situations/${index + 1}` }
  }
  throw new Error('none of them is asked about anything that may be done')
}

const rightBefore = (one: Scenario): readonly string[] => judge(one, 'no', documentRules)?.rightAnswers ?? []

test('a leaver’s duty ends, and they are counted no more', async () => {
  const grace = await signedIn(house, 'grace')
  expect(await openDuty(cast.farid.id)).toBeDefined()
  const leaving = { 'to-children': cast.ben.id, 'to-people': cast.dev.id, 'to-conversations': cast.ben.id }
  await grace.go(`/people/${cast.farid.id}/leaving`, { ...leaving, 'to-duties': cast.ben.id })
  expect(await openDuty(cast.farid.id)).toBeUndefined()
  expect(await read(await signedIn(house, 'dev'), '/induction/people')).not.toContain('Farid Aziz')
})

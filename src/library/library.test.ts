import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { agencies } from '../demo/index.ts'
import {
  goesAbove,
  note,
  notes,
  notesBeside,
  sections,
  statement,
  statements,
  topics,
} from '../guidance/index.ts'
import { system, write } from '../records/index.ts'
import { newerOffences, offences } from './offences.ts'
import { dueNotes, oweChecks } from './owe-checks.ts'
import { routes } from './routes.ts'
import { ways } from './rules.ts'
import { placeOf } from './shelf.ts'

let house: TestHouse
let amira: Person
beforeAll(async () => {
  house = await openHouse()
  amira = await signedIn(house, 'amira')
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
async function page(path: string, person: Person = amira): Promise<string> {
  const answer = await person.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  const html = await answer.text()
  expect(html.length, path).toBeLessThan(100_000)
  return mainOf(html)
}
const read = async (path: string, person?: Person) => wordsOf(await page(path, person))
/** As text is on a page, where & is an entity. */
const plain = (text: string) => text.replace(/\s+/g, ' ')

test('every statement has a page of its own and stands on the page it belongs to', async () => {
  const places = new Map<string, string>()
  for (const one of statements) {
    const { href } = placeOf(one)
    const place = places.get(href) ?? (await page(href))
    places.set(href, place)
    expect(place, `${one.id} on ${href}`).toContain(`href="${routes.statement.to({ statement: one.id })}"`)
    expect(wordsOf(place), one.id).toContain(plain(one.says))
  }
  for (const one of statements) {
    const words = await read(routes.statement.to({ statement: one.id }))
    expect(words, one.id).toContain(plain(one.says))
    for (const beside of notesBeside(one.id)) {
      expect(words, `${beside.id} beside ${one.id}`).toContain(plain(beside.text))
      const above = words.indexOf(plain(beside.text)) < words.indexOf(plain(one.says))
      expect([one.id, beside.id, above]).toEqual([one.id, beside.id, goesAbove(beside)])
    }
  }
})

test('a correction stands above its statement in a list too, and says where the law holds', async () => {
  const words = await read('/guidance/law')
  const list = words.slice(words.indexOf('What the 2015 text says'))
  const [correction, says] = [note('fear-of-violence').text, statement('LEG-FEAR-3').says]
  expect(list.indexOf(correction)).toBeGreaterThan(0)
  expect(list.indexOf(says)).toBeGreaterThan(list.indexOf(correction))
  expect(list).toContain(`${correction} (England and Wales.)`)
})

test('the law shows what was printed in 2015 beside what holds now', async () => {
  const html = await page('/guidance/law')
  const table = html.slice(html.indexOf('<table'), html.indexOf('</table>'))
  const rows = table.split('<tr').map(wordsOf)
  expect(rows.find(row => row.includes('Making somebody fear violence'))).toMatch(
    /6 months; before a jury 5 years 12 months; before a jury 10 years/,
  )
  expect(rows.find(row => row.includes('Malicious messages'))).toMatch(
    /6 months 12 months; before a jury 2 years/,
  )
  expect(rows.find(row => row.includes('Intended harassment'))).toContain('Still 6 months')
  expect(wordsOf(html)).toMatch(/law of England and Wales.*Scotland and Northern Ireland have their own/)
  for (const id of newerOffences) expect(html).toContain(`id="${id}"`)
})

test('every figure in the table of offences stands in the statement or the note that it is from', () => {
  const family = (id: string) => id.replace(/-\d$/, '')
  for (const { name, says, in2015, today, by } of offences) {
    const printed = statements.filter(({ id }) => family(id) === family(says)).map(one => one.says)
    for (const most of Object.values(in2015)) expect(printed.join(' '), name).toContain(most)
    const known = by.map(id => note(id).text).join(' ')
    for (const most of Object.values(today)) expect(known, name).toContain(most.replace(' months', ' '))
  }
})

test('the guidance says that its own review is overdue', async () => {
  expect(await read('/guidance')).toMatch(/to be reviewed in July 2018, and its review is overdue/)
  expect(await read('/guidance/about')).toMatch(/To be reviewed July 2018 Overdue/)
})

test.each(Object.keys(ways))('the page on %s goes from do not to what should be in place', async way => {
  const html = await page(routes.way.to({ way: way as keyof typeof ways }))
  const heads = [...html.matchAll(/<h2[^>]*>([^<]+)</g)].map(([, head]) => head)
  const order = [
    'Do not',
    'Best practice',
    'Safe practice',
    'Poor practice',
    'What is at risk',
    'What should be in place',
  ]
  if (way === 'internet') {
    expect(heads).toEqual([
      'What is expected',
      'Good practice',
      'Poor practice',
      'What is at risk',
      'What should be in place',
    ])
    expect(wordsOf(html)).toContain('has no “do not” of its own here')
  } else if (way === 'phones')
    expect(heads).toEqual(order.map(head => (head === 'Best practice' ? 'Good practice' : head)))
  else expect(heads).toEqual(order)
})

test('what is not appropriate says “Do not” in words', async () => {
  const html = await page('/guidance/do-and-do-not')
  const forbidden = statements.filter(({ section }) => section === 'general-inappropriate')
  expect(forbidden.length).toBe(7)
  for (const { says } of forbidden) expect(wordsOf(html)).toContain(says)
  expect(forbidden.every(({ says }) => says.includes('Do not') || says.includes('do not'))).toBe(true)
})

test('the second case begins with its correction', async () => {
  const words = await read('/guidance/cases/2')
  expect(words.indexOf('£11,350')).toBeGreaterThan(0)
  expect(words.indexOf('£11,350')).toBeLessThan(words.indexOf('What happened'))
  expect(words).toContain('facts match Stephens v Halfords plc')
  expect(await read('/guidance/cases/3')).toContain('Not verified: Which case it was')
  expect((await amira.get('/guidance/cases/4')).status).toBe(404)
})

test('each address of 2015 says how it stands today', async () => {
  const html = await page('/guidance/sources')
  const row = (who: string) => wordsOf(html.split('<li').find(one => one.includes(who)) ?? '')
  expect(row('CEOP, to report')).toMatch(
    /Moved CEOP, to report Printed in 2015: www\.ceop\.uk Today: www\.ceop\.police\.uk\/Safety-Centre.*Do not use it/,
  )
  expect(row('Teachtoday')).toContain('Not checked')
  expect(row('Childline, by telephone')).toContain('Current')
  expect(row('Skype')).toContain('Gone')
})

test('a worry goes to 999 first, then to the organisation’s own people', async () => {
  const words = await read('/guidance/reporting')
  expect(words.indexOf('999')).toBeLessThan(words.indexOf('designated person at Riverside Youth Club'))
  expect(words).toContain('020 7946 0200')
  expect(words.indexOf('Nude and sexual pictures of children: never look')).toBeGreaterThan(0)
})

test('every note is read under its topic, with its sources, and what was not verified is shown as such', async () => {
  for (const topic of Object.keys(topics) as (keyof typeof topics)[]) {
    const words = await read(routes.topic.to({ topic }))
    for (const one of notes.filter(other => other.topic === topic)) {
      expect(words).toContain(plain(one.text))
      expect(words).toContain(plain(one.sources[0].title))
      if (one.notVerified) expect(words).toContain(`Not verified: ${one.notVerified}`)
    }
  }
  expect(await read('/guidance/notes')).toContain(`${notes.length} notes stand beside`)
})

test('the trace says of each statement what became of it, and “your word” where nothing else can show it', async () => {
  expect(await read('/guidance/trace')).toMatch(/Of 229 statements, \d+ are carried out/)
  for (const section of Object.keys(sections) as (keyof typeof sections)[]) {
    const html = await page(routes.traced.to({ section }))
    for (const one of statements.filter(other => other.section === section)) {
      const row = wordsOf(html.split('<tr').find(part => part.includes(`>${one.id}<`)) ?? '')
      expect(row, one.id).toContain(plain(one.says))
      expect(row, one.id).toMatch(/Carried out|Begun|Planned/)
      expect(row.includes('Your word'), one.id).toBe(one.treatment === 'attested')
    }
  }
})

test('what is no statement, topic, section or way is not there', async () => {
  for (const path of [
    'statements/GEN-INAP-1',
    'statements/constructor',
    'notes/toString',
    'contact/law',
    'trace/x',
  ])
    expect([path, (await amira.get(`/guidance/${path}`)).status]).toEqual([path, 404])
})

test('a designated person checks a note, and their name and the day stand beside it for all', async () => {
  const ellen = await signedIn(house, 'ellen')
  const at = '/guidance/notes/concerns/lado/check'
  expect((await amira.get(at)).status).toBe(404)
  expect(await page('/guidance/notes/concerns')).not.toContain(at)
  expect(await page('/guidance/notes/concerns', ellen)).toContain(at)
  expect((await ellen.get('/guidance/notes/data/lado/check')).status).toBe(404)

  const hash = hiddenOn(await page(at, ellen), 'hash')
  expect((await ellen.post(at, { hash })).status).toBe(422)
  const done = await ellen.go(at, { hash, finding: 'holds', remark: 'Marlow Vale says one working day.' })
  expect(done).toBe('/guidance/notes/concerns#lado')
  const words = await read('/guidance/statements/REP-4')
  expect(words).toMatch(
    /Checked for Riverside Youth Club by Ellen Fraser on .{5,20}\. Marlow Vale says one working day/,
  )

  const joan = await signedIn(house, 'joan')
  expect(await read('/guidance/statements/REP-4', joan)).toContain(
    'Not yet checked by Hilltop Primary School',
  )
})

test('notes that are due again are a duty of the designated person’s, until the last of them is checked', async () => {
  const ellen = await signedIn(house, 'ellen')
  const { ground } = house.house
  const later: typeof ground = { ...ground, clock: () => new Date('2027-03-01T09:00:00Z') }
  const riverside = system(agencies.riverside.id)
  expect(await write(later, riverside, oweChecks)).toBe(1)
  expect(await write(later, riverside, oweChecks)).toBe(0)
  const words = await read('/duties', ellen)
  expect(words).toContain('Check the notes on the guidance that are due')
  expect(await read('/duties')).not.toContain('Check the notes')

  const due = dueNotes(new Map(), new Date())
  for (const { id, topic } of due.length > 0 ? due : [note('dpia')]) {
    expect(await read('/duties', ellen), id).toContain('Check the notes')
    const at = routes.check.to({ topic, note: id })
    await ellen.go(at, { hash: hiddenOn(await page(at, ellen), 'hash'), finding: 'holds' })
  }
  expect(await read('/duties', ellen)).not.toContain('Check the notes')
})

test('a finding that it differs says how, and is told above all else about the note', async () => {
  const grace = await signedIn(house, 'grace')
  const at = '/guidance/notes/concerns/childline/check'
  const hash = hiddenOn(await page(at, grace), 'hash')
  const silent = await grace.post(at, { hash, finding: 'differs' })
  expect(silent.status).toBe(409)
  expect(wordsOf(await silent.text())).toContain('Say what is not so')
  const stale = await grace.post(at, { hash: 'f'.repeat(64), finding: 'holds' })
  expect(stale.status).toBe(409)
  expect(wordsOf(await stale.text())).toContain('The note has other words now')
  await grace.go(at, { hash, finding: 'differs', remark: 'There is a new number.' })
  expect(await read('/guidance/statements/SRC-CHILDLINE')).toMatch(
    /Found to differ Grace Lin found on .{5,20} that this is not so: There is a new number/,
  )
})

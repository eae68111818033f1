import { afterAll, beforeAll, expect, test } from 'vitest'
import { comesIn } from '../../tests/setup/family.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { cast } from '../demo/index.ts'

let house: TestHouse
let amira: Person
let ellen: Person
const opened: string[] = []
beforeAll(async () => {
  house = await openHouse()
  amira = await signedIn(house, 'amira')
  ellen = await signedIn(house, 'ellen')
  for (let number = 10; number < 65; number++)
    opened.push(
      await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: `Talk ${number}` }),
    )
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close({ altered: true })
})

async function says(at: string, body: string): Promise<void> {
  const key = hiddenOn(await (await amira.get(at)).text(), 'key')
  await amira.go(`${at}/write`, { body, key })
}

const subjectsIn = (html: string) =>
  [...wordsOf(html).matchAll(/Talk (\d+)/g)].map(([, number]) => Number(number))
const linkTo = (html: string, words: string) =>
  [...html.matchAll(/href="(\?[^"]+)"[^>]*>(?:(?!<\/a>).)*<\/a>/gs)]
    .find(([whole]) => wordsOf(whole).includes(words))?.[1]
    ?.replaceAll('&amp;', '&')

const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, at) => from - at)

test('a long list is read a page at a time, on to what is older and back, each conversation in it once', async () => {
  for (const [who, at] of [
    [amira, '/conversations'],
    [ellen, '/conversations/team'],
    [ellen, `/conversations/team?worker=${cast.amira.id}&with=parents`],
  ] as const) {
    const first = await (await who.get(at)).text()
    expect(subjectsIn(first)).toEqual(down(64, 15))
    expect(linkTo(first, 'Newer conversations')).toBeUndefined()
    const [path] = at.split('?')
    const second = await (await who.get(`${path}${linkTo(first, 'Older conversations')}`)).text()
    expect(subjectsIn(second)).toEqual(down(14, 10))
    expect(linkTo(second, 'Older conversations')).toBeUndefined()
    const back = await (await who.get(`${path}${linkTo(second, 'Newer conversations')}`)).text()
    expect(subjectsIn(back)).toEqual(down(64, 15))
  }
})

test('a parent turns the pages of theirs too, and what is new to them is told', async () => {
  await says(opened[3] ?? '', 'We meet at 4pm.')
  const sam = await comesIn(house, 'sam')
  const first = await (await sam.get('/family')).text()
  expect(subjectsIn(first).slice(0, 3)).toEqual([13, 64, 63])
  expect(wordsOf(first)).toContain('Talk 13 1 new')
  const second = await (await sam.get(`/family${linkTo(first, 'Older conversations')}`)).text()
  expect(subjectsIn(second)).toEqual([15, 14, 12, 11, 10])
})

test('whoever says something brings the conversation to the top, for everybody, and it is gone from where it was', async () => {
  await says(opened[0] ?? '', 'The minibus leaves at four.')
  for (const at of ['/conversations/team', `/conversations/team?worker=${cast.amira.id}&since=week`])
    expect(subjectsIn(await (await ellen.get(at)).text())[0]).toBe(10)
  const first = await (await amira.get('/conversations')).text()
  expect(subjectsIn(first)[0]).toBe(10)
  const rest = subjectsIn(await (await amira.get(`/conversations${linkTo(first, 'Older')}`)).text())
  expect(rest).not.toContain(10)
})

test('a conversation in which nothing was said lately is not among those of the last week', async () => {
  const week = subjectsIn(await (await ellen.get('/conversations/team?since=week')).text())
  expect(week).toEqual([10, 13])
})

test('an address that is no place in the list is its beginning', async () => {
  for (const odd of [
    'before=1',
    'after=zz',
    'before=&after=',
    `after=${cast.amira.id}&before=${cast.ben.id}`,
  ])
    expect((await amira.get(`/conversations?${odd}`)).status).toBe(200)
  expect(subjectsIn(await (await amira.get('/conversations?before=x')).text())[0]).toBe(10)
})

test('where many answer to one, a worker is found by a part of their name', async () => {
  const short = await (await ellen.get('/conversations/team')).text()
  expect(short).toContain('<select')
  await house.database.asOwner(
    `insert into person select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'email', null, 'phone', null,
       'login_id', null, 'name', case when n < 25 then 'Robin Reed ' || n else 'Zo Quist' end))).*
     from person p, generate_series(1, 60) n where p.id = $1 and n <= 25`,
    [cast.ben.id],
  )
  const at = '/conversations/team'
  const long = await (await ellen.get(at)).text()
  expect(long).not.toContain('<select')
  expect(wordsOf(long)).toContain('Of whom: a part of their name')
  const one = await (await ellen.get(`${at}?whom=amira`)).text()
  expect(wordsOf(one)).toContain('Only those of Amira Haddad')
  expect(subjectsIn(one)).toHaveLength(50)
  expect(subjectsIn(await (await ellen.get(`${at}?whom=quist`)).text())).toEqual([])
  const several = await (await ellen.get(`${at}?whom=robin&with=parents`)).text()
  expect(wordsOf(several)).toContain('More than 20 people have “robin” in their names')
  const [, to = ''] = /href="(\?[^"]*worker=[^"]+)"/.exec(several) ?? []
  expect(to).toContain('with=parents')
  expect(wordsOf(await (await ellen.get(`${at}${to.replaceAll('&amp;', '&')}`)).text())).toContain(
    'Only those of Robin Reed 1',
  )
  expect(wordsOf(await (await ellen.get(`${at}?whom=nobody-at-all`)).text())).toContain('Nobody here has')
  // A manager finds nobody who does not answer to them.
  const carys = await signedIn(house, 'carys')
  expect(subjectsIn(await (await carys.get(`${at}?worker=${cast.ellen.id}`)).text())).toEqual(
    subjectsIn(await (await carys.get(at)).text()),
  )
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { comesIn } from '../../tests/setup/family.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { agencies, cast } from '../demo/index.ts'
import { addPerson, beginWork, tieFamily } from '../people/index.ts'
import { type PersonId, system, write } from '../records/index.ts'
import { giveSome, noticeJobs } from './give-notice.ts'

let house: TestHouse
let amira: Person
let carys: Person
let group: string
const families = 500
const notice = { reaches: 'parents', subject: 'Saturday’s trip', body: 'Bring a packed lunch. Back at 5pm.' }
beforeAll(async () => {
  house = await openHouse()
  amira = await signedIn(house, 'amira')
  carys = await signedIn(house, 'carys')
  group = await amira.go('/notices/groups/new', { name: 'Trip', who: `child:${cast.jamie.id}` })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const html = async (who: Person, path: string) => (await who.get(path)).text()
const words = async (who: Person, path: string) => wordsOf(await html(who, path))
const rows = async (sql: string) => (await house.database.asOwner(sql)).rows
const idOf = (at: string) => at.split('/').at(-1) ?? ''
const send = async (who: Person, fields: Readonly<Record<string, string>>, to = group) =>
  who.post(`${to}/write`, { ...notice, key: crypto.randomUUID(), ...fields })
const sent = async (who: Person, fields: Readonly<Record<string, string>> = {}, to = group) => {
  const answer = await send(who, fields, to)
  if (answer.status !== 303) throw new Error(wordsOf(await answer.text()))
  return answer.headers.get('location') ?? ''
}
const riverside = system(agencies.riverside.id)

/** Waits until everybody has been given their copy. */
async function given(at: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const [{ left = 1 } = {}] = await rows(
      `select count(*)::int as left from notice_copy where notice_id = '${idOf(at)}' and given_at is null`,
    )
    if (left === 0) return
    await new Promise(again => setTimeout(again, 100))
  }
  throw new Error('somebody has not been given their copy')
}

test('a parent reads their own copy and answers; it is a conversation of theirs alone with its writer and a second adult', async () => {
  const at = await sent(amira)
  await given(at)
  const sam = await comesIn(house, 'sam')
  expect(await words(sam, '/family')).toContain('Saturday’s trip new From Amira Haddad')
  const copy = `/family-notices/${idOf(at)}`
  const page = await html(sam, copy)
  expect(wordsOf(page)).toContain('Your answer goes to Amira Haddad and Carys Powell')
  expect(wordsOf(page)).toContain('No other family sees it')
  // The group's name is the staff's, and so is how many it went to.
  expect(wordsOf(page)).not.toContain('Trip')
  expect(await words(amira, at)).toContain('Have looked 1 of 1')
  expect(await words(sam, '/family')).not.toContain('Saturday’s trip new')

  const empty = await sam.post(`${copy}/answer`, { body: ' ', key: crypto.randomUUID() })
  expect(empty.status).toBe(422)
  const key = hiddenOn(page, 'key')
  const answers = await Promise.all(
    [1, 2].map(() => sam.post(`${copy}/answer`, { body: 'He has a nut allergy.', key })),
  )
  const [one, two] = answers.map(answer => answer.headers.get('location'))
  expect(one).toBe(two)
  const conversation = idOf(one ?? '')
  const people = await rows(
    `select person_id, part from participant where conversation_id = '${conversation}' order by part`,
  )
  expect(people).toEqual([
    { person_id: cast.sam.id, part: 'parent' },
    { person_id: cast.carys.id, part: 'second-adult' },
    { person_id: cast.amira.id, part: 'worker' },
  ])
  expect(await rows(`select body from message where conversation_id = '${conversation}'`)).toHaveLength(1)
  expect(await words(amira, `/conversations/${conversation}`)).toContain('He has a nut allergy.')
  expect(await words(sam, copy)).toContain('Go on with your answer')
  expect(await words(amira, at)).toContain('Have answered 1')
})

test('what would stop a message stops a notice, and nothing typed is lost', async () => {
  const answer = await send(amira, { body: 'Ring me at home on 07700 900456.' })
  const page = await answer.text()
  expect([answer.status, wordsOf(page)]).toEqual([
    409,
    expect.stringContaining('it gives a telephone number'),
  ])
  expect(page).toContain('Ring me at home')
  const key = crypto.randomUUID()
  const [one, two] = await Promise.all([send(amira, { key }), send(amira, { key })])
  expect(one.headers.get('location')).toBe(two.headers.get('location'))
  expect(await rows(`select id from notice where draft_key = '${key}'`)).toHaveLength(1)
})

test('a notice that reaches a child has a second adult who is told, and the database stores none without', async () => {
  const at = await sent(amira, { reaches: 'both', subject: 'What to bring' })
  await given(at)
  expect(await words(carys, '/duties')).toContain('You are the second adult of a notice')
  expect(await words(carys, at)).toContain('Second adult Carys Powell')
  expect(await words(carys, '/duties')).not.toContain('You are the second adult of a notice')
  const jamie = await comesIn(house, 'jamie')
  expect(await words(jamie, `/family-notices/${idOf(at)}`)).toContain('Bring a packed lunch')
  // Nobody reads another's: Jamie has no copy of what went to the parents alone.
  const parents = await sent(amira, { subject: 'Only for parents' })
  expect((await jamie.get(`/family-notices/${idOf(parents)}`)).status).toBe(404)
  expect(await words(jamie, '/family')).not.toContain('Only for parents')
  const acting = `select set_config('lanyard.agency', '${agencies.riverside.id}', false), set_config('lanyard.person', '${cast.amira.id}', false);`
  await expect(
    house.database.asOwner(`${acting}
    insert into notice select agency_id, gen_random_uuid(), group_id, 'children', subject, body, recipients, written_by, null,
      written_at, gen_random_uuid(), entry_id from notice where id = '${idOf(at)}'`),
  ).rejects.toThrow(/check constraint/)
  await expect(
    house.database.asOwner(
      `insert into notice_copy values ('${agencies.riverside.id}', '${idOf(parents)}', '${cast.jamie.id}')`,
    ),
  ).rejects.toThrow(/is not for/)
})

test('only whoever made a group, and the managers they answer to, write to it and see how a notice fares', async () => {
  const at = await sent(carys, { subject: 'From the manager' })
  expect(await words(carys, at)).toContain('Carys Powell')
  for (const name of ['ben', 'grace', 'ivan'] as const) {
    const other = await signedIn(house, name)
    expect([name, (await other.get(group)).status, (await other.get(at)).status]).toEqual([name, 404, 404])
    expect([name, (await send(other, {})).status]).toEqual([name, 404])
  }
  expect((await (await signedIn(house, 'ellen')).get(at)).status).toBe(200)
  // Rosa is nobody Amira works with: she cannot be put in.
  const rosa = await amira.post(`${group}/change`, { change: 'add', who: `child:${cast.rosa.id}` })
  expect(rosa.status).toBe(409)
  await amira.go(`${group}/change`, { change: 'take-out', who: cast.jamie.id })
  expect(await words(amira, group)).toContain('Nobody')
  expect((await send(amira, {})).status).toBe(409)
  await amira.go(`${group}/change`, { change: 'add', who: 'work:Thursday youth club' })
  expect(await words(amira, group)).toContain('Jamie Taylor')
})

test('a notice to many families is given to each once, however many processes give it, and no copy says who else has one', async () => {
  const parents = await write(house.house.ground, riverside, async writer => {
    const ids: PersonId[] = []
    let last: Awaited<ReturnType<typeof beginWork>> | undefined
    for (let n = 0; n < families; n++) {
      const child = await addPerson(writer, { kind: 'child', name: `Child ${n}` })
      const parent = await addPerson(writer, {
        kind: 'parent',
        name: `Parent ${n}`,
        email: `parent${n}@family.example`,
      })
      await tieFamily(writer, { childId: child.value, parentId: parent.value, relationship: 'Parent' })
      last = await beginWork(writer, { staffId: cast.ben.id, childId: child.value, purpose: 'Big trip' })
      ids.push(parent.value)
    }
    if (!last) throw new Error('nobody was entered')
    Object.assign(last, { value: ids })
    return last as unknown as typeof last & { value: PersonId[] }
  })
  expect(parents).toHaveLength(families)
  const ben = await signedIn(house, 'ben')
  const big = await ben.go('/notices/groups/new', { name: 'Big trip', who: 'work:Big trip' })
  const began = performance.now()
  const at = await sent(ben, { subject: 'The big trip' }, big)
  // Whoever sends it waits for none of the giving, and for no question about each child.
  expect(performance.now() - began).toBeLessThan(5_000)
  // Beside the house's own jobs, four more give it at once.
  const about = { agencyId: agencies.riverside.id, noticeId: idOf(at) as never }
  const letters = { mail: house.house.mail, url: house.url, text: undefined }
  const from = performance.now()
  await Promise.all([1, 2, 3, 4].map(() => noticeJobs(house.house.ground, letters)['give-notice'](about)))
  await given(at)
  expect(performance.now() - from).toBeLessThan(20_000)
  expect(await write(house.house.ground, riverside, writer => giveSome(writer, idOf(at) as never))).toBe(0)
  const entries = await rows(
    `select content from entry where event = 'notice.given' and about_id = '${idOf(at)}'`,
  )
  // One entry and a few statements for each hundred, and not for each family; of two that come at once, one may find few left.
  expect(entries.length).toBeLessThanOrEqual(families / 100 + 4)
  const to = entries.flatMap(
    ({ content }) => (typeof content === 'string' ? JSON.parse(content) : content).to,
  )
  expect(to.length).toBe(families)
  expect(new Set(to).size).toBe(families)
  expect(await words(ben, at)).toContain(`Given to ${families} of ${families}`)
  // Each family is told once, whoever runs the same jobs again.
  const told = () =>
    house.mailbox.all.filter(({ text }) => /A notice|We have written/.test(text) && /\/f\//.test(text))
  const toMany = () => told().filter(({ to }) => /^parent\d+@/.test(to))
  await expect.poll(() => toMany().length, { timeout: 60_000 }).toBe(families)
  const again = { ...about, personId: parents[0] as PersonId }
  await noticeJobs(house.house.ground, letters)['notice-letter'](again)
  expect(toMany()).toHaveLength(families)
  expect(new Set(toMany().map(({ to }) => to)).size).toBe(families)
}, 120_000)

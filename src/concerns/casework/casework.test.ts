import { afterAll, beforeAll, expect, test } from 'vitest'
import { opensIt, tellsOf, tellsOutside } from '../../../tests/setup/concern.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey, unlocks } from '../../../tests/setup/keys.ts'
import { Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { cast } from '../../demo/index.ts'
import { days, later } from '../../kit/clock.ts'

let house: TestHouse
let ellen: Person
let dev: Person
let farid: Person
let now = new Date('2026-11-24T10:00:00Z')
beforeAll(async () => {
  house = await openHouse({ clock: () => (now = later(now, 1)) })
  ;[ellen, dev, farid] = await Promise.all([
    signedIn(house, 'ellen'),
    signedIn(house, 'dev'),
    signedIn(house, 'farid'),
  ])
  for (const who of [ellen, dev, farid]) await makesKey(who)
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const key = () => crypto.randomUUID()
/** What somebody owes because of one concern: by the address that their duties lead to. */
const owedAbout = async (who: Person, id: string) => (await (await who.get('/duties')).text()).includes(id)
const page = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const refused = async (who: Person, path: string, fields: Readonly<Record<string, string>>) => {
  const answer = await who.post(path, fields)
  return [answer.status, wordsOf(await answer.text())] as const
}
const tell = (said: Readonly<Record<string, string>>, who: Person = new Person(house)) =>
  tellsOf(house, who, said)
const eventsOf = async (id: string) =>
  (
    await house.database.asOwner('select event from entry where about_id = $1 order by at, id', [id])
  ).rows.map(row => row.event)

test('why it is opened is asked once a day, kept sealed, and shown to the others; whoever it came to is not asked at first', async () => {
  const { id } = await tell({ words: 'Something about the deputy’s group.', about: 'worker' })
  expect(await page(ellen, `/concerns/${id}`)).toContain('the deputy’s group')
  now = later(now, days(1))
  for (const who of [ellen, dev, farid]) await unlocks(who)
  expect(await page(ellen, `/concerns/${id}`)).toContain('Why are you opening this?')
  expect(await page(ellen, `/concerns/${id}`)).not.toContain('the deputy’s group')
  expect(
    await refused(ellen, `/concerns/${id}/open`, { reason: 'other', words: '', key: key() }),
  ).toMatchObject([409, expect.stringContaining('Say in your own words')])
  await ellen.go(`/concerns/${id}/open`, {
    reason: 'asked',
    words: 'Canary elder: the LADO rang.',
    key: key(),
  })
  expect(await page(ellen, `/concerns/${id}`)).toContain('Canary elder')
  const seen = await page(dev, `/concerns/${id}`)
  expect(seen).toContain('Ellen Fraser opened it')
  expect(seen).toContain('somebody outside, asked me about it')
})

test('a decision without its reason is not kept, whichever way it goes; with it, it stands with the body, the time and the number', async () => {
  const { id } = await tell({ words: 'He drives them home.', about: 'worker', what_conduct: 'yes' })
  await page(ellen, `/concerns/${id}`)
  const owed = `/concerns/${id}/decide`
  expect(await owedAbout(ellen, owed)).toBe(true)
  const at = { body: 'lado', day: '2026-11-25', time: '09:30', reference: 'LA/77', key: key() }
  for (const decision of ['referred', 'consulted', 'not-referred']) {
    const [status, words] = await refused(ellen, `/concerns/${id}/decide`, { ...at, decision, why: ' ' })
    expect([status, words.includes('A decision without its reason is not kept')]).toEqual([422, true])
  }
  await ellen.go(`/concerns/${id}/decide`, {
    ...at,
    decision: 'referred',
    why: 'Canary fennel: he may do it again.',
  })
  const seen = await page(ellen, `/concerns/${id}`)
  expect(seen).toContain('To refer it: The LADO')
  expect(seen).toContain('Canary fennel')
  expect(seen).toContain('Reference number: LA/77')
  expect(await owedAbout(ellen, owed)).toBe(false)
  expect(await eventsOf(id)).toContain('concern.referred')
})

test('what is to be done is a duty of one who reads it; a correction stands beside what it corrects; a child is linked by who they are', async () => {
  const { id } = await tell({ words: 'Bruises.', about: 'child', who: 'Jamie Taylor' })
  await page(ellen, `/concerns/${id}`)
  const to = { words: 'Canary grape: ring the school.', owner: cast.ellen.id, day: '2026-11-27', key: key() }
  expect((await refused(ellen, `/concerns/${id}/action`, { ...to, owner: cast.amira.id }))[0]).toBe(409)
  await ellen.go(`/concerns/${id}/action`, to)
  expect(await page(ellen, '/duties')).toContain('Do what you were given to do about a concern')
  expect(
    (await refused(ellen, `/concerns/${id}/close`, { toward: 'close', words: 'Done.', key: key() }))[0],
  ).toBe(409)
  const { rows } = await house.database.asOwner('select id from concern_action where concern_id = $1', [id])
  await ellen.go(`/concerns/actions/${rows[0]?.id}`, { words: '', key: key() })
  expect(await page(ellen, '/duties')).not.toContain('Do what you were given')
  await ellen.go(`/concerns/${id}/correct`, { corrects: '1', words: 'One bruise.', key: key() })
  await ellen.go(`/concerns/${id}/link`, { part: 'child', name: 'jamie taylor' })
  expect((await refused(ellen, `/concerns/${id}/link`, { part: 'child', name: 'Nobody Known' }))[0]).toBe(409)
  await ellen.go(`/concerns/${id}/body`, { place: 'front-left-forearm', words: 'Blue, round.', key: key() })
  const seen = await page(ellen, `/concerns/${id}`)
  expect(seen).toContain('Corrected: see number 3')
  expect(seen).toContain('Jamie Taylor')
  expect(seen).toContain('Left lower arm (from the front):')
  await ellen.go(`/concerns/${id}/close`, { toward: 'close', words: 'The school knows.', key: key() })
  expect(await page(ellen, `/concerns/${id}`)).toContain('Closed')
  await ellen.go(`/concerns/${id}/close`, { toward: 'open', words: 'It was seen again.', key: key() })
  expect((await eventsOf(id)).slice(-2)).toContain('concern.reopened')
})

test('closing an allegation takes a second person, who is not the first: the database holds it too', async () => {
  const { id } = await tell({ words: 'She shouted.', about: 'worker' })
  await page(ellen, `/concerns/${id}`)
  const asks = { toward: 'close', words: 'Looked into.', key: key() }
  expect(await refused(ellen, `/concerns/${id}/close`, asks)).toMatchObject([
    409,
    expect.stringContaining('of The LADO, the local authority’s designated officer nothing is decided yet'),
  ])
  expect(await owedAbout(ellen, `/concerns/${id}/decide`)).toBe(true)
  await tellsOutside(ellen, id, 'lado', now)
  await ellen.go(`/concerns/${id}/close`, asks)
  expect(await page(dev, '/duties')).toContain('Somebody asks you to close a concern')
  expect(
    (await refused(ellen, `/concerns/${id}/close`, { toward: 'close', words: 'Yes.', key: key() }))[0],
  ).toBe(409)
  expect(await page(ellen, `/concerns/${id}`)).toContain('Asked to be closed')
  const vault = (await house.database.asOwner('select agency_id from concern where id = $1', [id])).rows[0]
    ?.agency_id
  await expect(
    house.database.asOwner(
      `insert into concern_step (agency_id, id, concern_id, step, taken_by, taken_at, piece_id, entry_id)
        select agency_id, gen_random_uuid(), concern_id, 'closed', $3, now(), piece_id, entry_id from concern_step
        where agency_id = $1 and concern_id = $2 and step = 'close-asked'`,
      [vault, id, cast.ellen.id],
    ),
  ).rejects.toMatchObject({ code: 'LY089' })
  const agrees = { toward: 'close', words: 'I agree.', key: key() }
  expect(await refused(dev, `/concerns/${id}/close`, agrees)).toMatchObject([
    409,
    expect.stringContaining('read it first'),
  ])
  await opensIt(dev, id)
  await dev.go(`/concerns/${id}/close`, agrees)
  expect((await eventsOf(id)).slice(-2)).toContain('concern.closed')
  expect(await page(dev, '/duties')).not.toContain('Somebody asks you to close a concern')
})

test('the deputy who is not in it finds only that it is there, and lets themself in with a reason that everybody who reads it sees at once', async () => {
  const { id } = await tell({ words: 'Canary hazel.', about: 'child' })
  expect((await farid.get(`/concerns/${id}`)).status).toBe(404)
  const within = await page(farid, '/concerns/glass')
  expect(within).toContain('Not looked at yet')
  expect(within).not.toContain('Canary')
  const [status] = await refused(farid, `/concerns/glass/${id}`, { words: '', key: key() })
  expect(status).toBe(422)
  await farid.go(`/concerns/glass/${id}`, { words: 'Canary iris: Ellen is on a plane.', key: key() })
  const letters = () => house.mailbox.all.filter(({ to }) => to === cast.ellen.email)
  await expect.poll(() => letters().at(-1)?.text).toContain('Somebody let themself in')
  expect(letters().at(-1)?.text).not.toContain('iris')
  await farid.go(`/concerns/${id}/open`, { reason: 'covering', words: '', key: key() })
  expect(await page(farid, `/concerns/${id}`)).toContain('Canary hazel')
  expect(await page(ellen, '/duties')).toContain('Somebody let themself in to a concern that you read')
  const seen = await page(ellen, `/concerns/${id}`)
  expect(seen).toContain('Farid Aziz let themself in')
  expect(seen).toContain('Canary iris')
  expect(await page(ellen, '/duties')).not.toContain('Somebody let themself in')
})

test('whoever is let in reads it with their own key; once it is said to be about them they find nothing of it, and owe nothing', async () => {
  const { id } = await tell({ words: 'Canary juniper.', about: 'unknown' })
  await page(ellen, `/concerns/${id}`)
  const [status] = await refused(ellen, `/concerns/${id}/let-in`, { person: cast.amira.id })
  expect(status).toBe(409)
  await ellen.go(`/concerns/${id}/let-in`, { person: cast.farid.id })
  expect(await page(farid, '/duties')).toContain('You were let in to a concern')
  await farid.go(`/concerns/${id}/open`, { reason: 'work', words: '', key: key() })
  expect(await page(farid, `/concerns/${id}`)).toContain('Canary juniper')
  const told = { words: 'Ask the coach.', owner: cast.farid.id, day: '2026-11-30', key: key() }
  await ellen.go(`/concerns/${id}/action`, told)
  await ellen.go(`/concerns/${id}/subject`, { name: 'Farid Aziz' })
  expect((await farid.get(`/concerns/${id}`)).status).toBe(404)
  expect(await owedAbout(farid, id)).toBe(false)
  expect(await page(farid, '/duties')).not.toContain('Do what you were given')
  expect(await page(ellen, '/duties')).toContain('Do what you were given to do about a concern')
  expect(await page(ellen, `/concerns/${id}`)).toContain('Farid Aziz')
})

test('once it is about the designated person, the deputy who said so is kept out too, and the head reads it', async () => {
  const { id } = await tell({ words: 'Canary kale.', about: 'unknown' })
  await page(ellen, `/concerns/${id}`)
  await ellen.go(`/concerns/${id}/let-in`, { person: cast.farid.id })
  expect((await dev.get(`/concerns/${id}`)).status).toBe(404)
  expect(await farid.go(`/concerns/${id}/subject`, { name: 'Ellen Fraser' })).toContain('/concerns')
  for (const who of [ellen, farid]) expect((await who.get(`/concerns/${id}`)).status).toBe(404)
  for (const who of [ellen, farid]) expect(await page(who, '/concerns/glass')).not.toContain('kale')
  await dev.go(`/concerns/${id}/open`, { reason: 'work', words: '', key: key() })
  expect(await page(dev, `/concerns/${id}`)).toContain('Canary kale')
  expect(await owedAbout(dev, `/concerns/${id}/review`)).toBe(true)
})

test('one’s own concerns are searched with one’s own key, by words that go in no address; a child’s concerns stand together', async () => {
  const { id } = await tell({ words: 'Canary medlar, behind the hall.', about: 'child' })
  await ellen.go(`/concerns/${id}/link`, { part: 'child', name: 'Jamie Taylor' })
  const search = async (who: Person, find: string) => (await who.post('/concerns/search', { find })).text()
  expect(await search(ellen, 'HALL medlar')).toContain(`/concerns/${id}`)
  expect(await search(ellen, 'hall quince')).not.toContain(`/concerns/${id}`)
  expect(await search(dev, 'medlar')).not.toContain(`/concerns/${id}`)
  await farid.post('/sealing/lock', {})
  expect(await search(farid, 'medlar')).toContain('Unlock your key')
  expect(await page(ellen, `/concerns/children/${cast.jamie.id}`)).toContain('Told: ')
  expect((await dev.get(`/concerns/children/${cast.jamie.id}`)).status).toBe(404)
})

test('small worries about one adult stand together for the head and the designated person, and for nobody else', async () => {
  const { id } = await tell({ words: 'He was alone with them again.', about: 'worker', adult: cast.ben.name })
  await house.database.asOwner(`update concern set facts = facts || '{"lowLevel":"yes"}' where id = $1`, [id])
  for (const who of [ellen, dev]) expect(await page(who, '/concerns/low-level')).toContain(cast.ben.name)
  expect((await farid.get('/concerns/low-level')).status).toBe(404)
  await house.database.asOwner(`update concern set facts = facts || '{"lowLevel":"no"}' where id = $1`, [id])
})

import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handsIn, tellsOf } from '../../../tests/setup/concern.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey, unlocks } from '../../../tests/setup/keys.ts'
import { hiddenOn, Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { cast } from '../../demo/index.ts'
import { asTyped, hours, later } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'

let house: TestHouse
let ellen: Person
let amira: Person
let farid: Person
// A Tuesday.
let now = new Date('2026-11-17T10:00:00Z')
beforeAll(async () => {
  house = await openHouse({ clock: () => (now = later(now, 1)) })
  ;[ellen, amira, farid] = await Promise.all([
    signedIn(house, 'ellen'),
    signedIn(house, 'amira'),
    signedIn(house, 'farid'),
  ])
  await makesKey(ellen)
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const key = () => crypto.randomUUID()
const page = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const tell = async (said: Readonly<Record<string, string>>) =>
  (await tellsOf(house, new Person(house), said)).id
const decide = (id: string, body: string, decision = 'referred') =>
  ellen.go(`/concerns/${id}/decide`, {
    ...{ decision, body, why: 'It may happen again.', day: '2026-11-17', time: '09:00', key: key() },
  })

test('at the top stands what comes first, with its time and number; once it is decided and answered, nothing waits', async () => {
  const id = await tell({
    words: 'He drives them home.',
    about: 'worker',
    what_conduct: 'yes',
  })
  const html = await (await ellen.get(`/concerns/${id}`)).text()
  const seen = wordsOf(html)
  expect(seen).toContain('Two things to do now')
  const first = seen.slice(seen.indexOf('Two things to do now'), seen.indexOf('What was said'))
  expect(first).toContain('Tell the LADO')
  expect(first).toMatch(/Wednesday 18 November at 10/)
  expect(first).toContain('Tell whoever told you that you have read it.')
  expect(html).toContain(`/concerns/${id}/packs/for/lado`)
  await decide(id, 'lado')
  expect(await page(ellen, `/concerns/${id}`)).toMatch(/To do now Tell whoever told you/)
  await ellen.go(`/concerns/${id}/answer`, { whose: 'reply', words: 'We have read it.', key: key() })
  const after = await page(ellen, `/concerns/${id}`)
  expect(after).toContain('Nothing is waiting')
  expect(after).toMatch(/The LADO, the local authority’s designated officer Told Decided for/)
})

test('what is to be done at once is late once the time for a first look has gone, and not the moment it is told', async () => {
  const id = await tell({ words: 'A bruise.', about: 'worker', what_harm: 'yes' })
  const danger = (is: string) =>
    house.database.asOwner('update concern set facts = facts || $1::jsonb where id = $2', [
      { danger: is },
      id,
    ])
  expect(await page(ellen, `/concerns/${id}`)).toContain('said that it is not danger now')
  await danger('yes')
  const seen = await page(ellen, `/concerns/${id}`)
  expect(seen).toContain('a child is in danger now. Call 999')
  expect(seen).toContain('At once.')
  expect(seen).not.toContain('Late')
  expect(await page(ellen, '/duties')).not.toContain('Late')
  now = later(now, hours(5))
  await unlocks(ellen)
  expect(await page(ellen, `/concerns/${id}`)).toMatch(/Late At once\./)
  await danger('no')
})

test('all that happened stands in one order: what was written, decided, linked and opened', async () => {
  const id = await tell({ words: 'He shouts.', about: 'child' })
  await page(ellen, `/concerns/${id}`)
  await ellen.go(`/concerns/${id}/answer`, { whose: 'note', words: 'Canary first.', key: key() })
  await ellen.go(`/concerns/${id}/link`, { part: 'child', name: 'Jamie Taylor' })
  await ellen.go(`/concerns/${id}/correct`, { corrects: '2', words: 'Canary second.', key: key() })
  const seen = await page(ellen, `/concerns/${id}`)
  const inOrder = [
    'What has happened since',
    'Ellen Fraser opened it: it came to me',
    'Note, by Ellen Fraser',
    'Canary first.',
    'Corrected: see number 3',
    'Ellen Fraser linked Jamie Taylor',
    'Correction of number 2, by Ellen Fraser',
    'Canary second.',
  ].map(words => seen.indexOf(words))
  expect(inOrder).not.toContain(-1)
  expect(inOrder).toEqual(inOrder.toSorted((one, other) => one - other))
})

test('the designated person says how soon the LADO is told here, on the record, and a concern goes by it', async () => {
  const wrong = await ellen.post('/organisation/outside', { lado: 'next-week', children: '' })
  expect(wrong.status).toBe(422)
  await ellen.go('/organisation/outside', { lado: '24-hours', children: '020 7946 0555' })
  const { rows } = await house.database.asOwner(
    `select f.said, e.event from organisation_fact f join entry e on e.agency_id = f.agency_id and e.id = f.entry_id
     where f.part = 'outside'`,
  )
  expect(rows).toEqual([
    { said: { lado: '24-hours', children: '020 7946 0555' }, event: 'organisation.said' },
  ])
  // A Friday afternoon: a working day would be Monday.
  now = new Date('2026-11-20T15:00:00Z')
  await unlocks(ellen)
  const id = await tell({ words: 'Again.', about: 'worker', what_conduct: 'yes' })
  const seen = await page(ellen, `/concerns/${id}`)
  expect(seen).toMatch(/By Saturday 21 November at 3/)
  expect(seen).toContain('020 7946 0555')
  expect((await amira.get('/organisation/outside')).status).toBe(404)
})

test('on one child’s page stand messages and calls that the reader may read, once they ask for them; that is a reading of each conversation', async () => {
  const at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  await amira.go(`${at}/write`, { body: 'Bring trainers, marzipan and a coat.', key: newId() })
  const readings = async () =>
    (
      await house.database.asOwner(
        `select count(*)::int as count from entry where event = 'conversation.read' and about_id = $1`,
        [at.split('/').at(-1)],
      )
    ).rows[0]?.count
  const child = `/concerns/children/${cast.jamie.id}`
  const alone = await page(ellen, child)
  expect(alone).toContain('Told: ')
  expect(alone).not.toContain('marzipan')
  expect(await readings()).toBe(0)
  const all = await page(ellen, `${child}?contact`)
  expect(all).toContain('Told: ')
  expect(all).toContain('Bring trainers, marzipan')
  expect(await readings()).toBe(1)
  // Whoever may read none of the concerns finds nothing of either.
  expect((await farid.get(`${child}?contact`)).status).toBe(404)
  expect(await readings()).toBe(1)
})

test('in what happened to a child stand calls, approaches and what is to be done too, in the order of their days', async () => {
  const id = await tell({ words: 'He waits for her.', about: 'unknown' })
  await page(ellen, `/concerns/${id}`)
  await ellen.go(`/concerns/${id}/link`, { part: 'child', name: cast.jamie.name })
  await ellen.go(`/concerns/${id}/action`, {
    ...{ words: 'Ring the school.', owner: cast.ellen.id, day: '2026-12-04', key: key() },
  })
  now = later(now, hours(1))
  const { day, time } = asTyped(now)
  await amira.go('/calls/new', {
    ...{ with: cast.jamie.id, happened: 'in-spoke', day, time, minutes: '5', about: 'Nougat was late' },
    ...{ phone: 'own', ownReason: 'It was with me', second: cast.carys.id, secondWas: 'told', key: newId() },
  })
  now = later(now, hours(1))
  const draft = hiddenOn(await (await amira.get('/approaches/new')).text(), 'key')
  const approach = { how: 'follow', platform: 'instagram', did: 'nothing', who: cast.jamie.id, key: draft }
  await amira.go('/approaches/new', approach)
  now = later(now, hours(1))
  await unlocks(ellen)
  const child = `/concerns/children/${cast.jamie.id}`
  const alone = await page(ellen, child)
  expect(alone).toMatch(/Something to be done by 4 December 2026 ?, Ellen Fraser/)
  for (const words of ['Nougat', 'Instagram']) expect(alone).not.toContain(words)
  const all = await page(ellen, `${child}?contact`)
  const inOrder = ['4 December 2026', 'Nougat was late', 'Instagram'].map(words => all.lastIndexOf(words))
  expect(inOrder).not.toContain(-1)
  expect(inOrder).toEqual(inOrder.toSorted((one, other) => one - other))
})

test('what was told first is changed by nobody: not by a designated person, and not by the application’s own role', async () => {
  const id = await tell({ words: 'Never changed.', about: 'child' })
  const app = new pg.Client({ connectionString: house.database.appUrl })
  await app.connect()
  const { rows } = await house.database.asOwner('select agency_id from concern where id = $1', [id])
  for (const change of [
    `update concern set report = '\\x00'`,
    `update concern set commitment = '\\x00'`,
    `update concern set reported_at = now()`,
    `update concern_piece set sealed = '\\x00'`,
    'delete from concern',
    'delete from concern_piece',
    'delete from concern_step',
  ]) {
    await app.query('begin')
    await app.query(`select set_config('lanyard.agency', $1, true), set_config('lanyard.person', $2, true)`, [
      rows[0]?.agency_id,
      cast.ellen.id,
    ])
    // She reads it there, so that there is something to change.
    expect((await app.query('select from concern where id = $1', [id])).rowCount).toBe(1)
    await expect(app.query(change), change).rejects.toMatchObject({ code: '42501' })
    await app.query('rollback')
  }
  await app.end()
})

test('a document stands in what happened in its concern, by its name and whoever handed it in; a search finds the concern by that name', async () => {
  const stranger = new Person(house)
  const { id } = await tellsOf(house, stranger, {
    words: 'There is a letter.',
    about: 'child',
  })
  await unlocks(ellen)
  await page(ellen, `/concerns/${id}`)
  await handsIn(house, ellen, id, new File(['He waited.'], 'Canary tamarind.txt'))
  await stranger.upload('/told/document', 'file', new File(['He waits.'], 'Canary quince.txt'), {
    key: newId(),
  })
  await ellen.go(`/concerns/${id}/answer`, { whose: 'note', words: 'Canary after it.', key: key() })
  const seen = await page(ellen, `/concerns/${id}`)
  const inOrder = [
    'Ellen Fraser handed in a document: Canary tamarind',
    'Whoever told of it handed in a document: Canary quince',
    'Canary after it.',
  ].map(words => seen.indexOf(words))
  expect(inOrder).not.toContain(-1)
  expect(inOrder).toEqual(inOrder.toSorted((one, other) => one - other))
  const found = await (await ellen.post('/concerns/search', { find: 'tamarind canary' })).text()
  expect(found).toContain(`/concerns/${id}`)
  expect(await (await ellen.post('/concerns/search', { find: 'tamarisk' })).text()).not.toContain(id)
})

import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawnOnMonday, reviewed, takenUp } from '../../tests/setup/draw.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { hiddenOn, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { actorOf, agencies, type CastName, cast } from '../demo/index.ts'
import { days, later } from '../kit/clock.ts'
import { system, write } from '../records/index.ts'
import { draw } from './draw.ts'
import { drawReviews } from './draw-reviews.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const rowsOf = async (sql: string, ...values: unknown[]) => (await house.database.asOwner(sql, values)).rows
const pageOf = async (name: CastName, path: string) =>
  wordsOf(await (await (await signedIn(house, name)).get(path)).text())

async function says(name: CastName, whom: string, subject: string): Promise<string> {
  const worker = await signedIn(house, name)
  const at = await worker.go('/conversations/new', { whom, subject })
  const key = hiddenOn(await (await worker.get(at)).text(), 'key')
  await worker.go(`${at}/write`, { body: 'We meet at 4pm.', key })
  return at.split('/').at(-1) ?? ''
}

/** SQL as the application's own role, within Riverside. */
async function asApp(sql: string, ...values: unknown[]): Promise<void> {
  const app = new pg.Client({ connectionString: house.database.appUrl })
  await app.connect()
  try {
    await app.query('begin')
    await app.query(`select set_config('lanyard.agency', $1, true)`, [agencies.riverside.id])
    await app.query(sql, values)
  } finally {
    await app.end()
  }
}

const reviewOf = async (worker: CastName) =>
  (await rowsOf('select * from review where worker_id = $1', cast[worker].id))[0]

test('on the Monday after, each worker who was in touch with a family has one conversation drawn, by the signed checkpoint', async () => {
  await says('amira', `child:${cast.jamie.id}`, 'Thursday')
  await says('amira', `parents:${cast.jamie.id}`, 'Lifts')
  await says('ben', `parents:${cast.rosa.id}`, 'Music')
  expect(await drawnOnMonday(house)).toBe(2)
  const [made] = await rowsOf('select *, week::text from review_draw')
  const [checkpoint] = await rowsOf(
    'select * from checkpoint where agency_id = $1 and size = $2',
    agencies.riverside.id,
    made.size,
  )
  expect(made.root).toBe(checkpoint.root.toString('base64'))
  // Anybody with the checkpoint draws it again.
  const spoken = await rowsOf(`
    select p.conversation_id as conversation, p.person_id as worker from participant p where p.part = 'worker'
      and exists (select from message m where m.conversation_id = p.conversation_id)`)
  const drawn = (await rowsOf('select conversation_id from review')).map(row => row.conversation_id)
  expect([...draw({ root: made.root, week: made.week, percent: 5 }, spoken)].sort()).toEqual(drawn.sort())
  expect(made.spoken).toBe(spoken.length)
})

test('a week is drawn once, whoever asks again and whatever has been said since', async () => {
  const after = { ...house.house.ground, clock: () => later(new Date(), days(7)) }
  const again = await Promise.all(
    [1, 2, 3].map(() => write(after, system(agencies.riverside.id), drawReviews)),
  )
  expect(again).toEqual([0, 0, 0])
  expect(await rowsOf('select id from review_draw')).toHaveLength(1)
})

test('the reviewer is the worker’s manager, or where they are in the conversation a designated person, who owes it', async () => {
  const [amiras, bens] = [await reviewOf('amira'), await reviewOf('ben')]
  expect(bens.reviewer_id).toBe(cast.carys.id)
  const isIn = await rowsOf(
    'select 1 from participant where conversation_id = $1 and person_id = $2',
    amiras.conversation_id,
    cast.carys.id,
  )
  expect(amiras.reviewer_id).toBe(isIn.length > 0 ? cast.ellen.id : cast.carys.id)
  const owed = await rowsOf(
    `select person_id, about_id from duty where kind = 'review-conversation' and closed_at is null order by about_id`,
  )
  expect(owed.map(duty => duty.about_id).sort()).toEqual([amiras.id, bens.id].sort())
})

test('nobody who is in a conversation can be its reviewer, and a signed finding stays, even by the application’s own role', async () => {
  const { id } = await reviewOf('ben')
  await expect(
    asApp('update review set reviewer_id = $1 where id = $2', cast.ben.id, id),
  ).rejects.toMatchObject({ code: 'LY070' })
  await expect(asApp('delete from review where id = $1', id)).rejects.toMatchObject({ code: '42501' })
})

test('a finding is signed only by the reviewer, and only once they have read the conversation', async () => {
  const { id, conversation_id } = await reviewOf('ben')
  const [carys, dev, ben] = [
    await signedIn(house, 'carys'),
    await signedIn(house, 'dev'),
    await signedIn(house, 'ben'),
  ]
  const at = `/conversations/reviews/${id}`
  for (const other of [dev, ben]) expect((await other.get(at)).status).toBe(404)
  const early = await carys.post(at, { finding: 'good-practice' })
  expect(early.status).toBe(409)
  expect(wordsOf(await early.text())).toContain('you have not opened the conversation since it was drawn')
  expect((await carys.post(at, {})).status).toBe(422)
  await reviewed(
    house,
    'carys',
    { id, conversation_id },
    { finding: 'word-needed', words: 'Say who you are.' },
  )
  expect((await reviewOf('ben')).finding).toBe('word-needed')
  expect((await carys.post(at, { finding: 'good-practice' })).status).toBe(409)
  // Nor are its words erased without the entry that says them.
  for (const words of ['x', '(erased)'])
    await expect(asApp('update review set words = $1 where id = $2', words, id)).rejects.toMatchObject({
      code: 'LY070',
    })
})

test('the worker reads what was said of theirs, which closes what they owe, and sees who read it and when', async () => {
  const { id, conversation_id } = await reviewOf('ben')
  const owes = async () =>
    (await rowsOf(`select 1 from duty where kind = 'hear-review' and closed_at is null`)).length
  expect(await owes()).toBe(1)
  expect(await pageOf('ben', '/duties')).toContain('Read what was said of a conversation of yours')
  expect(await pageOf('ben', `/conversations/reviews/said/${id}`)).toContain('Say who you are.')
  expect(await owes()).toBe(0)
  expect(await pageOf('ben', '/conversations/reviews/said')).toContain('A word is needed')
  expect(await pageOf('ben', `/conversations/${conversation_id}`)).toMatch(
    /Read by somebody who is not in it: Carys Powell, /,
  )
  expect(await pageOf('amira', '/conversations/reviews/said')).toContain('Nothing has been said of yours yet')
})

test('a concern goes to designated people who are not in the conversation, and the worker is shown nothing of it', async () => {
  const row = await reviewOf('amira')
  const who = row.reviewer_id === cast.ellen.id ? 'ellen' : 'carys'
  await reviewed(house, who, row, { finding: 'concern', words: 'A lift home is offered. Look into it.' })
  const owing = await rowsOf(`select person_id from duty where kind = 'take-up-review' and closed_at is null`)
  expect(owing.map(duty => duty.person_id).sort()).toEqual([cast.ellen.id, cast.farid.id].sort())
  const amira = await signedIn(house, 'amira')
  for (const path of ['said', `said/${row.id}`, row.id]) {
    const answer = await amira.get(`/conversations/reviews/${path}`)
    expect(await answer.text()).not.toContain('A lift home is offered')
  }
  const farid = await signedIn(house, 'farid')
  const at = `/conversations/reviews/${row.id}`
  expect(await pageOf('farid', at)).toContain('A lift home is offered')
  expect((await farid.get(`${at}/take-up`)).status).toBe(200)
})

test('when one who heard of a concern leaves, whoever would hear of it now owes it, and takes it up', async () => {
  const [row, grace] = [await reviewOf('amira'), await signedIn(house, 'grace')]
  const at = `/conversations/reviews/${row.id}`
  await grace.go(`/people/${cast.ben.id}/roles`, { role: 'deputy-designated-person', change: 'give' })
  expect((await (await signedIn(house, 'ben')).get(at)).status).toBe(200)
  const leaving = `/people/${cast.farid.id}/leaving`
  expect(await pageOf('grace', leaving)).toContain('goes to whom it would be given today')
  await grace.go(leaving, {
    'to-children': cast.ben.id,
    'to-conversations': cast.ben.id,
  })
  const owing = await rowsOf(`select person_id from duty where kind = 'take-up-review' and closed_at is null`)
  expect(owing.map(duty => duty.person_id).sort()).toEqual([cast.ellen.id, cast.ben.id].sort())
  expect(await pageOf('grace', `/people/${cast.farid.id}`)).toContain(
    'each went to whom it would have been given that day',
  )
  await takenUp(house, 'ben', row.id)
  expect(await rowsOf(`select 1 from duty where kind = 'take-up-review' and closed_at is null`)).toEqual([])
  expect((await (await signedIn(house, 'ellen')).get(`${at}/take-up`)).status).toBe(404)
})

test('a senior manager sets the share; a worker and an administrator see no draws', async () => {
  const dev = await signedIn(house, 'dev')
  expect(await pageOf('dev', '/conversations/reviews/draws')).toContain('2 (5%)')
  await dev.go('/conversations/reviews/draws', { percent: '20' })
  expect((await dev.post('/conversations/reviews/draws', { percent: '1' })).status).toBe(422)
  expect(await rowsOf('select percent from review_share')).toEqual([{ percent: 20 }])
  for (const name of ['amira', 'grace'] as const)
    expect((await (await signedIn(house, name)).get('/conversations/reviews/draws')).status).toBe(404)
  expect(actorOf('dev').roles).toContain('senior-manager')
})

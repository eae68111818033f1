import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { hiddenOn, Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { type CastName, cast } from '../../demo/index.ts'

let house: TestHouse
let owner: pg.Client
beforeEach(async () => {
  house = await openHouse()
  owner = new pg.Client({ connectionString: house.database.ownerUrl })
  await owner.connect()
})
afterEach(async () => {
  expect(house.faults).toEqual([])
  expect(await childrenAlone()).toEqual([])
  await owner.end()
  await house.close()
})

/** Conversations with a child in them and fewer than two of the staff. */
async function childrenAlone(): Promise<string[]> {
  const { rows } = await owner.query<{ subject: string }>(
    `select c.subject from conversation c join participant p on p.conversation_id = c.id and p.left_at is null
     group by c.id, c.subject
     having bool_or(part = 'child') and count(*) filter (where part in ('worker', 'second-adult')) < 2`,
  )
  return rows.map(row => row.subject)
}

const leavingOf = (name: CastName) => `/people/${cast[name].id}/leaving`
const pageOf = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())

/** Amira's conversation with Jamie, Sam and, as second adult, Carys. */
async function talkWithJamie(amira: Person): Promise<string> {
  const at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  await write(amira, at, 'We meet at 4pm.')
  return at
}

async function write(who: Person, at: string, body: string): Promise<void> {
  await who.go(`${at}/write`, { body, key: hiddenOn(await (await who.get(at)).text(), 'key') })
}

/** Reads a stream in the background: gives when it ended, in milliseconds since 1970. */
function ending(stream: Response): Promise<number> {
  const reader = stream.body?.getReader()
  const drain = async (): Promise<number> => {
    for (;;) if (!reader || (await reader.read()).done) return Date.now()
  }
  return drain()
}

test('when a worker leaves, their open session, their stream and a link to a new password end within a second', async () => {
  const [amira, grace] = [await signedIn(house, 'amira'), await signedIn(house, 'grace')]
  const at = await talkWithJamie(amira)
  const stream = await amira.get(`${at}/live`)
  expect(stream.headers.get('content-type')).toBe('text/event-stream')
  const ended = ending(stream)
  const reset = await house.house.signIn.requestReset(cast.amira.email ?? '')

  await grace.go(leavingOf('amira'), { 'to-children': cast.ben.id, 'to-conversations': cast.ben.id })
  const left = Date.now()
  expect((await ended) - left).toBeLessThan(1000)
  for (const path of ['/', at, `${at}/live`, '/account']) {
    const turned = await amira.get(path)
    expect([path, turned.status, turned.headers.get('location')?.split('?')[0]]).toEqual([
      path,
      303,
      '/sign-in',
    ])
  }
  expect(
    (await amira.post(`/sign-in/new-password/${reset?.token}`, { password: 'three odd words here' })).status,
  ).toBe(404)
  const { rows } = await owner.query(
    `select count(*)::int as left from auth.session s join person p on p.login_id = s."userId" where p.id = $1`,
    [cast.amira.id],
  )
  expect(rows[0].left).toBe(0)
})

test('what was theirs goes to the people chosen, in one entry, and the parents see who is there now', async () => {
  const [amira, grace] = [await signedIn(house, 'amira'), await signedIn(house, 'grace')]
  const at = await talkWithJamie(amira)
  const form = await pageOf(grace, leavingOf('amira'))
  expect(form).toContain('Who takes over 1 child they work with')
  expect(form).toContain('Who takes over 1 conversation they are in')
  await grace.go(leavingOf('amira'), { 'to-children': cast.farid.id, 'to-conversations': cast.ben.id })

  const [ben, farid] = [await signedIn(house, 'ben'), await signedIn(house, 'farid')]
  expect(await pageOf(farid, '/conversations/new')).toContain('Jamie Taylor')
  // Who took the conversation over works with the child too: it ends when that does.
  expect(await pageOf(ben, '/conversations/new')).toContain('Jamie Taylor')
  await write(ben, at, 'Amira has left. I am here now.')
  expect(await pageOf(ben, at)).toContain('Ben Okafor (worker)')
  expect(await pageOf(ben, at)).toContain('Carys Powell (second adult)')
  expect(await pageOf(ben, at)).not.toContain('Amira Haddad (worker)')
  expect(await pageOf(ben, at)).toContain('Amira Haddad Worker We meet at 4pm.')

  const page = await pageOf(grace, `/people/${cast.amira.id}`)
  expect(page).toContain('Amira Haddad left on')
  expect(page).toContain('1 child they work with: Farid Aziz')
  expect(page).toContain('1 conversation they are in: Ben Okafor')
  const { rows } = await owner.query(`select content from entry where event = 'handover.made'`)
  expect(rows).toHaveLength(1)
  expect(JSON.parse(rows[0].content)).toMatchObject({
    person_id: cast.amira.id,
    went: [
      { kind: 'children', to: cast.farid.id },
      { kind: 'conversations', to: cast.ben.id, things: [at.split('/').at(-1)] },
    ],
  })

  expect(await pageOf(ben, '/duties')).toContain('Take over what a leaver was doing')
  const takeUp = `/people/${cast.amira.id}/taken-over`
  expect(await pageOf(ben, takeUp)).toContain('1 conversation they are in')
  expect(await ben.go(takeUp, {})).toBe('/duties')
  expect(await pageOf(ben, '/duties')).toContain('nothing for you to do now')
  expect((await ben.get(takeUp)).status).toBe(404)
})

test('nobody leaves while something would be nobody’s, and nothing is done by halves', async () => {
  const [amira, grace] = [await signedIn(house, 'amira'), await signedIn(house, 'grace')]
  await talkWithJamie(amira)
  const refused = await grace.post(leavingOf('amira'), { 'to-children': cast.ben.id })
  expect(refused.status).toBe(409)
  expect(wordsOf(await refused.text())).toContain(
    'Nobody has left yet: the conversations they are in would be nobody’s. Choose who takes over.',
  )
  expect((await amira.get('/')).status).toBe(200)
  expect(await pageOf(grace, `/people/${cast.amira.id}`)).toContain('Jamie Taylor')

  // Not even by raw SQL as the application's role.
  const app = new pg.Client({ connectionString: house.database.appUrl })
  await app.connect()
  await app.query('begin')
  await app.query(`select set_config('lanyard.agency', $1, true)`, [
    (await owner.query('select agency_id from person where id = $1', [cast.amira.id])).rows[0].agency_id,
  ])
  await app.query('update person set left_at = now() where id = $1', [cast.amira.id])
  await expect(app.query('commit')).rejects.toMatchObject({ code: 'LY004' })
  await app.end()
})

test('a manager’s people, team and places as second adult go on, and no child is alone with one adult', async () => {
  const [amira, grace] = [await signedIn(house, 'amira'), await signedIn(house, 'grace')]
  const at = await talkWithJamie(amira)
  const team = await grace.go('/people/teams/new', { name: 'Thursday', manager: cast.carys.id })
  await grace.go(team, { person: cast.carys.id, change: 'join' })
  await grace.go(team, { person: cast.amira.id, change: 'join' })

  // Amira is no manager: she is not among those who could take the people over.
  const wrong = { 'to-people': cast.amira.id, 'to-conversations': cast.amira.id, 'to-teams': cast.dev.id }
  expect(wordsOf(await (await grace.post(leavingOf('carys'), wrong)).text())).toContain(
    'the people who answer to them would be nobody’s',
  )
  // Amira takes the conversation that she is the worker of: somebody else must stand beside her.
  await grace.go(leavingOf('carys'), { ...wrong, 'to-people': cast.dev.id })
  const now = await pageOf(amira, at)
  expect(now).toContain('Amira Haddad (worker)')
  expect(now).toContain('Dev Mehta (second adult)')
  expect(now).not.toContain('Carys Powell (second adult)')
  const dev = await signedIn(house, 'dev')
  expect(await pageOf(dev, '/duties')).toContain('You are the second adult in a conversation')
  expect(await pageOf(grace, `/people/${cast.amira.id}`)).toContain('Answers to Dev Mehta')
  expect(await pageOf(grace, team)).toContain('Led by Dev Mehta')
  expect(await pageOf(grace, team)).not.toContain('Carys Powell')
  await write(amira, at, 'Carys has left us.')
})

test('who stood beside a worker may take their place, and then somebody stands beside them', async () => {
  const [amira, grace] = [await signedIn(house, 'amira'), await signedIn(house, 'grace')]
  const at = await talkWithJamie(amira)
  await grace.go(leavingOf('amira'), { 'to-children': cast.carys.id, 'to-conversations': cast.carys.id })
  const carys = await signedIn(house, 'carys')
  expect(await pageOf(carys, at)).toContain('Carys Powell (worker)')
  expect(await pageOf(carys, at)).toContain('Dev Mehta (second adult)')
})

test('the last administrator cannot leave; with another one they can, and are out themselves', async () => {
  const grace = await signedIn(house, 'grace')
  const refused = await grace.post(leavingOf('grace'), {})
  expect(refused.status).toBe(409)
  expect(wordsOf(await refused.text())).toContain(
    'Grace Lin cannot leave yet: they are the only administrator here. Give somebody else that role first, on their own page.',
  )
  const ellen = await grace.post(leavingOf('ellen'), {})
  expect(wordsOf(await ellen.text())).toContain('they are the only designated person here')

  await grace.go(`/people/${cast.dev.id}/roles`, { role: 'administrator', change: 'give' })
  expect((await grace.post(leavingOf('grace'), {})).status).toBe(303)
  expect((await grace.get('/')).headers.get('location')).toMatch(/^\/sign-in/)
})

test('two administrators who let each other leave at the same moment: one of them stays', async () => {
  const [grace, dev] = [await signedIn(house, 'grace'), await signedIn(house, 'dev')]
  await grace.go(`/people/${cast.dev.id}/roles`, { role: 'administrator', change: 'give' })
  const answers = await Promise.all([
    grace.post(leavingOf('dev'), { 'to-people': cast.ellen.id }),
    dev.post(leavingOf('grace'), {}),
  ])
  const done = answers.filter(answer => answer.headers.get('location')?.startsWith('/people/'))
  expect(done).toHaveLength(1)
  const { rows } = await owner.query(
    `select count(*)::int as count from role_grant g join person p on p.id = g.person_id and p.left_at is null
     where g.role = 'administrator' and g.ended_at is null and g.agency_id = $1`,
    [(await owner.query('select agency_id from person where id = $1', [cast.grace.id])).rows[0].agency_id],
  )
  expect(rows[0].count).toBe(1)
})

test('messages sent while their writer is leaving are stored or refused, and no child is left alone', async () => {
  const [amira, grace] = [await signedIn(house, 'amira'), await signedIn(house, 'grace')]
  const at = await talkWithJamie(amira)
  const sending = Array.from({ length: 20 }, (_, n) =>
    amira.post(`${at}/write`, { body: `Number ${n}`, key: crypto.randomUUID() }),
  )
  const leaving = grace.post(leavingOf('amira'), {
    'to-children': cast.ben.id,
    'to-conversations': cast.ben.id,
  })
  const answers = await Promise.all(sending)
  expect((await leaving).status).toBe(303)
  const stored = answers.filter(a => a.status === 303 && !a.headers.get('location')?.startsWith('/sign-in'))
  const { rows } = await owner.query(
    `select count(*)::int as count from message where author_id = $1 and body like 'Number%'`,
    [cast.amira.id],
  )
  expect(rows[0].count).toBe(stored.length)
})

test('an invitation that nobody accepted ends with the leaving', async () => {
  const grace = await signedIn(house, 'grace')
  const resent = await grace.go(`/people/${cast.noor.id}/invitation`, {})
  expect(resent).toBe(`/people/${cast.noor.id}`)
  const letter = await house.mailbox.next(cast.noor.email ?? '', /\/invitation\//)
  const path = new URL(/https?:\S+/.exec(letter.text)?.[0] ?? '').pathname
  const noor = new Person(house)
  expect((await noor.get(path)).status).toBe(200)
  await grace.go(leavingOf('noor'), {})
  expect((await noor.get(path)).status).toBe(404)
  expect((await noor.post(path, { password: 'three odd words here' })).status).toBe(404)
})

test('only an administrator lets somebody leave', async () => {
  for (const name of ['amira', 'carys', 'dev', 'ellen'] as const) {
    const who = await signedIn(house, name)
    expect([name, (await who.get(leavingOf('ben'))).status]).toEqual([name, 404])
    expect([name, (await who.post(leavingOf('ben'), {})).status]).toEqual([name, 404])
  }
})

test('the groups that a leaver writes to are somebody else’s; the database lets nobody leave one behind', async () => {
  const [amira, ben, grace] = [
    await signedIn(house, 'amira'),
    await signedIn(house, 'ben'),
    await signedIn(house, 'grace'),
  ]
  const group = await amira.go('/notices/groups/new', { name: 'Trip', who: `child:${cast.jamie.id}` })
  await expect(
    owner.query(`update person set left_at = now() where id = $1`, [cast.amira.id]),
  ).rejects.toMatchObject({
    code: 'LY004',
  })
  expect(await pageOf(grace, leavingOf('amira'))).toContain('group of families they write to')
  const without = await grace.post(leavingOf('amira'), { 'to-children': cast.ben.id })
  expect(without.status).toBe(409)
  expect((await ben.get(group)).status).toBe(404)
  await grace.go(leavingOf('amira'), { 'to-children': cast.ben.id, 'to-groups': cast.ben.id })
  expect(await pageOf(ben, group)).toContain('Jamie Taylor')
  const at = await ben.go(`${group}/write`, {
    ...{ reaches: 'parents', subject: 'From Ben', body: 'I have the trip now.', key: crypto.randomUUID() },
  })
  expect(await pageOf(ben, at)).toContain('Ben Okafor')
})

import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { acceptableUse, actorOf, agencies, cast } from '../demo/index.ts'
import { dayAt, monthsAfter, rule, whenInWords } from '../guidance/index.ts'
import { days, later } from '../kit/clock.ts'
import { newId } from '../kit/ids.ts'
import { read, system, withoutEntry, write } from '../records/index.ts'
import { oweDecisions, rulesInForce, setFromPolicy } from './index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.sequence()
  expect((await house.verify()).problems).toEqual([])
  await house.close()
})

const today = dayAt(new Date())
const pageOf = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const asOwner = (sql: string, values: readonly unknown[] = []) => house.database.asOwner(sql, [...values])
const entries = async (event: string) =>
  (await asOwner('select leaf::json as leaf, content::json as content from entry where event = $1', [event]))
    .rows

/** What a rule with these answers sends from its last page. */
const noPictures = {
  ...{ sent: 'check', act: 'take-picture', 'in.shows': 'child', where: 'said', at: 'forbidden' },
  says: 'We take no pictures of children at all, since the summer.',
}
const asksPicture = '/ask?act=take-picture&shows=child&device=organisation&permission=yes&after=moved'

test('a worker asks before and after a rule of our own is set, and the second time is told it in our own words', async () => {
  const [amira, grace] = [await signedIn(house, 'amira'), await signedIn(house, 'grace')]
  expect(await pageOf(amira, asksPicture)).toContain('Best practice')
  expect(await pageOf(amira, '/rules')).toContain('Riverside Youth Club asks for nothing beyond the guidance')

  // Question by question, as a browser without script sends them.
  const first = await pageOf(grace, '/rules/tighten')
  expect(first).toContain('What is the rule about?')
  const at = (more: string) => `/rules/tighten?act=take-picture${more}`
  expect(await pageOf(grace, at('&sent=act'))).toContain('When does the rule hold?')
  expect(await pageOf(grace, at('&sent=where&where=said&in.shows=child'))).toContain(
    'How may it stand, at most?',
  )
  const why = at('&sent=standing&where=said&in.shows=child&at=forbidden')
  expect(await pageOf(grace, why)).toContain('What do you ask, and why?')
  const { sent: _, ...answers } = noPictures
  const check = wordsOf(await (await grace.post('/rules/tighten', { ...answers, sent: 'why' })).text())
  expect(check).toContain('Check what changes')
  expect(check).toMatch(/Best practice becomes Not allowed .*Who is in it\? A child or young person/)
  expect((await asOwner('select 1 from own_tightening')).rowCount).toBe(0)
  const to = await grace.go('/rules/tighten', noPictures)
  expect(to).toMatch(/^\/rules\/tightenings\/[0-9a-f-]{36}$/)

  const after = await pageOf(amira, asksPicture)
  expect(after).toContain('Not allowed Our own rule does not allow it.')
  expect(after).toContain(`“${noPictures.says}” Set by Grace Lin, since ${whenInWords(today)}.`)
  expect(await pageOf(amira, to)).toContain(noPictures.says)
  expect(await pageOf(amira, '/rules')).toMatch(
    /A child or young person At most: not allowed\. .*Grace Lin.* Holds now/,
  )
  const [entry] = await entries('tightening.set')
  expect([entry.leaf.cites, entry.leaf.who, entry.content.says]).toEqual([
    ['GEN-STATUS'],
    cast.grace.id,
    noPictures.says,
  ])

  await amira.go(asksPicture.replace('/ask', '/ask/keep'), {})
  const [kept] = await entries('answer.kept')
  expect([kept.content.standing, kept.content.ownRules[0].says]).toEqual(['forbidden', noPictures.says])

  const joan = await signedIn(house, 'joan')
  expect(await pageOf(joan, asksPicture)).toContain('Best practice')
  expect((await joan.get(to)).status).toBe(404)
})

test('nothing typed is lost, whatever is wrong: empty, too long, of no effect, markup', async () => {
  const grace = await signedIn(house, 'grace')
  const sends = async (fields: Readonly<Record<string, string>>) => {
    const answer = await grace.post('/rules/tighten', { ...noPictures, ...fields })
    return { status: answer.status, html: await answer.text() }
  }
  const empty = await sends({ sent: 'why', says: '  ' })
  expect([empty.status, empty.html.includes('href="#says"')]).toEqual([422, true])
  const long = await sends({ sent: 'why', says: 'y'.repeat(4000) })
  expect([long.status, wordsOf(long.html)]).toEqual([422, expect.stringContaining('You typed 4,000')])
  expect(long.html).toContain('y'.repeat(4000))
  const again = await sends({ says: 'Once more, the same.' })
  expect([again.status, wordsOf(again.html)]).toEqual([409, expect.stringContaining('It changes nothing')])
  expect(again.html).toContain('value="Once more, the same."')
  const markup = await sends({
    act: 'browse',
    'in.what': 'private',
    says: '<script>alert(1)</script>',
    again: 'why',
  })
  expect(markup.html).toContain('&lt;script>alert(1)&lt;/script>')
  const back = await sends({ says: 'Kept along', again: 'act' })
  expect([back.status, back.html.includes('value="Kept along"')]).toEqual([200, true])
  const odd = await grace.get('/rules/tighten?act=toString&sent=act&in.__proto__=x')
  expect(odd.status).toBe(422)
  const worse = await sends({ act: 'take-picture', 'in.shows': '', 'in.device': 'organisation', says: 'Odd' })
  expect([worse.status, wordsOf(worse.html)]).toEqual([
    409,
    expect.stringContaining('It would make an act stand worse for a safeguard'),
  ])
  expect((await asOwner('select 1 from own_tightening')).rowCount).toBe(1)
})

const gamesEvening = {
  ...{ sent: 'check', act: 'play', row: 'play/family', 'in.who': 'parent', where: 'said', to: 'safe' },
  ...{ until: monthsAfter(today, 2), says: 'The games evening for parents, twice a month.', me: 'yes' },
}

test('a senior manager decides by name; a worker, and the board, see it at once', async () => {
  const [dev, amira, helen] = [
    await signedIn(house, 'dev'),
    await signedIn(house, 'amira'),
    await signedIn(house, 'helen'),
  ]
  expect(await pageOf(amira, '/ask?act=play&who=parent')).toContain('Not allowed')
  expect(await pageOf(helen, `/board/${agencies.riverside.id}`)).toContain(
    'No senior manager there has decided',
  )
  const { me: _, ...unnamed } = gamesEvening
  const nameless = await dev.post('/rules/decide', unnamed)
  expect([nameless.status, wordsOf(await nameless.text())]).toEqual([
    422,
    expect.stringMatching(/Tick that it is you .*Not allowed becomes Safe practice/),
  ])
  const to = await dev.go('/rules/decide', gamesEvening)
  const until = whenInWords(gamesEvening.until)
  const answer = await pageOf(amira, '/ask?act=play&who=parent')
  expect(answer).toContain('Safe practice')
  expect(answer).toContain(
    `“${gamesEvening.says}” Decided by Dev Mehta, senior manager, from ${whenInWords(today)} until ${until}.`,
  )
  expect(answer).toContain('A senior manager agrees to it')
  expect(await pageOf(amira, '/ask?act=play&who=child')).toContain('Not allowed')
  expect(await pageOf(amira, to)).toContain('Dev Mehta, senior manager')

  const [entry] = await entries('decision.taken')
  expect([entry.leaf.who, entry.leaf.cites]).toEqual([
    cast.dev.id,
    ['GEN-INAPP-7', 'SUM-INAPP-7.1', 'GEN-STATUS'],
  ])
  const board = await pageOf(helen, `/board/${agencies.riverside.id}`)
  expect(board).toContain('1 of 1 holds now')
  expect(board).toContain(`${gamesEvening.says} Dev Mehta ${whenInWords(today)} ${until} Holds now`)
  expect(await pageOf(helen, '/board')).toMatch(/Riverside Youth Club .* 7 8 1/)
})

test('what is firm is shown with why, and cannot be chosen; a year is the most; yesterday is too late', async () => {
  const dev = await signedIn(house, 'dev')
  const page = await pageOf(dev, '/rules/decide?act=message&sent=act')
  expect(page).toMatch(
    /These hold whatever anybody decides .*My own, that I use in my private life .*The guidance allows no exception/,
  )
  expect(page).toContain('A child is to be safe before all else')
  const firm = await dev.post('/rules/decide', {
    ...gamesEvening,
    act: 'message',
    row: 'message/own-profile',
  })
  expect(wordsOf(await firm.text())).toContain('Which limit is it?')
  const dates = async (fields: Readonly<Record<string, string>>) =>
    wordsOf(await (await dev.post('/rules/decide', { ...gamesEvening, sent: 'days', ...fields })).text())
  expect(await dates({ until: monthsAfter(today, 13) })).toContain('at the latest: a year on')
  expect(await dates({ until: '2026-02-31' })).toContain('must be a real date')
  expect(await dates({ from: '2020-01-01' })).toContain('The first day must be today or later')
  expect((await asOwner('select 1 from own_decision')).rowCount).toBe(1)
  const report = await dev.get('/rules/decide?act=report&sent=act')
  expect(report.status).toBe(422)
})

test('whoever is no senior manager decides nothing, and a worker changes nothing', async () => {
  const [grace, amira] = [await signedIn(house, 'grace'), await signedIn(house, 'amira')]
  expect((await grace.get('/rules/decide')).status).toBe(404)
  expect((await grace.post('/rules/decide', gamesEvening)).status).toBe(404)
  for (const path of ['/rules/tighten', '/rules/decide'])
    expect([
      path,
      (await amira.post(path, path.endsWith('decide') ? gamesEvening : noPictures)).status,
    ]).toEqual([path, 404])
  expect((await amira.get('/rules')).status).toBe(200)
})

test('the database itself refuses a decision by anybody else, in another’s name, or for too long', async () => {
  const app = new pg.Client({ connectionString: house.database.appUrl })
  await app.connect()
  const insert = `insert into own_decision select agency_id, $1, act, limit_row, conditions, stands, says, because, begins_on,
    begins_on + $3::int, $2, decided_at, entry_id from own_decision limit 1`
  const as = async (acting: string, by: string, lasts = 30) => {
    await app.query('begin')
    await app.query(`select set_config('lanyard.agency', $1, true), set_config('lanyard.person', $2, true)`, [
      agencies.riverside.id,
      acting,
    ])
    return app.query(insert, [newId(), by, lasts]).finally(() => app.query('rollback'))
  }
  try {
    await expect(as(cast.grace.id, cast.grace.id)).rejects.toThrow('is no senior manager now')
    await expect(as(cast.grace.id, cast.dev.id)).rejects.toThrow('by nobody for another')
    await expect(as(cast.dev.id, cast.dev.id, 400)).rejects.toThrow('check constraint')
    expect((await as(cast.dev.id, cast.dev.id)).rowCount).toBe(1)
  } finally {
    await app.end()
  }
})

const ground = () => house.house.ground
const onDay = (day: string) => ({ ...ground(), clock: () => new Date(`${day}T12:00:00Z`) })
const playsWithParents = (day: string) =>
  read(onDay(day), actorOf('amira'), async reader => {
    const { rules } = await rulesInForce(reader)
    return rule('play', { who: 'parent' }, rules).standing
  })

test('a decision holds until its last day and not a day longer; before it ends, whoever took it is told', async () => {
  expect(await playsWithParents(gamesEvening.until)).toBe('safe')
  expect(await playsWithParents(dayAt(later(new Date(`${gamesEvening.until}T12:00:00Z`), days(1))))).toBe(
    'forbidden',
  )
  expect(await playsWithParents('2026-01-01')).toBe('forbidden')

  const dev = await signedIn(house, 'dev')
  const duty = 'Review a decision that ends soon'
  await write(ground(), system(agencies.riverside.id), oweDecisions)
  expect(await pageOf(dev, '/duties')).not.toContain(duty)
  const soon = dayAt(later(new Date(`${gamesEvening.until}T12:00:00Z`), -days(20)))
  await write(onDay(soon), system(agencies.riverside.id), oweDecisions)
  await write(onDay(soon), system(agencies.riverside.id), oweDecisions)
  expect((await asOwner("select 1 from duty where kind = 'review-exception'")).rowCount).toBe(1)
  expect(await pageOf(dev, '/duties')).toContain(duty)
  const decision = (await asOwner('select id from own_decision')).rows[0].id
  expect(await (await dev.get('/duties')).text()).toContain(`/rules/decisions/${decision}`)
  const end = `/rules/decisions/${decision}/end`
  expect((await dev.post(end, { way: 'on-its-day', reason: '' })).status).toBe(422)
  await dev.go(end, { way: 'on-its-day', reason: 'The evenings end in January.' })
  expect(await pageOf(dev, '/duties')).not.toContain(duty)
  expect(await playsWithParents(today)).toBe('safe')
  expect((await dev.post(end, { way: 'on-its-day', reason: 'Again' })).status).toBe(409)
})

test('ending a rule or a decision is on the record with its reason, and holds at once', async () => {
  const [dev, grace, amira] = [
    await signedIn(house, 'dev'),
    await signedIn(house, 'grace'),
    await signedIn(house, 'amira'),
  ]
  const id = (await asOwner('select id from own_tightening')).rows[0].id
  const end = `/rules/tightenings/${id}/end`
  expect((await amira.post(end, { reason: 'Because' })).status).toBe(404)
  await grace.go(end, { reason: 'The insurer agreed.' })
  expect((await grace.post(end, { reason: 'Again' })).status).toBe(409)
  expect(await pageOf(amira, asksPicture)).toContain('Best practice')
  expect(await pageOf(amira, '/rules')).toContain('Grace Lin, ')
  const decision = (await asOwner('select id from own_decision')).rows[0].id
  await dev.go(`/rules/decisions/${decision}/end`, { way: 'at-once', reason: 'Nobody came.' })
  expect(await pageOf(amira, '/ask?act=play&who=parent')).toContain('Not allowed')
  expect((await entries('decision.ended')).map(({ content }) => content.reason)).toEqual(['Nobody came.'])
  const helen = await signedIn(house, 'helen')
  expect(await pageOf(helen, `/board/${agencies.riverside.id}`)).toMatch(/0 of 1 holds now.* Ended/)
})

test('the rules of a policy’s version stand in the place of those of the version before, and end with no hand', async () => {
  const publish = (version: number, rules: Parameters<typeof setFromPolicy>[1]['rules']) =>
    withoutEntry(ground(), actorOf('grace'), writer =>
      setFromPolicy(writer, {
        policy: { id: acceptableUse.riverside, title: 'Acceptable use policy' },
        version,
        rules,
      }),
    )
  const first = await publish(2, [
    { act: 'browse', when: { what: 'private' }, atMost: 'forbidden' },
    { act: 'take-picture', when: { device: 'own' }, atMost: 'best' },
  ])
  expect([first.set, first.left.map(({ why }) => why)]).toEqual([1, ['no-effect']])
  const [amira, grace] = [await signedIn(house, 'amira'), await signedIn(house, 'grace')]
  const asks = '/ask?act=browse&what=private&allowed=yes&protected=on'
  expect(await pageOf(amira, asks)).toContain('Set by Acceptable use policy, version 2')
  const row = (await asOwner('select id from own_tightening where policy_version = 2')).rows[0]
  const byHand = await grace.post(`/rules/tightenings/${row.id}/end`, { reason: 'No' })
  expect([byHand.status, wordsOf(await byHand.text())]).toEqual([
    409,
    expect.stringContaining('This rule is part of the Acceptable use policy'),
  ])
  const second = await publish(3, [
    { act: 'browse', when: { what: 'private' }, atMost: 'safe', needs: ['manager'] },
  ])
  expect(second.set).toBe(1)
  const now = await pageOf(amira, asks)
  expect(now).toContain('Safe practice')
  expect(now).toContain('Set by Acceptable use policy, version 3')
  await publish(4, [])
  expect(await pageOf(amira, asks)).not.toContain('Acceptable use policy')
})

test('nobody leaves with a decision that still holds: another senior manager answers for it, and is told', async () => {
  const [dev, grace] = [await signedIn(house, 'dev'), await signedIn(house, 'grace')]
  const owner = new pg.Client({ connectionString: house.database.ownerUrl })
  await owner.connect()
  const to = await dev.go('/rules/decide', { ...gamesEvening, until: dayAt(later(new Date(), days(10))) })
  try {
    await owner.query('begin')
    await owner.query('update role_grant set ended_at = now() where person_id = $1', [cast.dev.id])
    await owner.query('update person set manager_id = null where manager_id = $1', [cast.dev.id])
    await owner.query('update person set left_at = now() where id = $1', [cast.dev.id])
    await expect(owner.query('commit')).rejects.toThrow('they still have a decision')
  } finally {
    await owner.end()
  }
  await grace.go(`/people/${cast.carys.id}/roles`, { role: 'senior-manager', change: 'give' })
  const leaving = await pageOf(grace, `/people/${cast.dev.id}/leaving`)
  expect(leaving).toContain('Who takes over 1 decision they answer for')
  await grace.go(`/people/${cast.dev.id}/leaving`, {
    'to-people': cast.carys.id,
    'to-decisions': cast.carys.id,
    'to-conversations': cast.carys.id,
  })
  const carys = await signedIn(house, 'carys')
  expect(await pageOf(carys, '/duties')).toContain('Review a decision that ends soon')
  expect(await pageOf(carys, to)).toMatch(/Decided by Dev Mehta.* Who answers for it now Carys Powell/)
})

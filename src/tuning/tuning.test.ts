import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { comesIn } from '../../tests/setup/family.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { agencies, cast } from '../demo/index.ts'
import { dayAt, monthsAfter } from '../guidance/index.ts'
import { newId } from '../kit/ids.ts'

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
const says = { says: 'The club’s board asked for it.', me: 'yes' }

let conversation = ''
const opened = async (): Promise<string> => {
  if (conversation) return conversation
  const amira = await signedIn(house, 'amira')
  conversation = await amira.go('/conversations/new', {
    whom: `child:${cast.jamie.id}`,
    subject: 'Thursday',
  })
  return conversation
}
/** Amira writes this to Jamie: where it led, or what the page said. */
async function writes(body: string): Promise<string> {
  const [amira, at] = [await signedIn(house, 'amira'), await opened()]
  const key = hiddenOn(await (await amira.get(at)).text(), 'key')
  const answer = await amira.post(`${at}/write`, { body, key })
  return answer.status === 303 ? 'went' : wordsOf(await answer.text())
}

test('who decides sees first what a phrase would have done, decides by name, and it is so from then on', async () => {
  expect(await writes('We meet at the old boathouse on Thursday')).toBe('went')
  expect(await writes('Bring a coat, it is cold')).toBe('went')
  const ellen = await signedIn(house, 'ellen')
  const at = '/screening/try?kind=own-details&phrase=The+Old+Boathouse'
  const first = await pageOf(ellen, at)
  expect(first).toContain('We look for “The Old Boathouse”')
  expect(first).toContain('Of the last 2 messages that were sent, 1 would have been treated otherwise.')
  expect(first).toMatch(/It is stopped 0 1 1 more/)
  expect((await asOwner('select 1 from tuning')).rowCount).toBe(0)

  expect(await ellen.go(at, says)).toBe('/screening')
  expect(await writes('See you at the boat house, the old one')).toBe('went')
  expect(await writes('Once more: thé  old… boathouse')).toContain('You cannot send this yet')
  const [entry] = await entries('tuning.set')
  expect([entry.leaf.who, entry.leaf.cites, entry.content.value, entry.content.says]).toEqual([
    cast.ellen.id,
    ['GEN-STATUS'],
    'The Old Boathouse',
    says.says,
  ])
  expect(await pageOf(ellen, '/screening')).toMatch(/The Old Boathouse .*Ellen Fraser/)
  // Another organisation's words are its own.
  expect(await pageOf(await signedIn(house, 'kofi'), '/screening')).not.toContain('Boathouse')
})

test('a designated person reads which messages they are, on the record; everybody else sees figures', async () => {
  const [ellen, dev, grace] = [
    await signedIn(house, 'ellen'),
    await signedIn(house, 'dev'),
    await signedIn(house, 'grace'),
  ]
  const asks = 'kind=own-details&phrase=bring+a+coat'
  const before = (await entries('conversation.read')).length
  for (const who of [dev, grace]) {
    const page = await pageOf(who, `/screening/try?${asks}`)
    expect(page).toContain('1 would have been treated otherwise')
    expect(page).toContain('Only a designated person may read which messages these are.')
    expect(page).not.toContain('it is cold')
    expect((await who.get(`/screening/try/messages?${asks}`)).status).toBe(404)
  }
  expect(await pageOf(ellen, `/screening/try?${asks}`)).not.toContain('it is cold')
  expect((await entries('conversation.read')).length).toBe(before)
  const read = await pageOf(ellen, `/screening/try/messages?${asks}`)
  expect(read).toMatch(/Worker, .* Bring a coat, it is cold It goes It is stopped/)
  const now = await entries('conversation.read')
  expect(now.length).toBe(before + 1)
  expect([now.at(-1).leaf.who, now.at(-1).content.messages.length]).toEqual([cast.ellen.id, 1])
})

test('an administrator sees what would change, and decides nothing', async () => {
  const grace = await signedIn(house, 'grace')
  const at = '/screening/try?kind=meeting&by=worker&to=stopped'
  expect(await pageOf(grace, at)).toContain('A designated person or a senior manager decides.')
  const before = (await asOwner('select 1 from tuning')).rowCount
  const answer = await grace.post(at, says)
  expect([answer.status, wordsOf(await answer.text())]).toEqual([
    409,
    expect.stringContaining('A designated person or a senior manager decides this'),
  ])
  expect((await asOwner('select 1 from tuning')).rowCount).toBe(before)
  for (const name of ['amira', 'carys', 'helen'] as const) {
    const who = await signedIn(house, name)
    for (const path of ['/screening', '/screening/kinds/meeting', at])
      expect([name, path, (await who.get(path)).status]).toEqual([name, path, 404])
  }
})

test('nothing typed is lost: without a reason, without a last day, and where it cannot be', async () => {
  const dev = await signedIn(house, 'dev')
  const gentler = '/screening/try?kind=meeting&by=worker&to=asked'
  const bare = await dev.post(gentler, { says: ' ', until: '2026-02-31' })
  const bareWords = wordsOf(await bare.text())
  expect(bare.status).toBe(422)
  for (const words of [
    'Say why, in your own words',
    'The last day must be a real date',
    'Tick that it is you',
  ])
    expect(bareWords).toContain(words)
  for (const until of ['', '2020-01-01', monthsAfter(today, 14)]) {
    const answer = await dev.post(gentler, { ...says, until })
    const html = await answer.text()
    expect([until, answer.status, html.includes(says.says)]).toEqual([until, 409, true])
    expect(wordsOf(html)).toContain('Choose the last day of what is gentler')
  }
  const never = await dev.get('/screening/try?kind=threat&by=worker&to=asked')
  expect(wordsOf(await never.text())).toContain('This cannot be changed so')
  const forced = await dev.post('/screening/try?kind=own-details&by=worker&to=asked', says)
  expect([forced.status, wordsOf(await forced.text())]).toEqual([
    409,
    expect.stringContaining('A worker’s own details never go to a family. Nobody can change this.'),
  ])
  const long = `/screening/try?kind=meeting&phrase=${'y'.repeat(61)}`
  expect(await (await dev.get(long)).text()).toContain(`phrase=${'y'.repeat(61)}`)
  const back = await dev.get(`/screening/kinds/meeting?phrase=${'y'.repeat(61)}`)
  expect(await back.text()).toContain(`value="${'y'.repeat(61)}"`)
  const odd = await dev.get('/screening/try?kind=__proto__&by=toString&to=x')
  expect([odd.status, (await dev.get('/screening/kinds/toString')).status]).toEqual([200, 404])
  expect((await asOwner(`select 1 from tuning where what = 'gentler'`)).rowCount).toBe(0)
})

test('what is gentler, or may be given, is before the board until it ends', async () => {
  const [dev, helen] = [await signedIn(house, 'dev'), await signedIn(house, 'helen')]
  const board = `/board/${agencies.riverside.id}`
  expect(await pageOf(helen, board)).toContain('Nothing of the screening of messages is gentler there')
  await dev.go('/screening/try?kind=meeting&by=worker&to=asked', {
    ...says,
    until: monthsAfter(today, 3),
  })
  const team = 'Ring the team on 07700 900500 after six'
  expect(await writes(team)).toContain('You cannot send this yet')
  await dev.go('/screening/try?name=07700+900500', says)
  expect(await writes(team)).toBe('went')
  expect(await writes('Ring me on 07700 900501')).toContain('You cannot send this yet')
  const seen = await pageOf(helen, board)
  expect(seen).toMatch(/Meeting alone, or outside work .*the worker is asked about it .*Dev Mehta/)
  expect(seen).toMatch(/07700 900500 may be given .*Dev Mehta/)

  const { rows } = await asOwner(`select id from tuning where what = 'gentler'`)
  const at = `/screening/changes/${rows[0].id}`
  expect(await pageOf(dev, at)).toContain('Holds now')
  expect(await pageOf(dev, `${at}/end`)).toContain('From then on it is as it was without it.')
  expect((await dev.post(`${at}/end`, { reason: '' })).status).toBe(422)
  await dev.go(`${at}/end`, { reason: 'The evening is over.' })
  const again = await dev.post(`${at}/end`, { reason: 'Twice.' })
  expect(again.status).toBe(409)
  expect(await pageOf(helen, board)).not.toMatch(/Meeting alone, or outside work .*Dev Mehta/)
  expect((await entries('tuning.ended')).length).toBe(1)
})

test('what was held is stopped, or only asked about, from the moment that it is decided', async () => {
  const ellen = await signedIn(house, 'ellen')
  const waiting = async () => (await asOwner('select 1 from waiting_message')).rowCount
  const invites = 'Come round to mine on Saturday'
  await writes(invites)
  expect(await waiting()).toBe(1)
  await ellen.go('/screening/try?kind=meeting&by=worker&to=stopped', says)
  expect(await writes(invites)).toContain(
    'You cannot send this yet: it arranges to meet alone or outside work.',
  )
  const until = monthsAfter(today, 1)
  await ellen.go('/screening/try?kind=meeting&by=worker&to=asked', { ...says, until })
  expect(await writes(invites)).toContain('Look at it once more: it arranges to meet alone or outside work')
  expect(await waiting()).toBe(1)
})

test('a child’s message always goes: it is looked at where that was decided, and its details stay masked here too', async () => {
  const [ellen, jamie] = [await signedIn(house, 'ellen'), await comesIn(house, 'jamie')]
  const at = (await opened()).replace('/conversations/', '/family/')
  const answers = async (body: string) =>
    jamie.go(`${at}/write`, { body, key: hiddenOn(await (await jamie.get(at)).text(), 'key') })
  const marks = async (kind: string) =>
    (await asOwner('select 1 from message_mark where kind = $1', [kind])).rowCount
  await answers('i was at the old mill with nan')
  expect(await marks('look')).toBe(0)
  await ellen.go('/screening/try?kind=gaming&phrase=the+old+mill', says)
  await ellen.go('/screening/try?kind=gaming&by=family&to=look', says)
  await answers('at the old mill again with nan')
  await answers('my number is 07700 900345')
  expect([await marks('look'), await marks('masked')]).toEqual([1, 1])
  const read = await pageOf(ellen, '/screening/try/messages?kind=gaming&phrase=my+number+is')
  expect(read).toContain('[a phone number: ask your manager]')
  expect(read).not.toContain('900345')
})

test('what is decided anew takes the place of what stood', async () => {
  const ellen = await signedIn(house, 'ellen')
  await ellen.go('/screening/try?kind=gifts&by=worker&to=held', says)
  await ellen.go('/screening/try?kind=gifts&by=worker&to=stopped', says)
  const { rows } = await asOwner(
    `select value, exists (select from tuning_end e where e.tuning_id = t.id) as ended from tuning t where kind = 'gifts' order by set_at`,
  )
  expect(rows).toEqual([
    { value: 'held', ended: true },
    { value: 'stopped', ended: false },
  ])
})

test('the database itself refuses what nobody may decide, and whoever may not', async () => {
  const app = new pg.Client({ connectionString: house.database.appUrl })
  await app.connect()
  const inserting = async (person: string, row: Readonly<Record<string, string | null>>) => {
    await app.query('begin')
    await app.query(`select set_config('lanyard.agency', $1, true), set_config('lanyard.person', $2, true)`, [
      agencies.riverside.id,
      person,
    ])
    const whole: Readonly<Record<string, string | null>> = {
      ...{ agency_id: agencies.riverside.id, id: newId(Date.now()), says: 'x', set_by: person },
      ...{ set_at: new Date().toISOString(), entry_id: newId(Date.now()), until: null, written_by: 'worker' },
      ...row,
    }
    const names = Object.keys(whole)
    const sql = `insert into tuning (${names}) values (${names.map((_, at) => `$${at + 1}`)})`
    return app
      .query(sql, Object.values(whole))
      .then(() => 'taken')
      .catch((error: { code: string }) => error.code)
      .finally(() => app.query('rollback'))
  }
  const stricter = { what: 'stricter', kind: 'meeting', value: 'stopped' }
  const gentler = { what: 'gentler', kind: 'meeting', value: 'asked', until: today }
  expect(await inserting(cast.ellen.id, stricter)).toBe('taken')
  expect(await inserting(cast.dev.id, gentler)).toBe('taken')
  for (const person of [cast.grace.id, cast.amira.id, cast.farid.id])
    expect(await inserting(person, stricter)).toBe('LY041')
  expect(await inserting(cast.dev.id, { ...stricter, set_by: cast.ellen.id })).toBe('LY041')
  for (const kind of ['own-details', 'sexual', 'threat', 'danger', 'pressure', 'insult'])
    expect([kind, await inserting(cast.dev.id, { ...gentler, kind })]).toEqual([kind, '23514'])
  expect(await inserting(cast.dev.id, { ...gentler, until: null })).toBe('23514')
  expect(await inserting(cast.dev.id, { ...gentler, until: '2099-01-01' })).toBe('23514')
  expect(await inserting(cast.dev.id, { ...gentler, written_by: 'family' })).toBe('23514')
  expect(await inserting(cast.dev.id, { ...stricter, kind: 'own-details' })).toBe('23514')
  await app.end()
})

import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { approve, publish } from '../../tests/setup/publish.ts'
import { acceptableUse, agencies, cast } from '../demo/index.ts'
import { dayAt } from '../guidance/index.ts'
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

const at = `/policies/${acceptableUse.riverside}`
const today = dayAt(new Date())
const htmlOf = async (who: Person, path: string) => (await who.get(path)).text()
const pageOf = async (who: Person, path: string) => wordsOf(await htmlOf(who, path))
const refusal = async (who: Person, path: string, fields: Record<string, string>) => {
  const answer = await who.post(path, fields)
  return [answer.status, wordsOf(await answer.text())] as const
}
const rows = async (sql: string, values: unknown[] = []) => (await house.database.asOwner(sql, values)).rows
const askDev = { of: cast.dev.id, note: 'Shorter', effective: today }

/** Grace writes a draft of the acceptable use policy, in words. */
async function graceWrites(text: string): Promise<Person> {
  const grace = await signedIn(house, 'grace')
  const to = await grace.go(`${at}/draft`, { begin: 'words' })
  await grace.go(to, { from: hiddenOn(await htmlOf(grace, to), 'from'), text })
  return grace
}

test('an administrator writes a draft and asks; a second person approves it, and it is in force with both names behind it', async () => {
  const dev = await signedIn(house, 'dev')
  const grace = await graceWrites('# Phones\n\nUse the team phone.')
  expect(await pageOf(grace, `${at}/draft`)).toContain('Being written')
  expect(await pageOf(grace, at)).toContain('Version 1,')
  await grace.go(`${at}/draft/ask`, askDev)
  expect(await pageOf(grace, `${at}/draft`)).toContain('Dev Mehta is asked to approve it')
  expect(await pageOf(dev, '/duties')).toContain('Approve a policy, or send it back')

  const page = await htmlOf(dev, `${at}/draft/approve`)
  expect(wordsOf(page)).toContain('What changes since version 1')
  expect(wordsOf(page)).toContain('Written by Grace Lin')
  const from = hiddenOn(page, 'from')
  const unseen = await refusal(dev, `${at}/draft/approve`, { from, effective: today, name: 'yes' })
  expect(unseen).toEqual([409, expect.stringContaining('you have not said that you have seen that')])
  const unnamed = await dev.post(`${at}/draft/approve`, { from, effective: today, seen: 'yes' })
  expect(unnamed.status).toBe(422)
  await approve(dev, at)
  expect(await pageOf(grace, at)).toContain('Version 2,')
  expect(await pageOf(dev, '/duties')).not.toContain('Approve a policy')
  const [behind] = await rows(
    `select a.written_by, a.approved_by, v.text, v.published_by, e.event from policy_approval a
     join policy_version v on v.agency_id = a.agency_id and v.id = a.version_id
     join entry e on e.agency_id = a.agency_id and e.id = a.entry_id
     where v.policy_id = $1 and v.number = 2`,
    [acceptableUse.riverside],
  )
  expect(behind).toEqual({
    written_by: cast.grace.id,
    approved_by: cast.dev.id,
    published_by: cast.dev.id,
    text: '# Phones\n\nUse the team phone.',
    event: 'policy.approved',
  })
})

test('whoever wrote some of it cannot approve it: the page says so, and so does the verb', async () => {
  const grace = await graceWrites('# Phones\n\nUse the team phone, and no other.')
  await grace.go(`${at}/draft/ask`, askDev)
  const page = await pageOf(grace, `${at}/draft/approve`)
  expect(page).toContain('You wrote some of it, so somebody else approves it')
  const [number] = await rows('select max(number) as of from policy_draft_revision')
  const sent = { from: `${number?.of}`, effective: today, seen: 'yes', name: 'yes' }
  expect(await refusal(grace, `${at}/draft/approve`, sent)).toEqual([
    409,
    expect.stringContaining('You wrote some of it, so somebody else has to approve it'),
  ])
  expect((await rows('select 1 from policy_draft_step where step = $1', ['approved'])).length).toBe(1 + 4)
})

test('the database itself lets nobody approve what they wrote, and publishes nothing without a second person', async () => {
  const app = new pg.Client({ connectionString: house.database.appUrl })
  await app.connect()
  const inRiverside = async (work: () => Promise<unknown>) => {
    await app.query('begin')
    await app.query(`select set_config('lanyard.agency', $1, true), set_config('lanyard.person', $2, true)`, [
      agencies.riverside.id,
      cast.dev.id,
    ])
    return work().finally(() => app.query('rollback'))
  }
  try {
    const approves = (person: string) =>
      app.query(
        `insert into policy_draft_step select agency_id, $1, draft_id, number + 1, 'approved', revision, $2, now(), '', null,
           true, current_date, null, 'Anything', null, entry_id
         from policy_draft_step where step = 'asked' order by at desc limit 1`,
        [newId(), person],
      )
    await expect(inRiverside(() => approves(cast.grace.id))).rejects.toThrow('who wrote some of it')
    const publishes = () =>
      app.query(
        `insert into policy_version select agency_id, $1, policy_id, number + 1, text, text_hash, '', false, now(), published_by,
           entry_id from policy_version where policy_id = $2 order by number desc limit 1`,
        [newId(), acceptableUse.riverside],
      )
    const alone = () => publishes().then(() => app.query('set constraints all immediate'))
    await expect(inRiverside(alone)).rejects.toThrow('has no second person behind it')
    const otherText = async () => {
      await approves(cast.dev.id)
      await publishes()
      await app.query(
        `insert into policy_approval select d.agency_id, v.id, d.policy_id, d.id, $1, $2, now(), current_date, null, v.entry_id
         from policy_draft d, policy_version v where d.policy_id = $3 and v.policy_id = $3
         order by d.begun_at desc, v.number desc limit 1`,
        [cast.grace.id, cast.dev.id, acceptableUse.riverside],
      )
    }
    await expect(inRiverside(otherText)).rejects.toThrow('is not what draft')
  } finally {
    await app.end()
  }
})

test('a draft is sent back with words, changed, and asked for again; then dropped, and another begun', async () => {
  const [grace, dev] = [await signedIn(house, 'grace'), await signedIn(house, 'dev')]
  expect((await dev.post(`${at}/draft/send-back`, {})).status).toBe(422)
  await dev.go(`${at}/draft/send-back`, { words: 'Say what happens at night.' })
  expect(await pageOf(grace, `${at}/draft`)).toContain('Dev Mehta sent it back: Say what happens at night.')
  expect(await pageOf(dev, '/duties')).not.toContain('Approve a policy')
  const late = { from: '2', effective: today, seen: 'yes', name: 'yes' }
  expect(await refusal(dev, `${at}/draft/approve`, late)).toEqual([
    409,
    expect.stringContaining('Nobody is asking for approval of it now'),
  ])
  const form = await htmlOf(grace, `${at}/draft/write`)
  await grace.go(`${at}/draft/write`, {
    from: hiddenOn(form, 'from'),
    text: '# Phones\n\nUse the team phone. At night, call the line.',
  })
  await grace.go(`${at}/draft/ask`, askDev)
  const waiting = await refusal(grace, `${at}/draft/write`, { from: '3', text: 'Something typed meanwhile' })
  expect(waiting).toEqual([409, expect.stringContaining('Something typed meanwhile')])
  await grace.go(`${at}/draft/drop`, { words: 'Not needed' })
  expect(await pageOf(grace, `${at}/draft`)).toContain('The last draft of it was dropped')
  expect(await refusal(grace, `${at}/draft/ask`, askDev)).toEqual([
    409,
    expect.stringContaining('was published or dropped meanwhile'),
  ])
  await publish(house, at, { text: '# Phones\n\nUse the team phone, always.' })
  expect(await pageOf(grace, at)).toContain('Version 3,')
})

import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptableUse, agencies, cast } from '../../src/demo/index.ts'
import { dayAt, monthsAfter } from '../../src/guidance/index.ts'
import { newId } from '../../src/kit/ids.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { hiddenOn, signedIn } from '../setup/person.ts'

// An administrator who wants another text in force than the one that was approved, with SQL as the application's role.

let house: TestHouse
let app: pg.Client
beforeAll(async () => {
  house = await openHouse()
  app = new pg.Client({ connectionString: house.database.appUrl })
  await app.connect()
})
afterAll(async () => {
  await app.end()
  expect(house.faults).toEqual([])
  await house.close()
})

const at = `/policies/${acceptableUse.riverside}`

/** What the database says to this, done as one of Riverside's people. */
async function tried(acts: string, sql: string, values: readonly unknown[]): Promise<string> {
  await app.query('begin')
  await app.query(`select set_config('lanyard.agency', $1, true), set_config('lanyard.person', $2, true)`, [
    agencies.riverside.id,
    acts,
  ])
  const told = await app.query(sql, [...values]).then(
    () => 'nothing',
    (error: Error) => error.message,
  )
  await app.query('rollback')
  return told
}

/** Saves other words, or only what was found of them, in the draft as it stands. */
const saves = (acts: string, as: string, wrote: boolean) =>
  tried(
    acts,
    `insert into policy_draft_revision select agency_id, $1, draft_id, number + 1,
       case when $3 then '{"parts": [], "blanks": {}}' else made_of end, $3, $2, now(), entry_id
     from policy_draft_revision order by saved_at desc, number desc limit 1`,
    [newId(), as, wrote],
  )

test('a draft that is asked for takes no words, one that is approved nothing at all, and nobody saves in another’s name', async () => {
  const { grace, dev } = cast
  const [writer, approver] = [await signedIn(house, 'grace'), await signedIn(house, 'dev')]
  const to = await writer.go(`${at}/draft`, { begin: 'words' })
  const form = await (await writer.get(to)).text()
  await writer.go(to, { from: hiddenOn(form, 'from'), text: '# Phones\n\nUse the team phone.' })
  expect(await saves(grace.id, grace.id, true)).toBe('nothing')
  expect(await saves(grace.id, dev.id, true)).toContain('in another')

  const later = monthsAfter(dayAt(new Date()), 1)
  await writer.go(`${at}/draft/ask`, { of: dev.id, note: 'Shorter', effective: later })
  expect(await saves(grace.id, grace.id, true)).toContain('takes no saving now')
  expect(await saves(dev.id, dev.id, false)).toBe('nothing')
  // Approved in somebody's name by another; and from an earlier saving than the newest.
  const approves = (acts: string, as: string, revision: number) =>
    tried(
      acts,
      `insert into policy_draft_step select agency_id, $1, draft_id, number + 1, 'approved', revision + $3, $2, now(), '', null,
         true, effective_on, null, 'Anything', null, entry_id
       from policy_draft_step where step = 'asked' order by at desc limit 1`,
      [newId(), as, revision],
    )
  expect(await approves(grace.id, dev.id, 0)).toContain('in another')
  expect(await approves(dev.id, dev.id, -1)).toContain('has been saved since')
  expect(await approves(dev.id, dev.id, 0)).toBe('nothing')

  const page = await (await approver.get(`${at}/draft/approve`)).text()
  const read = { from: hiddenOn(page, 'from'), effective: later, seen: 'yes', name: 'yes' }
  await approver.go(`${at}/draft/approve`, read)
  expect(await saves(grace.id, grace.id, true)).toContain('takes no saving now')
  expect(await saves(dev.id, dev.id, false)).toContain('takes no saving now')
})

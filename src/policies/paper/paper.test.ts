import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { type Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { publish } from '../../../tests/setup/publish.ts'
import { signs } from '../../../tests/setup/sign.ts'
import { acceptableUse, agencies, cast } from '../../demo/index.ts'
import { newId } from '../../kit/ids.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const at = `/policies/${acceptableUse.riverside}`
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())
const pageOf = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const codeIn = (page: string) => /Code (\d+-[0-9a-f]{8})/.exec(page)?.[1] ?? ''
const given = (code: string, more: Readonly<Record<string, string>> = {}) => ({
  person1: cast.noor.id,
  code,
  day: today,
  kept: 'The green folder in the office',
  explained: 'Carys read it to her, and she asked about phones.',
  asked: cast.dev.id,
  ...more,
})
const rows = async (sql: string, values: readonly unknown[] = []) =>
  (await house.database.asOwner(sql, [...values])).rows
const signaturesOf = (id: string) =>
  rows(
    `select s.text_hash = v.text_hash as bound, e.event, e.person_id as by, e.leaf::json -> 'about' as about
     from signature s join policy_version v on v.id = s.version_id join entry e on e.id = s.entry_id
     where s.person_id = $1`,
    [id],
  )
const owed = (id: string, kind: string) =>
  rows('select about_id from duty where person_id = $1 and kind = $2 and closed_at is null', [id, kind])

test('a manager prints a sheet with the exact text, its code, and a line for each who has not signed', async () => {
  const [carys, amira] = [await signedIn(house, 'carys'), await signedIn(house, 'amira')]
  const page = await pageOf(carys, `${at}/paper/print`)
  expect(page).toContain('Noor Rahman')
  expect(page).not.toContain('Ben Okafor')
  expect(page).toContain('A second responsible adult is in every message')
  const [version] = await rows(
    `select number, encode(text_hash, 'hex') as hash from policy_version where policy_id = $1`,
    [acceptableUse.riverside],
  )
  expect(codeIn(page)).toBe(`${version.number}-${version.hash.slice(0, 8)}`)
  expect(page).toContain(`The fingerprint of this exact text: ${version.hash}`)
  expect((await amira.get(`${at}/paper/print`)).status).toBe(404)
  expect((await amira.get(`${at}/paper/record`)).status).toBe(404)
})

test('what is wrong with a record is said in words, nothing typed is lost, and nothing is recorded', async () => {
  const carys = await signedIn(house, 'carys')
  const code = codeIn(await pageOf(carys, `${at}/paper/print`))
  const refusedWith = async (more: Readonly<Record<string, string>>) => {
    const answer = await carys.post(`${at}/paper/record`, given(code, more))
    const html = await answer.text()
    expect([answer.status, html.includes('The green folder in the office')]).toEqual([409, true])
    return wordsOf(html)
  }
  expect(await refusedWith({ code: '1-00000000' })).toContain('No text of this policy has that code')
  expect(await refusedWith({ code: 'one' })).toContain('No text of this policy has that code')
  expect(await refusedWith({ person1: '' })).toContain('Nobody was ticked')
  expect(await refusedWith({ person1: cast.ellen.id })).toContain('does not answer to you now')
  expect(await refusedWith({ person2: cast.ben.id })).toContain('Ben Okafor has signed already')
  expect(await refusedWith({ day: '2014-11-07' })).toContain('cannot have signed on that day')
  expect(await refusedWith({ day: '2099-01-01' })).toContain('cannot have signed on that day')
  expect(await refusedWith({ asked: cast.carys.id })).toContain('cannot confirm it')
  expect(await refusedWith({ asked: cast.amira.id })).toContain('cannot confirm it')
  const empty = await carys.post(`${at}/paper/record`, { code: '', day: '', kept: '', explained: '' })
  const words = wordsOf(await empty.text())
  expect(empty.status).toBe(422)
  for (const sentence of [
    'Enter the code',
    'Enter the day',
    'Say where',
    'Say how',
    'Choose who confirms it',
  ])
    expect(words).toContain(sentence)
  expect(
    await rows('select 1 from signing_sheet where recorded_by = $1 and $2 = any (persons)', [
      cast.carys.id,
      cast.noor.id,
    ]),
  ).toEqual([])
})

test('recorded, refused with words, recorded anew, confirmed: only then has she signed', async () => {
  const [carys, dev, grace, amira] = [
    await signedIn(house, 'carys'),
    await signedIn(house, 'dev'),
    await signedIn(house, 'grace'),
    await signedIn(house, 'amira'),
  ]
  const code = codeIn(await pageOf(carys, `${at}/paper/print`))
  const first = await carys.go(`${at}/paper/record`, given(` ${code.toUpperCase().replace('-', ' – ')}`))
  expect(await signaturesOf(cast.noor.id)).toEqual([])
  expect(await owed(cast.noor.id, 'sign-policy')).toHaveLength(1)
  expect(await pageOf(dev, '/duties')).toContain('Confirm who signed a policy on paper')
  // She is on a sheet that waits, so she is on no other.
  expect(await pageOf(carys, `${at}/paper/record`)).toContain('Everybody who answers to you has signed')

  // Whoever recorded it cannot confirm it, nor see how; whoever has nothing to do with it sees nothing.
  expect(await pageOf(carys, first)).not.toContain('Your answer')
  expect((await carys.post(first, { answer: 'confirmed' })).status).toBe(409)
  expect((await amira.get(first)).status).toBe(404)
  expect((await dev.post(first, { answer: 'refused' })).status).toBe(409)
  const refused = await dev.go(first, { answer: 'refused', words: 'The day on the sheet is another.' })
  expect(await pageOf(carys, refused)).toContain('Dev Mehta says: The day on the sheet is another.')
  expect(await signaturesOf(cast.noor.id)).toEqual([])
  expect(await owed(cast.dev.id, 'confirm-paper')).toEqual([])

  const second = await carys.go(`${at}/paper/record`, given(code))
  // Not the one who was asked, but somebody who sees every sheet.
  await grace.go(second, { answer: 'confirmed' })
  expect(wordsOf(await (await dev.post(second, { answer: 'confirmed' })).text())).toContain(
    'Somebody else has answered this sheet already',
  )
  const [signature, ...more] = await signaturesOf(cast.noor.id)
  expect(more).toEqual([])
  expect(signature).toMatchObject({ bound: true, event: 'policy.signed-on-paper', by: cast.grace.id })
  expect(signature.about).toContainEqual({ kind: 'recorder', id: cast.carys.id })
  expect(signature.about).toContainEqual({ kind: 'signer', id: cast.noor.id })
  expect(await owed(cast.noor.id, 'sign-policy')).toEqual([])
  expect(await owed(cast.dev.id, 'confirm-paper')).toEqual([])
})

test('a signature on paper opens everything, and its page and receipt say by whom it was recorded and confirmed', async () => {
  const grace = await signedIn(house, 'grace')
  const [carys, ben] = [await signedIn(house, 'carys'), await signedIn(house, 'ben')]
  // A version that everybody must sign: Ben signs it on paper, and could open nothing before.
  await publish(house, at, { text: '# Phones\n\nUse the team phone.', note: 'All', again: true })
  expect((await ben.get('/')).headers.get('location')).toBe(`${at}/sign`)
  await sign(carys)
  const code = codeIn(await pageOf(carys, `${at}/paper/print`))
  const sheet = await carys.go(
    `${at}/paper/record`,
    given(code, { person1: cast.ben.id, person3: cast.amira.id, asked: cast.grace.id }),
  )
  expect((await ben.get('/')).status).toBe(303)
  await sign(grace)
  await grace.go(sheet, { answer: 'confirmed' })
  expect((await ben.get('/')).status).toBe(200)
  expect((await (await signedIn(house, 'amira')).get('/')).status).toBe(200)

  await house.sequence()
  const page = await (await ben.get(`${at}/signed`)).text()
  expect(wordsOf(page)).toContain('You signed on paper on')
  expect(wordsOf(page)).toContain('Recorded by Carys Powell Confirmed by Grace Lin')
  const receipt = /\/receipts\/[0-9a-f-]{36}/.exec(page)?.[0] ?? ''
  const shown = await pageOf(ben, receipt)
  expect(shown).toContain('Signed by Ben Okafor Recorded by Carys Powell Confirmed by Grace Lin')
  const file = await (await ben.get(`${receipt}/file`)).text()
  const check = wordsOf(await (await ben.post('/check', { receipt: file })).text())
  expect(check).toContain('This receipt holds')
  expect(check).toContain('A policy was signed on paper')
  // It is his and the second person's; whoever recorded it has a receipt of that, and not of this.
  expect((await grace.get(receipt)).status).toBe(200)
  expect((await carys.get(receipt)).status).toBe(404)
  expect((await (await signedIn(house, 'amira')).get(receipt)).status).toBe(404)
})

test('a sheet of a text that must be signed anew opens nothing, and nobody owes an answer to it', async () => {
  const [grace, carys] = [await signedIn(house, 'grace'), await signedIn(house, 'carys')]
  const before = codeIn(await pageOf(carys, `${at}/paper/print`))
  const sheet = await carys.go(`${at}/paper/record`, given(before))
  expect(await owed(cast.dev.id, 'confirm-paper')).toHaveLength(1)
  // A small change does not undo it: a signature on what is printed still counts.
  await publish(house, at, { text: '# Phones\n\nUse the team’s phone.', note: 'A word' })
  expect(await owed(cast.dev.id, 'confirm-paper')).toHaveLength(1)
  await publish(house, at, { text: '# Phones\n\nUse none.', note: 'All', again: true })
  expect(await owed(cast.dev.id, 'confirm-paper')).toEqual([])
  await sign(grace)
  // Ben’s last signature was on paper, of version 2; 3 was not to be signed again, and 4 is. He is told all of it, first.
  const ben = await pageOf(await signedIn(house, 'ben'), `${at}/sign`)
  expect(ben).toMatch(
    /What changed in version 4: All.*What changed in version 3: A word.*since you last signed version 2/,
  )
  expect(ben).toContain('Added Use none. Removed Use the team phone.')
  expect(ben).not.toContain('team’s phone')
  const answer = await grace.post(sheet, { answer: 'confirmed' })
  expect(answer.status).toBe(409)
  expect(wordsOf(await answer.text())).toContain('A newer version that must be signed was published')
  await sign(carys)
  const again = await carys.post(`${at}/paper/record`, given(before))
  expect([again.status, wordsOf(await again.text())]).toEqual([
    409,
    expect.stringContaining('replaced by one that must be signed anew'),
  ])
  expect((await signaturesOf(cast.noor.id)).length).toBe(1)
})

test('the database itself holds three different people apart, and lets nobody sign for another', async () => {
  const [carys, dev] = [await signedIn(house, 'carys'), await signedIn(house, 'dev')]
  await sign(dev)
  const code = codeIn(await pageOf(carys, `${at}/paper/print`))
  const sheet = (await carys.go(`${at}/paper/record`, given(code))).split('/').at(-1)
  const app = new pg.Client({ connectionString: house.database.appUrl })
  await app.connect()
  const tried = async (sql: string, values: readonly unknown[], acts?: string) => {
    await app.query('begin')
    await app.query(`select set_config('lanyard.agency', $1, true), set_config('lanyard.person', $2, true)`, [
      agencies.riverside.id,
      acts ?? '',
    ])
    const told = await app
      .query(sql, [...values])
      .then(() => app.query('set constraints all immediate'))
      .then(
        () => 'nothing',
        error => `${error.message}`,
      )
    await app.query('rollback')
    return told
  }
  const answer = `insert into signing_sheet_answer select agency_id, id, 'confirmed', '', $2, now(), '{}', entry_id
    from signing_sheet where id = $1`
  for (const id of [cast.carys.id, cast.noor.id])
    expect(await tried(answer, [sheet, id], id)).toContain('who answers is neither who recorded it nor on it')
  // Not refused for being any answer at all.
  expect(await tried(answer, [sheet, cast.dev.id], cast.dev.id)).toBe('nothing')
  expect(await tried(answer, [sheet, cast.dev.id], cast.carys.id)).toContain('in another')
  const copy = `insert into signing_sheet select agency_id, $2, policy_id, version_id, text_hash, $3, signed_on, kept_at,
    explained, $4, now(), $5, entry_id from signing_sheet where id = $1`
  const copied = (persons: readonly string[], recorder: string, asked: string) =>
    tried(copy, [sheet, newId(), persons, recorder, asked], recorder)
  const { noor, carys: manager, dev: senior, ben } = cast
  expect(await copied([noor.id], manager.id, senior.id)).toBe('nothing')
  expect(await copied([noor.id, manager.id], manager.id, senior.id)).toContain('check constraint')
  expect(await copied([noor.id, senior.id], manager.id, senior.id)).toContain('check constraint')
  expect(await copied([noor.id], manager.id, manager.id)).toContain('check constraint')
  expect(await copied([noor.id, noor.id], manager.id, senior.id)).toContain('does not work here')
  expect(await copied([ben.id, cast.jamie.id], manager.id, senior.id)).toContain('does not work here')
  // A signature whose entry is another's act needs a confirmed sheet that it stands on.
  const forged = `insert into signature select s.agency_id, $3, s.policy_id, s.version_id, $2, s.text_hash, now(), s.entry_id
    from signing_sheet s where id = $1`
  expect(await tried(forged, [sheet, noor.id, newId()])).toContain('nobody signs for another')
  await app.end()
})

const sign = (who: Person) => signs(who, at)

import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellsOf } from '../../../tests/setup/concern.ts'
import { choicesOn } from '../../../tests/setup/exported.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey, unlocks } from '../../../tests/setup/keys.ts'
import { readBack } from '../../../tests/setup/pdf.ts'
import { Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { testSecrets } from '../../../tests/setup/secrets.ts'
import { asksToTake, decides } from '../../../tests/setup/taken.ts'
import { agencies, cast } from '../../demo/index.ts'
import { days, later } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { canonical, logKeys, proofFile, trusting } from '../../records/index.ts'
import { commitmentTo } from '../said.ts'
import type { ToldBody } from './body.ts'
import { checkTold } from './check.ts'
import { exportJobs } from './jobs.ts'
import type { ConcernExportId } from './tables.ts'

let house: TestHouse
let ellen: Person
let dev: Person
let farid: Person
let concern: string
let now = new Date('2026-11-24T10:00:00Z')
const child = cast.jamie.id

beforeAll(async () => {
  house = await openHouse({ clock: () => (now = later(now, 1)) })
  ;[ellen, dev, farid] = [
    await signedIn(house, 'ellen'),
    await signedIn(house, 'dev'),
    await signedIn(house, 'farid'),
  ]
  for (const who of [ellen, dev, farid]) await makesKey(who)
  const said = {
    words: 'Jamie and Rosa Silva said that Mr Quill shouts. Ben Okafor heard it.',
    about: 'child',
    who: 'Jamie Taylor',
    name: 'Petra Nowak',
  }
  concern = (await tellsOf(house, new Person(house), said)).id
  await (await ellen.get(`/concerns/${concern}`)).text()
  await ellen.go(`/concerns/${concern}/link`, { part: 'child', name: 'Jamie Taylor' })
  const note = { words: 'Rosa’s mother rang.', whose: 'note', key: newId() }
  await ellen.go(`/concerns/${concern}/answer`, note)
  await ellen.go(`/concerns/${concern}/correct`, {
    corrects: '1',
    words: 'He raised his voice.',
    key: newId(),
  })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const keys = () => logKeys(testSecrets.master, house.url)
const trusted = () => trusting([keys().log('riverside-youth-vault').vkey], [])
const textOf = async (who: Person, path: string) => (await who.get(path)).text()
const bodyIn = (file: string): ToldBody => JSON.parse(JSON.parse(file).text)
/** The same file with something changed in it, signed anew by the same key: as if whoever made it had changed it first. */
const changed = (
  file: string,
  change: (body: { -readonly [K in keyof ToldBody]: ToldBody[K] }) => void,
): string => {
  const body = bodyIn(file)
  change(body)
  const text = canonical(body)
  const signer = keys().log('riverside-youth-vault')
  return proofFile(signer, { commitment: commitmentTo(text), at: now }, text)
}

test('nothing leaves before each name was decided on; what was decided is kept when one was not', async () => {
  const at = await asksToTake(ellen, child, 'police')
  const page = await textOf(ellen, at)
  const names = choicesOn(page)
  expect([...names.keys()]).toEqual(
    expect.arrayContaining(['Rosa Silva', 'Ben Okafor', 'Petra Nowak', 'Ellen Fraser']),
  )
  expect([...names.keys()]).not.toContain('Jamie Taylor')
  expect([...names.values()].map(({ value }) => value)).toEqual([...names].map(() => ''))
  expect((await ellen.get(`${at}/json`)).status).toBe(404)
  const rosa = names.get('Rosa Silva')?.field ?? ''
  const list = /name="list" value="([^"]*)"/.exec(page)?.[1] ?? ''
  const half = await ellen.post(at, { [rosa]: 'another-child', list, others: 'Mr Quill' })
  expect(half.status).toBe(409)
  const again = await half.text()
  expect(wordsOf(again)).toContain('Some names are not decided yet')
  expect(choicesOn(again).get('Rosa Silva')?.value).toBe('another-child')
  expect(again).toContain('Mr Quill')
  expect((await ellen.get(`${at}/json`)).status).toBe(404)
})

test('what was replaced stands in neither file, and where it stood is marked; everything else is there', async () => {
  const at = await asksToTake(ellen, child, 'court', 'Order of the court of 20 November')
  await decides(ellen, at, { 'Rosa Silva': 'another-child', 'Petra Nowak': 'another-person' }, 'Mr Quill')
  const file = await textOf(ellen, `${at}/json`)
  for (const gone of ['Rosa', 'Silva', 'Petra', 'Nowak', 'Quill', cast.rosa.id])
    expect(file).not.toContain(gone)
  const body = bodyIn(file)
  expect(body.entries.find(({ leaf }) => leaf.event === 'concern.reported')?.told.parts[0]?.value).toBe(
    'Jamie and [another child] said that [another person] shouts. Ben Okafor heard it.',
  )
  const told = body.entries.map(({ leaf }) => leaf.event)
  expect(told).toEqual(
    expect.arrayContaining([
      'concern.reported',
      'concern.opened',
      'concern.linked',
      'concern.noted',
      'concern.corrected',
      'concern.export-asked',
    ]),
  )
  const { rows } = await house.database.asOwner('select id from entry where about_id = $1', [concern])
  expect(body.entries.map(({ leaf }) => leaf.id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
  const pdf = await readBack(new Uint8Array(await (await ellen.get(`${at}/pdf`)).arrayBuffer()))
  const words = pdf.parts.map(({ text }) => text).join(' ')
  for (const there of ['[another child]', 'He raised his voice.', 'Order of the court', 'A court'])
    expect(words).toContain(there)
  for (const gone of ['Rosa', 'Petra', 'Quill']) expect(words).not.toContain(gone)
  expect(pdf.untagged).toEqual([])
  expect(checkTold(file, trusted())).toMatchObject({ result: 'holds' })
  const taken = await house.database.asOwner(`select 1 from entry where event = 'concern-export.taken'`)
  expect(taken.rows.length).toBe(2)
})

test('anybody checks it in plain words; a piece left out, a word altered, a name put back and another key are found', async () => {
  const at = await asksToTake(ellen, child, 'subject-access')
  await decides(ellen, at)
  const file = await textOf(ellen, `${at}/json`)
  expect(checkTold(file, trusted())).toMatchObject({ result: 'holds' })
  const why = (text: string) => {
    const check = checkTold(text, trusted())
    return check.result === 'does-not-hold' ? check.why : check.result
  }
  expect(why(file.replace('Ben Okafor heard', 'Nobody heard'))).toContain('not what was signed')
  const noted = ({ leaf }: ToldBody['entries'][number]) => leaf.event === 'concern.noted'
  expect(why(changed(file, body => (body.entries = body.entries.filter(one => !noted(one)))))).toBe(
    'Number 2 of concern 1 is missing.',
  )
  const altered = changed(file, body => {
    body.entries = JSON.parse(JSON.stringify(body.entries).replace('Ben Okafor heard it', 'Nobody heard it'))
  })
  expect(why(altered)).toContain('not those that were told')
  const linked = changed(file, body => {
    body.entries = JSON.parse(JSON.stringify(body.entries).replaceAll('"part":"child"', '"part":"staff"'))
  })
  expect(why(linked)).toContain('is not what was recorded')
  for (const text of ['', '{}', '[]', 'null', '{"format":"lanyard-proof/v1"}', file.slice(0, 400)])
    expect(checkTold(text, trusted()).result).toBe('does-not-hold')
  expect(checkTold(file, trusting([keys().log('hilltop-primary-vault').vkey], [])).result).toBe('unknown-log')

  const folder = await mkdtemp(join(tmpdir(), 'lanyard-told-'))
  await writeFile(join(folder, 'told.json'), file)
  const key = keys().log('riverside-youth-vault').vkey
  const args = [resolve('dist/export-verify.js'), join(folder, 'told.json'), '--key', key]
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', env: {} })
  await rm(folder, { recursive: true })
  expect(stdout).toContain('This export holds.')
  expect(stdout).toContain(
    'Concern 1: numbers 1 to 3, without a gap. The words that were told are those of that time.',
  )
  expect(status).toBe(0)
})

test('whoever told it in their own name is in neither file once their name is replaced, not by an id either', async () => {
  const amira = await signedIn(house, 'amira')
  const said = { words: 'Rosa cried when I asked.', about: 'child' }
  const { id } = await tellsOf(house, amira, said)
  await ellen.get(`/concerns/${id}`)
  await ellen.go(`/concerns/${id}/link`, { part: 'child', name: 'Rosa Silva' })
  const at = await asksToTake(ellen, cast.rosa.id, 'subject-access', 'Her mother asked.')
  await decides(ellen, at, { 'Amira Haddad': 'a-member-of-staff' })
  const file = await textOf(ellen, `${at}/json`)
  for (const gone of ['Amira', 'Haddad', cast.amira.id]) expect(file).not.toContain(gone)
  expect(file).toContain('a member of staff')
  expect(checkTold(file, trusted())).toMatchObject({ result: 'holds' })
})

test('it says nothing of how many other concerns there are', async () => {
  const at = await asksToTake(ellen, child, 'partnership')
  await decides(ellen, at)
  const before = bodyIn(await textOf(ellen, `${at}/json`))
  await tellsOf(house, new Person(house), { words: 'Something else.', about: 'child' })
  await house.sequence()
  expect(bodyIn(await textOf(ellen, `${at}/json`))).toEqual(before)
  expect(JSON.stringify(before)).not.toMatch(/"(index|size|root|checkpoint|position)"/)
})

test('it is for whoever asked, while their key is unlocked and they read all of it; the others who read it see that it was asked for', async () => {
  const at = await asksToTake(ellen, child, 'police', 'Canary lovage: PC Rook rang.')
  await decides(ellen, at)
  for (const who of [dev, farid]) {
    expect((await who.get(at)).status).toBe(404)
    expect((await who.get(`${at}/json`)).status).toBe(404)
    expect((await who.get(`/concerns/children/${child}/export`)).status).toBe(404)
    expect(await textOf(who, '/concerns/exports')).not.toContain(at)
  }
  await ellen.post('/sealing/lock', {})
  expect((await ellen.get(`${at}/json`)).status).toBe(303)
  await unlocks(ellen)
  expect((await ellen.get(`${at}/json`)).status).toBe(200)
  expect(wordsOf(await textOf(ellen, `/concerns/${concern}`))).toContain(
    'Ellen Fraser asked for everything in it, to take away',
  )
  const { rows } = await house.database.asOwner(
    `select reason, sealed from concern_export e join concern_export_body b on b.export_id = e.id where e.id = $1`,
    [at.split('/').at(-1)],
  )
  for (const bytes of [rows[0].reason, rows[0].sealed]) {
    expect(bytes.toString('latin1')).toMatch(/^age-encryption\.org\/v1/)
    expect(bytes.toString('latin1')).not.toContain('lovage')
  }
  // It turns out to be about her: from then on there is nothing of it.
  await ellen.go(`/concerns/${concern}/let-in`, { person: cast.dev.id })
  await dev.go(`/concerns/${concern}/open`, { reason: 'work', words: '', key: newId() })
  await dev.go(`/concerns/${concern}/subject`, { name: 'Ellen Fraser' })
  for (const path of [at, `${at}/json`, `${at}/pdf`]) expect((await ellen.get(path)).status).toBe(404)
  expect(await textOf(ellen, '/concerns/exports')).not.toContain(at)
})

test('after a week what it says is deleted, and that it was stays on the record', async () => {
  const at = await asksToTake(dev, child, 'court')
  await decides(dev, at)
  expect((await dev.get(`${at}/json`)).status).toBe(200)
  now = later(now, days(8))
  await house.database.asOwner('update auth.session set "expiresAt" = $1', [later(now, days(1))])
  await unlocks(dev)
  expect((await dev.get(`${at}/json`)).status).toBe(404)
  expect(wordsOf(await textOf(dev, at))).toContain('has been deleted here')
  const exportId = at.split('/').at(-1) as ConcernExportId
  await exportJobs(house.house.ground)['concern-export-expiry']({ agencyId: agencies.riverside.id, exportId })
  const left = (text: string) => house.database.asOwner(text, [exportId])
  expect((await left('select 1 from concern_export_body where export_id = $1')).rows).toEqual([])
  expect((await left('select 1 from concern_export_made where export_id = $1')).rows.length).toBe(1)
})

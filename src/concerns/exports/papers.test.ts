import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handsIn, tellsOf } from '../../../tests/setup/concern.ts'
import { choicesOn } from '../../../tests/setup/exported.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey, unlocks } from '../../../tests/setup/keys.ts'
import { readBack } from '../../../tests/setup/pdf.ts'
import { Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { testSecrets } from '../../../tests/setup/secrets.ts'
import { asksToTake, decides, sends } from '../../../tests/setup/taken.ts'
import { agencies, cast } from '../../demo/index.ts'
import { days, later } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { canonical, logKeys, proofFile, trusting } from '../../records/index.ts'
import { commitmentTo } from '../said.ts'
import type { ToldBody } from './body.ts'
import { checkTold, toldInWords } from './check.ts'

/** What stands where ClamAV does: it answers as it is told to, or goes away without a word. */
let finds: 'OK' | 'Eicar FOUND' | 'nothing' = 'OK'
const scanner: Server = createServer(socket => {
  socket.on('error', () => socket.destroy())
  socket.on('data', () => (finds === 'nothing' ? socket.destroy() : socket.end(`stream: ${finds}\0`)))
})
let house: TestHouse
let ellen: Person
let kofi: Person
let concern: string
let now = new Date('2026-11-24T10:00:00Z')
const words = 'He waited by the gate. Rosa saw him.'

beforeAll(async () => {
  await new Promise<void>(done => scanner.listen(0, '127.0.0.1', done))
  const { port } = scanner.address() as { port: number }
  house = await openHouse({
    clock: () => (now = later(now, 1)),
    env: { LANYARD_CLAMAV: `127.0.0.1:${port}` },
  })
  ;[ellen, kofi] = [await signedIn(house, 'ellen'), await signedIn(house, 'kofi')]
  for (const who of [ellen, kofi]) await makesKey(who)
  const stranger = new Person(house)
  concern = (await tellsOf(house, stranger, { words: 'There are letters.', about: 'child' })).id
  await ellen.get(`/concerns/${concern}`)
  await ellen.go(`/concerns/${concern}/link`, { part: 'child', name: 'Jamie Taylor' })
  await handsIn(house, ellen, concern, new File([words], 'What Rosa Silva saw.txt'))
  await handsIn(house, ellen, concern, new File(['Not for others.'], 'Canary medlar.txt'))
  const says = (text: string) =>
    stranger.upload('/told/document', 'file', new File([text], 'Canary sorrel.txt'), { key: newId() })
  finds = 'nothing'
  expect((await says('Still to be checked.')).status).toBe(303)
  finds = 'Eicar FOUND'
  expect((await says('Something bad.')).status).toBe(422)
  finds = 'OK'
})
afterAll(async () => {
  scanner.close()
  expect(house.faults).toEqual([])
  await house.close()
})

const keys = () => logKeys(testSecrets.master, house.url)
const trusted = () => trusting([keys().log('riverside-youth-vault').vkey], [])
const textOf = async (who: Person, path: string) => (await who.get(path)).text()
const bodyIn = (file: string): ToldBody => JSON.parse(JSON.parse(file).text)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
/** The same file with something changed in it, signed anew by the same key. */
const changed = (file: string, from: string, to: string): string => {
  const text = canonical(JSON.parse(JSON.stringify(bodyIn(file)).replaceAll(from, to)))
  const signer = keys().log('riverside-youth-vault')
  return proofFile(signer, { commitment: commitmentTo(text), at: now }, text)
}
const differently = { 'Rosa Silva': 'another-child', 'Canary medlar': 'named' }

test('for each document it is decided whether it leaves: none leaves unseen, its name goes like other words, and the file is the one that was handed in', async () => {
  const at = await asksToTake(ellen, cast.jamie.id, 'police')
  const page = await textOf(ellen, at)
  const choices = choicesOn(page)
  expect([...choices.keys()]).toEqual(
    expect.arrayContaining(['What Rosa Silva saw', 'Canary medlar', 'Rosa Silva']),
  )
  const list = /name="list" value="([^"]*)"/.exec(page)?.[1] ?? ''
  const names = [...choices.values()].flatMap(({ field }) => (field.startsWith('p') ? [[field, 'keep']] : []))
  const half = await ellen.post(at, { ...Object.fromEntries(names), list, others: '' })
  expect(half.status).toBe(409)
  expect(wordsOf(await half.text())).toContain('Decide whether this document leaves')
  await decides(ellen, at, differently)
  const file = await textOf(ellen, `${at}/json`)
  const { documents = [], entries } = bodyIn(file)
  expect(documents.map(({ name, sha256: hash, bytes }) => [name, hash, bytes === undefined])).toEqual([
    ['What [another child] saw', sha256(words), false],
    ['Canary medlar', undefined, true],
  ])
  expect(documents[1]?.salt).toBeUndefined()
  const { rows } = await house.database.asOwner(
    `select encode(commitment, 'hex') as kept, entry_id from concern_document where concern_id = $1 order by handed_in_at`,
    [concern],
  )
  expect(documents.map(({ commitment, entry }) => ({ kept: commitment, entry_id: entry }))).toEqual(rows)
  const gone = JSON.stringify(entries)
  expect(gone).not.toContain('Rosa')
  for (const there of [
    'Ellen Fraser',
    'it still waited to be checked',
    'with a virus in it, which was not kept',
  ])
    expect(gone).toContain(there)
  expect(file).not.toContain('sorrel')
  expect(file).not.toContain(Buffer.from('Not for others.').toString('base64'))

  const saved = await ellen.get(`${at}/document-1`)
  expect(saved.headers.get('content-disposition')).toMatch(
    /^attachment; filename="what-another-child-saw\.txt"/,
  )
  expect(await saved.text()).toBe(words)
  for (const none of ['document-2', 'document-3', 'document-0'])
    expect([none, (await ellen.get(`${at}/${none}`)).status]).toEqual([none, 404])
  const made = wordsOf(await textOf(ellen, at))
  expect(made).toContain('Stays with Riverside Youth Club: only named here')
  const pdf = await readBack(new Uint8Array(await (await ellen.get(`${at}/pdf`)).arrayBuffer()))
  const read = pdf.parts.map(({ text }) => text).join(' ')
  for (const there of [
    'What [another child] saw',
    'Canary medlar',
    `${words.length} bytes`,
    sha256(words).slice(0, 12),
  ])
    expect(read).toContain(there)
  expect(wordsOf(await textOf(ellen, `/concerns/${concern}`))).toContain('Ellen Fraser downloaded a document')
})

test('a check says which documents are in it, and finds one that is altered, left out or put in', async () => {
  const at = await asksToTake(ellen, cast.jamie.id, 'court')
  await decides(ellen, at, differently)
  const file = await textOf(ellen, `${at}/json`)
  const check = checkTold(file, trusted())
  expect(toldInWords(check).join('\n')).toContain(
    `Document 1, Plain text, ${words.length} bytes: in the file, SHA-256 ${sha256(words)}`,
  )
  expect(toldInWords(check).join('\n')).toContain('Document 2, Plain text, 15 bytes: Stays with')
  const why = (text: string) => {
    const found = checkTold(text, trusted())
    return found.result === 'does-not-hold' ? found.why : found.result
  }
  const other = words.replace('waited', 'danced')
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  expect(why(changed(file, base64(words), base64(other)))).toBe('Document 1 is not what was handed in.')
  const both = changed(changed(file, base64(words), base64(other)), sha256(words), sha256(other))
  expect(why(both)).toBe('Document 1 is not what was handed in.')
  const { documents = [] } = bodyIn(file)
  expect(why(changed(file, JSON.stringify(documents[1]), JSON.stringify(documents[0])))).toContain(
    'A document',
  )
  expect(why(changed(file, `,${JSON.stringify(documents[1])}`, ''))).toContain('A document is missing')
})

test('a file that goes to another organisation takes its documents along: there it holds, and each is saved from it', async () => {
  const at = await asksToTake(ellen, cast.jamie.id)
  await decides(ellen, at, differently)
  const file = await sends(house, ellen, at, agencies.otters.id)
  expect((await kofi.get(`/concerns/files/${file}/document-1`)).status).toBe(404)
  await kofi.go(`/concerns/files/${file}`, { answer: 'accepted', why: '' })
  const opened = wordsOf(await textOf(kofi, `/concerns/files/${file}`))
  for (const there of ['Checked just now', 'What [another child] saw', 'Canary medlar', sha256(words)])
    expect(opened).toContain(there)
  expect(await textOf(kofi, `/concerns/files/${file}/document-1`)).toBe(words)
  expect((await kofi.get(`/concerns/files/${file}/document-2`)).status).toBe(404)
  const { rows } = await house.database.asOwner(
    `select content::text as said from entry where event = 'concern-file.opened'`,
  )
  expect(rows.map(({ said }) => said).join()).toContain('"document"')
})

test('on another day an export asks why its concerns are opened, as they do: its names, its files and where it is sent', async () => {
  const open = await asksToTake(ellen, cast.jamie.id, 'police')
  const made = await asksToTake(ellen, cast.jamie.id)
  await decides(ellen, made, differently)
  now = later(now, days(1))
  await house.database.asOwner('update auth.session set "expiresAt" = $1', [later(now, days(1))])
  await unlocks(ellen)
  const asks = async (path: string) =>
    wordsOf(await textOf(ellen, path)).includes('Why are you opening this?')
  for (const path of [open, made, `${made}/send`]) expect([path, await asks(path)]).toEqual([path, true])
  expect(await textOf(ellen, open)).not.toContain('medlar')
  const taken = async () =>
    (await house.database.asOwner(`select 1 from entry where event = 'concern-export.taken'`)).rows.length
  const before = await taken()
  for (const form of ['json', 'pdf', 'document-1'])
    expect([form, (await ellen.get(`${made}/${form}`)).status]).toEqual([form, 303])
  expect((await ellen.post(open, { list: '', others: 'Canary to stay' })).status).toBe(409)
  expect(await taken()).toBe(before)
  expect((await ellen.post(`${made}/why`, { reason: 'other', words: '', key: newId() })).status).toBe(409)
  expect(await asks(made)).toBe(true)
  await ellen.go(`${made}/why`, { reason: 'asked', words: 'The sergeant rang.', key: newId() })
  expect((await ellen.get(`${made}/json`)).status).toBe(200)
  expect(await textOf(ellen, open)).toContain('medlar')
  const seen = wordsOf(await textOf(ellen, `/concerns/${concern}`))
  expect(seen).toContain(
    'Ellen Fraser opened it: a colleague who reads it, or somebody outside, asked me about it',
  )
  expect(seen).toContain('The sergeant rang.')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellsOf } from '../../../tests/setup/concern.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey } from '../../../tests/setup/keys.ts'
import { Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { answered, asksToTake, decides, sends } from '../../../tests/setup/taken.ts'
import { agencies, cast } from '../../demo/index.ts'
import { days, later, minutes } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { read, system, write } from '../../records/index.ts'
import { lateConcerns } from '../casework/late.ts'
import { lookAfterFiles } from './look-after.ts'

let house: TestHouse
let ellen: Person
let kofi: Person
let at: string
let concern: string

beforeAll(async () => {
  house = await openHouse()
  ;[ellen, kofi] = [await signedIn(house, 'ellen'), await signedIn(house, 'kofi')]
  for (const who of [ellen, kofi]) await makesKey(who)
  const said = { words: 'Canary mallow: Jamie is afraid to go home.', about: 'child' }
  concern = (await tellsOf(house, new Person(house), said)).id
  await ellen.get(`/concerns/${concern}`)
  await ellen.go(`/concerns/${concern}/link`, { part: 'child', name: 'Jamie Taylor' })
  at = await asksToTake(ellen, cast.jamie.id)
  await decides(ellen, at)
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const page = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const otters = agencies.otters.id

test('a file is read by nobody where it arrives before one of them accepts it; then it is theirs to read, and whoever sent it hears by whom and when', async () => {
  const file = await sends(house, ellen, at, otters)
  expect(await page(kofi, '/duties')).toContain('Somebody sent you a file. Accept it, or say why not')
  const before = await page(kofi, `/concerns/files/${file}`)
  expect(before).toContain('Riverside Youth Club: Ellen Fraser')
  expect(before).not.toContain('mallow')
  expect(before).not.toContain('Jamie')
  expect((await kofi.get(`/concerns/files/${file}/json`)).status).toBe(404)
  const content = await house.database.asOwner('select sealed from concern_file_content where file_id = $1', [
    file,
  ])
  expect(content.rows[0].sealed.toString('latin1')).toMatch(/^age-encryption\.org\/v1/)
  await kofi.go(`/concerns/files/${file}`, { answer: 'accepted', why: '' })
  const opened = await page(kofi, `/concerns/files/${file}`)
  expect(opened).toContain('Canary mallow')
  expect(opened).toContain('Checked just now')
  expect(await page(kofi, '/duties')).not.toContain('Somebody sent you a file')
  expect((await kofi.get(`/concerns/files/${file}/pdf`)).headers.get('content-type')).toBe('application/pdf')
  await answered(house, file)
  expect(await page(ellen, '/duties')).toContain('A file that you sent was answered. See how')
  expect(await page(ellen, at)).toMatch(/Otters Swimming Club Sent .* Accepted at .* by Kofi Mensah/)
  expect(await page(ellen, '/duties')).not.toContain('A file that you sent was answered')
  // Whoever sent it keeps what they have.
  expect(await page(ellen, `/concerns/${concern}`)).toContain('Canary mallow')
  const { rows } = await house.database.asOwner(
    `select event from entry e join agency a on a.id = e.agency_id where a.slug = 'otters-swimming-vault'`,
  )
  expect(rows.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['concern-file.arrived', 'concern-file.accepted', 'concern-file.opened']),
  )
})

test('refused, it is not kept where it was refused; why is said, sealed to whoever sent it alone', async () => {
  const file = await sends(house, ellen, at, otters)
  const [kept, gone] = [`select 1 from concern_file_content where file_id = $1`, 'concern_transfer_content']
  expect((await kofi.post(`/concerns/files/${file}`, { answer: 'refused', why: '' })).status).toBe(409)
  expect((await house.database.asOwner(kept, [file])).rows.length).toBe(1)
  await kofi.go(`/concerns/files/${file}`, { answer: 'refused', why: 'Canary nettle: not one of ours.' })
  expect((await house.database.asOwner(kept, [file])).rows.length).toBe(0)
  expect(await page(kofi, `/concerns/files/${file}`)).toContain('Refused by Kofi Mensah')
  await answered(house, file)
  expect((await house.database.asOwner(`select 1 from ${gone} where transfer_id = $1`, [file])).rows).toEqual(
    [],
  )
  expect(await page(ellen, at)).toContain('Why: Canary nettle: not one of ours.')
  const { rows } = await house.database.asOwner(
    'select why from concern_transfer_answer where transfer_id = $1',
    [file],
  )
  expect(rows[0].why.toString('latin1')).not.toContain('nettle')
})

test('nobody else there finds anything of it, nor does anybody in the agencies themselves; no letter says a word of it', async () => {
  const { rows } = await house.database.asOwner('select id from concern_file')
  for (const who of ['maya', 'ivan', 'dev', 'ellen'] as const) {
    const person = await signedIn(house, who)
    for (const { id } of rows) expect((await person.get(`/concerns/files/${id}`)).status).toBe(404)
  }
  const homes = await house.database.asOwner(
    `select 1 from entry e join agency a on a.id = e.agency_id where a.kind <> 'vault' and e.event like 'concern-%'`,
  )
  expect(homes.rows).toEqual([])
  for (const { subject, text } of house.mailbox.all)
    for (const word of ['Jamie', 'mallow', 'nettle', 'Riverside Youth Club sent'])
      expect(`${subject} ${text}`).not.toContain(word)
})

test('nobody there gets a file who shares a name with whom it is about', async () => {
  const said = { words: 'He is rough with them.', about: 'worker', adult: 'Kofi from the pool' }
  const { id } = await tellsOf(house, new Person(house), said)
  await ellen.get(`/concerns/${id}`)
  await ellen.go(`/concerns/${id}/link`, { part: 'child', name: 'Rosa Silva' })
  const taken = await asksToTake(ellen, cast.rosa.id)
  await decides(ellen, taken)
  expect(await page(ellen, `${taken}/send`)).toContain('There is no other organisation here')
  expect((await ellen.post(`${taken}/send`, { to: otters, key: newId() })).status).toBe(409)
})

test('a file that nobody answers comes to the head in time, whose key opens it already, and is counted for the board; one answer ends it for all', async () => {
  const maya = await signedIn(house, 'maya')
  await makesKey(maya)
  const file = await sends(house, ellen, at, otters)
  const owes = async (who: Person) =>
    (await (await who.get('/duties')).text()).includes(`href="/concerns/files/${file}"`)
  const { ground } = house.house
  const after = (time: number) => ({ ...ground, clock: () => later(new Date(), time) })
  const look = (time: number) => write(after(time), system(otters), lookAfterFiles)
  const board = { kind: 'staff', agencyId: agencies.board.id, personId: cast.helen.id, roles: [] } as never
  const late = (time: number) => read(after(time), board, reader => lateConcerns(reader, otters))
  await look(days(3) - minutes(5))
  expect([await owes(kofi), await owes(maya)]).toEqual([true, false])
  expect((await maya.get(`/concerns/files/${file}`)).status).toBe(404)
  expect(await late(days(5) - minutes(5))).toBe(0)
  expect(await late(days(5) + minutes(5))).toBe(1)
  await look(days(3) + minutes(5))
  expect([await owes(kofi), await owes(maya)]).toEqual([true, true])
  expect(await look(days(3) + minutes(9))).toBe(0)
  await maya.go(`/concerns/files/${file}`, { answer: 'accepted', why: '' })
  expect(await page(maya, `/concerns/files/${file}`)).toContain('Canary mallow')
  expect([await owes(kofi), await owes(maya)]).toEqual([false, false])
  expect(await late(days(9))).toBe(0)
  const { rows } = await house.database.asOwner(`select event from entry where about_id = $1`, [file])
  expect(rows.map(({ event }) => event)).toContain('concern-file.came-to')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { agencies, type CastName, cast } from '../demo/index.ts'
import { newId } from '../kit/ids.ts'
import { type Arriving, receive } from './index.ts'

let house: TestHouse
let at: string
let carys: Person
let ellen: Person
beforeAll(async () => {
  house = await openHouse()
  const amira = await signedIn(house, 'amira')
  carys = await signedIn(house, 'carys')
  ellen = await signedIn(house, 'ellen')
  at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const rows = async (sql: string, values: unknown[] = []) => (await house.database.asOwner(sql, values)).rows
const words = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const arrivalOf = async (externalId: string) =>
  (await rows('select id from arrival where external_id = $1', [externalId]))[0]?.id as string
const owed = async (id: string, kind = 'danger-held') =>
  (
    await rows('select person_id from duty where about_id = $1 and kind = $2 and closed_at is null', [
      id,
      kind,
    ])
  )
    .map(({ person_id }) => person_id)
    .toSorted()

/** Something comes by text from a number that is nobody's. Gives where it is held. */
async function comes(text: string, about: Partial<Arriving> = {}): Promise<string> {
  const externalId = newId()
  await receive(house.house.ground, {
    agencyId: agencies.riverside.id as never,
    channel: 'text',
    externalId,
    from: '+447700900999',
    to: '+447700900000',
    receivedAt: new Date(),
    words: text,
    is: { kind: 'held', reason: 'not-known' },
    ...about,
  })
  return arrivalOf(externalId)
}
const designated = [cast.ellen.id, cast.farid.id].toSorted()

test('danger in a text from a number that is nobody’s reaches the designated persons at once, with what is known', async () => {
  const id = await comes('He hits me. I want to die. Ring me on 07700 900321')
  expect(await owed(id)).toEqual(designated)
  for (const name of ['ellen', 'farid'] as const) {
    const letter = await house.mailbox.next(cast[name].email ?? '', /Somebody may be in danger/)
    expect(letter.text).not.toContain('hits')
  }
  const page = await words(ellen, `/arrivals/${id}/danger`)
  expect(page).toContain('He hits me. I want to die.')
  expect(page).toContain('call 999')
  expect(page).toContain('by text')
  expect(page).toContain('+447700900999')
  // Their own number, which they gave, is masked until somebody who answers for others opens it, on the record.
  expect(page).not.toContain('900321')
  expect((await ellen.post(`/arrivals/${id}/details`, { reason: 'now' })).status).toBe(409)
  await ellen.go(`/arrivals/${id}/details`, { reason: 'Nobody else can reach them' })
  expect(await words(ellen, `/arrivals/${id}`)).toContain('07700 900321')
  expect(await words(await signedIn(house, 'farid'), `/arrivals/${id}`)).not.toContain('900321')
  expect(await rows(`select person_id from entry where event = 'words.opened'`)).toEqual([
    { person_id: cast.ellen.id },
  ])
})

test('it is not set aside before somebody has said what they did; managers and administrators do not say it', async () => {
  const id = await comes('My stepdad touches me at night', {
    conversationId: at.split('/').at(-1) as never,
    is: { kind: 'held', reason: 'several-people' },
  })
  expect((await carys.post(`/arrivals/${id}`, { as: 'aside' })).status).toBe(409)
  expect(await words(carys, `/arrivals/${id}`)).toContain('Somebody may be in danger')
  const grace = await signedIn(house, 'grace')
  for (const who of [carys, grace]) expect((await who.get(`/arrivals/${id}/danger`)).status).toBe(404)
  expect((await ellen.post(`/arrivals/${id}/danger`, { did: '' })).status).toBe(422)
  await ellen.go(`/arrivals/${id}/danger`, { did: 'Called the police, who know the number.' })
  expect(await owed(id)).toEqual([])
  await ellen.go(`/arrivals/${id}`, { as: 'aside' })
  expect(await rows('select 1 from arrival_words where arrival_id = $1', [id])).toEqual([])
})

test('what is let through carries its danger into the conversation: it is marked and owed there', async () => {
  const body = 'I am going to hurt myself tonight'
  const id = await comes(body, {
    channel: 'email',
    from: 'jamie.other@family.example',
    conversationId: at.split('/').at(-1) as never,
    personId: cast.jamie.id,
    is: { kind: 'held', reason: 'other-sender' },
  })
  expect(await owed(id)).toEqual(designated)
  expect(await owed(id, 'held-arrival')).toEqual([cast.carys.id])
  await carys.go(`/arrivals/${id}`, { as: cast.jamie.id })
  expect(await owed(id)).toEqual([])
  const [mark] = await rows(
    `select k.id from message_mark k join message m on m.id = k.message_id where k.kind = 'danger' and m.body = $1`,
    [body],
  )
  expect(await owed(mark?.id, 'danger')).toEqual(designated)
})

test('what nobody knows the conversation of is put where a manager says it belongs, among those they answer for', async () => {
  const body = 'I will be ten minutes late'
  const id = await comes(body)
  expect(await owed(id)).toEqual([])
  // It is for designated people as long as nobody knows where it belongs.
  expect((await carys.get(`/arrivals/${id}/place`)).status).toBe(404)
  expect(await words(ellen, `/arrivals/${id}/place`)).toContain('Find the conversation by a part of a name')
  const found = `/arrivals/${id}/place?find=jamie`
  expect(await words(ellen, found)).toContain('Jamie Taylor, in “Thursday” With Amira Haddad, Carys Powell')
  const conversation = at.split('/').at(-1)
  const wrong = await ellen.post(found, { place: `${conversation} ${cast.lucia.id}` })
  expect(wrong.status).toBe(409)
  await ellen.go(found, { place: `${conversation} ${cast.jamie.id}` })
  expect(await words(await signedIn(house, 'amira'), at)).toContain(body)
  expect(await words(carys, at)).toContain('let through by Ellen Fraser')
  const [row] = await rows(
    'select outcome, person_id, conversation_id, decided_by from arrival where id = $1',
    [id],
  )
  expect(row).toEqual({
    outcome: 'message',
    person_id: cast.jamie.id,
    conversation_id: conversation,
    decided_by: cast.ellen.id,
  })
})

test('nobody without somebody to answer for puts anything anywhere', async () => {
  const id = await comes('Hello?')
  for (const name of ['grace', 'amira', 'ben'] as readonly CastName[]) {
    const who = await signedIn(house, name)
    for (const page of ['place', 'details'])
      expect([name, page, (await who.get(`/arrivals/${id}/${page}`)).status]).toEqual([name, page, 404])
  }
})

test('where there is no designated person, what is held is an administrator’s to decide, and theirs alone', async () => {
  const id = await comes('Is anybody there?', { agencyId: agencies.board.id as never })
  expect(await owed(id, 'held-arrival')).toEqual([cast.idris.id])
  const idris = await signedIn(house, 'idris')
  expect(await words(idris, `/arrivals/${id}`)).toContain('Is anybody there?')
  await idris.go(`/arrivals/${id}`, { as: 'aside' })
  expect(await owed(id, 'held-arrival')).toEqual([])
})

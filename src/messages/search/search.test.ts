import { afterAll, beforeAll, expect, test } from 'vitest'
import { comesIn } from '../../../tests/setup/family.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { type Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { cast } from '../../demo/index.ts'
import { newId } from '../../kit/ids.ts'

let house: TestHouse
let amira: Person
let at: string
beforeAll(async () => {
  house = await openHouse()
  amira = await signedIn(house, 'amira')
  at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  await amira.go(`${at}/write`, { body: 'We are climbing at Harbour Wall. Bring trainers.', key: newId() })
  const jamie = await comesIn(house, 'jamie')
  const family = at.replace('/conversations/', '/family/')
  await jamie.go(`${family}/write`, { body: 'Ring me about the climb on 07700 900321', key: newId() })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close({ altered: true })
})

const finds = async (who: Person, words: string, more = '') =>
  wordsOf(await (await who.get(`/conversations/search?find=${encodeURIComponent(words)}${more}`)).text())
const readings = async (person: string) =>
  (
    await house.database.asOwner(
      `select content from entry where event = 'conversation.read' and person_id = $1 and about_id = $2`,
      [person, at.split('/').at(-1)],
    )
  ).rows.map(({ content }) => content)

test('a worker finds what was said in their own conversations, by a word however it is bent, and is led to it', async () => {
  const words = await finds(amira, 'climb')
  expect(words).toContain('We are climbing at Harbour Wall.')
  const html = await (await amira.get('/conversations/search?find=harbour')).text()
  const [, to = ''] = new RegExp(`href="(${at}\\?after=[^"#]+)#m-`).exec(html) ?? []
  expect(wordsOf(await (await amira.get(to)).text())).toContain('Bring trainers.')
  expect(await finds(amira, 'unicorn')).toContain('Nobody has said “unicorn”')
  expect(await readings(cast.amira.id)).toEqual([])
})

test('nobody finds what was said in a conversation that they may not read', async () => {
  for (const stranger of ['ben', 'joan'] as const) {
    const who = await signedIn(house, stranger)
    expect((await who.get(at)).status).toBe(404)
    expect(await finds(who, 'harbour')).toContain('Nobody has said “harbour”')
  }
})

test('whoever supervises finds it too, and that they were shown it is an entry of the conversation', async () => {
  for (const name of ['dev', 'ellen'] as const) {
    const who = await signedIn(house, name)
    expect(await readings(cast[name].id)).toEqual([])
    expect(await finds(who, 'harbour trainers')).toContain('We are climbing at Harbour Wall.')
    expect(await readings(cast[name].id)).toHaveLength(1)
    // What shows nothing reads nothing.
    expect(await finds(who, 'harbour unicorn')).not.toContain('Harbour Wall')
    expect(await readings(cast[name].id)).toHaveLength(1)
  }
})

test('what is masked to the staff is not shown by a search, and nothing is found by it', async () => {
  for (const who of [amira, await signedIn(house, 'ellen')]) {
    expect(await finds(who, 'ring')).toContain('[a phone number: ask your manager]')
    expect(await finds(who, '900321')).toContain('Nobody has said')
  }
})

test('a long list goes on further back, and each message is in it once', async () => {
  const sent = Array.from({ length: 45 }, (_, at) => `Lantern number ${at + 1}.`)
  for (const body of sent) await amira.go(`${at}/write`, { body, key: newId() })
  for (const who of [amira, await signedIn(house, 'ellen')]) {
    const met: string[] = []
    for (let more = ''; ; ) {
      const html = await (await who.get(`/conversations/search?find=lantern${more}`)).text()
      met.push(...[...wordsOf(html).matchAll(/Lantern number \d+\./g)].map(([found]) => found))
      const [, before] = /before=([0-9a-f-]{36})/.exec(html) ?? []
      if (!before) break
      more = `&before=${before}`
    }
    expect(met).toEqual(sent.toReversed())
  }
})

test('whoever is in, or answers for, a great many conversations finds what was said in them, and nothing of others', async () => {
  const ben = await signedIn(house, 'ben')
  const others = await ben.go('/conversations/new', { whom: `parents:${cast.rosa.id}`, subject: 'Music' })
  await ben.go(`${others}/write`, { body: 'The sheep is marzipan.', key: newId() })
  await amira.go(`${at}/write`, { body: 'The cake is marzipan.', key: newId() })
  // Three hundred conversations more, as if they had been opened over years.
  await house.database.asOwner(
    `with made as (insert into conversation select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).*
       from conversation c, generate_series(1, 301) where c.id = $1 returning id)
     insert into participant select (jsonb_populate_record(p, jsonb_build_object('conversation_id', made.id))).*
       from participant p, made where p.conversation_id = $1 and p.person_id = $2`,
    [at.split('/').at(-1), cast.amira.id],
  )
  const own = await finds(amira, 'marzipan')
  expect(own).toContain('The cake is marzipan.')
  expect(own).not.toContain('The sheep')
  // Both answer to her.
  const carys = await signedIn(house, 'carys')
  const line = await finds(carys, 'marzipan')
  expect(line).toContain('The cake is marzipan.')
  expect(line).toContain('The sheep is marzipan.')
  expect(await finds(carys, 'unicorn')).toContain('Nobody has said “unicorn”')
})

test('words that were erased are found no more', async () => {
  const { rows } = await house.database.asOwner(`select id from message where body like '%Harbour%'`)
  const ellen = await signedIn(house, 'ellen')
  const html = await (await ellen.get(`${at}/messages/${rows[0].id}/erase`)).text()
  expect(html).toContain('Harbour')
  const fields = { reason: 'The law asks for it, by the request of the family.', checked: 'yes' }
  await ellen.post(`${at}/messages/${rows[0].id}/erase`, fields)
  expect(await finds(ellen, 'harbour')).toContain('Nobody has said')
})

test('what cannot be a word does no harm', async () => {
  const ellen = await signedIn(house, 'ellen')
  for (const odd of ["'", '%', '\\', '!&|()', ':*', 'the', 'x'.repeat(5000), '\u0000a'])
    for (const who of [amira, ellen])
      expect((await who.get(`/conversations/search?find=${encodeURIComponent(odd)}`)).status).toBe(200)
})

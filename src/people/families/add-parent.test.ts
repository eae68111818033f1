import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { type Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { cast } from '../../demo/index.ts'
import { dayAt } from '../../guidance/index.ts'
import { days, later } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'

let house: TestHouse
let grace: Person
let amira: Person
beforeAll(async () => {
  house = await openHouse()
  grace = await signedIn(house, 'grace')
  amira = await signedIn(house, 'amira')
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  expect((await house.verify()).problems).toEqual([])
  await house.close()
})

const at = `/people/${cast.jamie.id}/family/new`
const carer = {
  name: 'Fay Lowe',
  email: 'fay.lowe@family.example',
  phone: '07700 900789',
  relationship: 'Foster carer',
}
const page = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const opened = (whom: string) => amira.go('/conversations/new', { whom, subject: 'Thursday' })
const idOf = async (name: string): Promise<string> =>
  (await house.database.asOwner('select id from person where name = $1', [name])).rows[0]?.id
const here = async (conversation: string) => {
  const { rows } = await house.database.asOwner(
    `select w.name from participant p join person w on w.id = p.person_id
      where p.conversation_id = $1 and p.left_at is null order by w.name`,
    [conversation.split('/').at(-1)],
  )
  return rows.map(({ name }) => name)
}
const agreesTo = (by: string) =>
  grace.post(`/agreements/${cast.jamie.id}/enter`, {
    ...{ sent: '1', by, how: 'paper', on: dayAt(new Date()), last: dayAt(later(new Date(), days(200))) },
    web: 'yes',
  })

test('a new foster carer is added to a child who is here: in new conversations, and in none that there is', async () => {
  const before = await opened(`child:${cast.jamie.id}`)
  expect(await page(grace, `/people/${cast.jamie.id}`)).toContain('Add a parent or carer')
  await grace.go(at, carer)
  expect(await page(grace, `/people/${cast.jamie.id}`)).toContain('Fay Lowe, Foster carer.')
  expect(await here(before)).not.toContain('Fay Lowe')
  const after = await opened(`child:${cast.jamie.id}`)
  expect(await here(after)).toEqual([
    'Amira Haddad',
    'Carys Powell',
    'Fay Lowe',
    'Jamie Taylor',
    'Sam Taylor',
  ])
  await amira.go(`${after}/write`, { body: 'Welcome, Fay.', key: newId() })
  await house.mailbox.next(carer.email, /\/f\//)
  const fay = await idOf('Fay Lowe')
  expect((await agreesTo(fay)).status).toBe(303)
  // Entered once more, nothing is changed.
  await grace.go(at, carer)
  const { rows } = await house.database.asOwner(`select 1 from family_tie where parent_id = $1`, [fay])
  expect(rows).toHaveLength(1)
})

test('somebody’s parent is added to another child, and is nobody new', async () => {
  expect(await page(grace, at)).toContain('Lucia Silva (Rosa Silva)')
  await grace.go(at, { known: cast.lucia.id, relationship: 'Aunt' })
  expect(await page(grace, `/people/${cast.lucia.id}`)).toContain('Children Jamie Taylor , Rosa Silva')
  expect(await here(await opened(`parents:${cast.jamie.id}`))).toContain('Lucia Silva')
})

test('nobody is added without a name, with two at once, or with what is a child’s', async () => {
  for (const [fields, words] of [
    [{ ...carer, name: '' }, 'enter the name of somebody new'],
    [{ ...carer, known: cast.sam.id }, 'no longer here'],
    [{ ...carer, name: 'Ed Lowe', email: cast.jamie.email ?? '' }, 'that email address is a child’s'],
  ] as const) {
    const refused = await grace.post(at, fields)
    expect([refused.status, wordsOf(await refused.text())]).toEqual([409, expect.stringContaining(words)])
  }
  expect((await grace.post(at, { ...carer, relationship: '' })).status).toBe(422)
  for (const name of ['amira', 'carys', 'ellen'] as const)
    expect((await (await signedIn(house, name)).get(at)).status).toBe(404)
})

test('whoever heard of the child no longer is added again: what they said before counts no more until they say it anew', async () => {
  const fay = await idOf('Fay Lowe')
  await grace.go(`/people/${cast.jamie.id}/family/${fay}/end`, { why: 'The placement ended' })
  expect((await agreesTo(fay)).status).toBe(409)
  expect(await page(grace, at)).toContain('The placement ended. Add them again only if that has changed.')
  await grace.go(at, carer)
  expect(await idOf('Fay Lowe')).toBe(fay)
  expect(await page(grace, `/agreements/${cast.jamie.id}`)).toContain('Fay Lowe said yes to')
  expect(await page(grace, `/agreements/${cast.jamie.id}`)).toContain('It no longer counts')
  expect(await here(await opened(`parents:${cast.jamie.id}`))).toContain('Fay Lowe')
  expect((await agreesTo(fay)).status).toBe(303)
})

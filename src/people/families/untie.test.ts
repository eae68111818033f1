import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { pathIn } from '../../../tests/setup/family.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { agencies, cast } from '../../demo/index.ts'
import { dayAt } from '../../guidance/index.ts'
import { days, later } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { giveSome } from '../../notices/give-notice.ts'
import type { NoticeId } from '../../notices/tables.ts'
import { system, write } from '../../records/index.ts'

let house: TestHouse
let grace: Person
let amira: Person
let nell: string
let dad: string
let mum: string
/** Dad, come in by the link and the code that were sent to him. */
let him: Person
let link: string
let withNell: string
let withParents: string
beforeAll(async () => {
  house = await openHouse()
  grace = await signedIn(house, 'grace')
  amira = await signedIn(house, 'amira')
  nell = await enter('Nell Marsh')
  dad = await linkTo(nell, 'Theo Marsh')
  mum = await linkTo(nell, 'Una Marsh')
  for (const by of [mum, dad]) await agrees(nell, by)
  withNell = await opened(`child:${nell}`)
  withParents = await opened(`parents:${nell}`)
  await says(withNell, 'We meet at 4pm.')
  link = pathIn((await house.mailbox.next(addressOf('theo'), /\/f\//)).text)
  him = await comesIn(link, addressOf('theo'))
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  expect((await house.verify()).problems).toEqual([])
  await house.close()
})

const addressOf = (name: string) => `${name}.marsh@family.example`
const page = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const idIn = (path: string) => path.split('/').at(-1) ?? ''
const enter = async (child: string) =>
  idIn(
    await grace.go('/people/families/new', {
      ...{ child, parent: 'Theo Marsh', relationship: 'Father', email: addressOf('theo') },
      ...{ parent2: 'Una Marsh', relationship2: 'Mother', email2: addressOf('una') },
      ...{ worker: cast.amira.id, purpose: 'Thursday youth club' },
    }),
  )
const linkTo = async (child: string, name: string) =>
  new RegExp(`href="/people/([0-9a-f-]{36})">${name}`).exec(
    await (await grace.get(`/people/${child}`)).text(),
  )?.[1] ?? ''
const agrees = (child: string, by: string) =>
  grace.go(`/agreements/${child}/enter`, {
    ...{ sent: '1', by, how: 'paper', on: dayAt(new Date()), last: dayAt(later(new Date(), days(200))) },
    ...{ web: 'yes', email: 'yes' },
  })
const opened = (whom: string) => amira.go('/conversations/new', { whom, subject: 'Thursday' })
const says = (at: string, body: string) => amira.post(`${at}/write`, { body, key: newId() })
const familys = (at: string) => at.replace('/conversations/', '/family/')
const ends = (child: string, parent: string, why = 'Order of the family court of 3 May') =>
  grace.go(`/people/${child}/family/${parent}/end`, { why })
async function comesIn(path: string, address: string): Promise<Person> {
  const person = new Person(house)
  await person.post(path, { step: 'send' })
  const code = await house.mailbox.next(address, /Your code is/)
  await person.go(path, { code: /\d{6}/.exec(code.text)?.[0] ?? '' })
  return person
}
const here = async (at: string) => {
  const { rows } = await house.database.asOwner(
    `select w.name from participant p join person w on w.id = p.person_id
      where p.conversation_id = $1 and p.left_at is null order by w.name`,
    [idIn(at)],
  )
  return rows.map(({ name }) => name)
}

test('only an administrator ends it, and says why; the page says what it does', async () => {
  const at = `/people/${nell}/family/${dad}/end`
  for (const name of ['amira', 'carys', 'ellen'] as const)
    expect((await (await signedIn(house, name)).get(at)).status).toBe(404)
  expect((await grace.get(`/people/${nell}/family/${cast.sam.id}/end`)).status).toBe(404)
  expect((await grace.post(at, { why: '' })).status).toBe(422)
  const words = await page(grace, at)
  expect(words).toContain('Theo Marsh is no longer to hear of Nell Marsh')
  expect(words).toContain('every link they were sent stops working')
  expect(words).toContain('Theo Marsh is told nothing by Lanyard')
  expect(await page(grace, `/people/${nell}`)).toContain('Theo Marsh, Father. No longer to hear')
})

test('whoever is no longer to hear of a child is out of every conversation with them at once, and nobody tells them', async () => {
  const stream = (await him.get(`${familys(withNell)}/live`)).body?.getReader()
  const closed = (async () => {
    while (stream && !(await stream.read()).done);
    return true
  })()
  const letters = house.mailbox.all.filter(({ to }) => to === addressOf('theo')).length
  expect(await page(him, familys(withNell))).toContain('We meet at 4pm.')
  await ends(nell, dad)
  expect(await closed).toBe(true)
  expect(await here(withNell)).toEqual(['Amira Haddad', 'Carys Powell', 'Nell Marsh', 'Una Marsh'])
  expect(await here(withParents)).toEqual(['Amira Haddad', 'Una Marsh'])

  // He has no other child here: neither his session nor his link opens anything.
  for (const path of [
    '/family',
    familys(withNell),
    `${familys(withNell)}/live`,
    `/family/agreements/${nell}`,
  ])
    expect((await him.get(path)).headers.get('location')).toMatch(/^\/family-sign-in/)
  expect((await new Person(house).get(link)).status).toBe(404)
  expect((await him.post(`/family/agreements/${nell}`, { sent: '1' })).status).toBe(303)

  // It goes on without him, and so do new ones.
  expect((await says(withNell, 'We meet at 5pm.')).status).toBe(303)
  expect(await here(await opened(`child:${nell}`))).not.toContain('Theo Marsh')
  expect(await here(await opened(`parents:${nell}`))).not.toContain('Theo Marsh')
  await house.mailbox.next(addressOf('una'), /\/f\//)
  expect(house.mailbox.all.filter(({ to }) => to === addressOf('theo'))).toHaveLength(letters)

  // It is on the record, and why is read where it was done, by whoever may change it.
  expect(await page(grace, `/people/${nell}`)).toContain('Order of the family court of 3 May')
  expect(await page(amira, `/people/${nell}`)).toContain('Theo Marsh, since')
  expect(await page(amira, `/people/${nell}`)).not.toContain('family court')
  const { rows } = await house.database.asOwner(`select 1 from entry where event = 'family.untied'`)
  expect(rows).toHaveLength(1)
})

test('what they said of contact counts no longer, and they can say nothing more', async () => {
  const ida = await enter('Ida Marsh')
  const letter = house.mailbox.next(addressOf('theo'), /\/f\//)
  await agrees(ida, dad)
  const at = await opened(`child:${ida}`)
  expect((await says(at, 'See you on Thursday.')).status).toBe(303)
  await letter
  await ends(ida, dad)
  const no = await says(at, 'See you on Friday.')
  expect([no.status, wordsOf(await no.text())]).toEqual([
    409,
    expect.stringContaining('nobody has agreed to contact with them'),
  ])
  const kept = await page(grace, `/agreements/${ida}`)
  expect(kept).toContain('Messages on our own page Not agreed')
  expect(kept).toContain('It no longer counts: they are no longer their parent or carer here')
  // Nor is it entered for them, on any page and by any hand.
  expect(await (await grace.get(`/agreements/${ida}/enter`)).text()).not.toContain(dad)
  expect(
    (
      await grace.post(`/agreements/${ida}/enter`, {
        ...{ sent: '1', by: dad, how: 'paper', on: dayAt(new Date()), web: 'yes' },
        last: dayAt(later(new Date(), days(20))),
      })
    ).status,
  ).toBe(409)
  await agrees(ida, mum)
  expect((await says(at, 'See you on Saturday.')).status).toBe(303)
})

test('somebody with another child here keeps what is about that one alone', async () => {
  const [older, other] = [await enter('Abe Marsh'), await enter('Bea Marsh')]
  for (const child of [older, other]) await agrees(child, mum)
  const both = [await opened(`child:${older}`), await opened(`child:${other}`)] as const
  const parents = await opened(`parents:${older}`)
  await says(both[1], 'Bea did well.')
  him = await comesIn(pathIn((await house.mailbox.next(addressOf('theo'), /\/f\//)).text), addressOf('theo'))
  expect(await page(grace, `/people/${older}/family/${dad}/end`)).toContain('still entered for Bea Marsh')
  await ends(older, dad)
  expect((await him.get(familys(both[0]))).status).toBe(404)
  expect((await him.get(`${familys(both[0])}/live`)).status).toBe(404)
  expect((await him.get(`/family/agreements/${older}`)).status).toBe(404)
  // Nothing says which child of the two it is about.
  expect((await him.get(familys(parents))).status).toBe(404)
  expect(await page(him, familys(both[1]))).toContain('Bea did well.')
  expect(await page(him, '/family/agreements')).not.toContain('Abe Marsh')
})

test('a conversation that nobody of the family is left in ends, and nothing goes there', async () => {
  const lou = idIn(
    await grace.go('/people/families/new', {
      ...{ child: 'Lou Hale', parent: 'Max Hale', relationship: 'Father', email: 'max.hale@family.example' },
      ...{ worker: cast.amira.id, purpose: 'Thursday youth club' },
    }),
  )
  const max = await linkTo(lou, 'Max Hale')
  expect(await page(grace, `/people/${lou}/family/${max}/end`)).toContain(
    'the only parent or carer of Lou Hale',
  )
  const at = await opened(`parents:${lou}`)
  await ends(lou, max)
  expect(await page(amira, at)).toContain('because nobody of the family is in it any more')
  expect(await (await amira.get(at)).text()).not.toContain('name="body"')
  expect(await here(at)).toEqual(['Amira Haddad'])
})

test('a notice about the child neither reaches them nor is read by them any more', async () => {
  const cal = await enter('Cal Marsh')
  const group = await amira.go('/notices/groups/new', { name: 'Trip', who: `child:${cal}` })
  const words = { reaches: 'parents', subject: 'The trip', body: 'Bring a packed lunch.' }
  const written_ = async () => idIn(await amira.go(`${group}/write`, { ...words, key: newId() }))
  const notice = await written_()
  const copy = async (id: string) =>
    (
      await house.database.asOwner(
        'select given_at is not null as given, why_not from notice_copy where notice_id = $1 and person_id = $2',
        [id, dad],
      )
    ).rows[0]
  await vi.waitUntil(async () => (await copy(notice))?.given, { timeout: 20_000, interval: 100 })
  expect(await page(him, `/family-notices/${notice}`)).toContain('Bring a packed lunch.')
  // Another that is not given yet when it ends.
  const waits = await written_()
  await vi.waitUntil(async () => (await copy(waits))?.given, { timeout: 20_000, interval: 100 })
  await house.database.asOwner(
    'update notice_copy set given_at = null, claimed_at = null, handed_at = null where notice_id = $1 and person_id = $2',
    [waits, dad],
  )
  await ends(cal, dad)
  expect((await him.get(`/family-notices/${notice}`)).status).toBe(404)
  expect((await him.post(`/family-notices/${notice}/answer`, { body: 'Yes', key: newId() })).status).toBe(404)
  expect(await page(him, '/family')).not.toContain('The trip')
  await write(house.house.ground, system(agencies.riverside.id), writer =>
    giveSome(writer, waits as NoticeId),
  )
  expect(await copy(waits)).toEqual({ given: false, why_not: 'left' })
  expect(await copy(await written_())).toBeUndefined()
})

test('the database puts nobody in with a child who is theirs no longer, and leaves nobody behind', async () => {
  const put = house.database.asOwner(
    `insert into participant select agency_id, conversation_id, person_id, part, now(), null, null, null, entry_id
      from participant where conversation_id = $1 and person_id = $2`,
    [idIn(withNell), dad],
  )
  await expect(put).rejects.toMatchObject({ code: 'LY122' })
  const at = await opened(`child:${nell}`)
  expect(await here(at)).toContain('Una Marsh')
  const left = house.database.asOwner(
    'update family_tie set until = now() where child_id = $1 and parent_id = $2',
    [nell, mum],
  )
  await expect(left).rejects.toMatchObject({ code: 'LY122' })
})

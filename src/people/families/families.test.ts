import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { hiddenOn, Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { cast } from '../../demo/index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const family = {
  child: 'Otis Brook',
  born: '2014-02-03',
  parent: 'Wren Brook',
  relationship: 'Mother',
  email: 'wren.brook@family.example',
  worker: cast.ben.id,
  purpose: 'Saturday music project',
}
const wordsAt = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())

test('an administrator enters a child with a parent and a worker, who may write to them at once', async () => {
  const [grace, ben, farid] = [
    await signedIn(house, 'grace'),
    await signedIn(house, 'ben'),
    await signedIn(house, 'farid'),
  ]
  const at = await grace.go('/people/families/new', family)
  const page = await wordsAt(grace, at)
  expect(page).toContain('Otis Brook')
  expect(page).toContain('Parents and carers Wren Brook')
  expect(page).toContain('Ben Okafor , Saturday music project')
  expect(await wordsAt(ben, '/conversations/new')).toContain('Otis Brook, with Wren Brook')
  expect((await ben.get(at)).status).toBe(200)
  expect((await farid.get(at)).status).toBe(200)
  const [amira, joan] = [await signedIn(house, 'amira'), await signedIn(house, 'joan')]
  for (const who of [amira, joan]) expect((await who.get(at)).status).toBe(404)
})

test('the same child is not entered twice, and a brother’s mother is the same mother', async () => {
  const grace = await signedIn(house, 'grace')
  const twice = await grace.post('/people/families/new', family)
  expect(twice.status).toBe(409)
  expect(wordsOf(await twice.text())).toContain('is here already, so nobody was entered twice')
  const brother = await grace.go('/people/families/new', { ...family, child: 'Ezra Brook' })
  const page = await (await grace.get(brother)).text()
  const [, mother = ''] = /href="(\/people\/[0-9a-f-]{36})">Wren Brook/.exec(page) ?? []
  expect(await wordsAt(grace, mother)).toContain('Children Ezra Brook , Otis Brook')
})

test('boxes that are wrong are named together, and what was typed stays', async () => {
  const grace = await signedIn(house, 'grace')
  const wrong = await grace.post('/people/families/new', {
    ...family,
    child: '',
    email: 'wren',
    born: '3 May',
  })
  const page = await wrong.text()
  expect(wrong.status).toBe(422)
  for (const words of [
    'Enter the child’s name',
    'Enter an email address in the correct format',
    'must be a real date',
  ])
    expect(wordsOf(page)).toContain(words)
  expect(page).toContain('value="Wren Brook"')
})

test('when a parent’s links are ended, what is open to them closes within a second and the link is dead', async () => {
  const [amira, grace] = [await signedIn(house, 'amira'), await signedIn(house, 'grace')]
  const at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Thursday' })
  await amira.go(`${at}/write`, {
    body: 'We meet at 4pm.',
    key: hiddenOn(await (await amira.get(at)).text(), 'key'),
  })
  const email = cast.sam.email ?? ''
  const letter = await house.mailbox.next(email, /\/f\//)
  const path = new URL(/https?:\S+/.exec(letter.text)?.[0] ?? '').pathname
  const sam = new Person(house)
  await sam.post(path, { step: 'send' })
  const code = await house.mailbox.next(email, /Your code is/)
  await sam.go(path, { code: /\d{6}/.exec(code.text)?.[0] ?? '' })
  const stream = await sam.get(`/family/${at.split('/').at(-1)}/live`)
  const reader = stream.body?.getReader()
  const ended = (async () => {
    for (;;) if (!reader || (await reader.read()).done) return Date.now()
  })()

  await grace.go(`/people/${cast.sam.id}/links`, {})
  const asked = Date.now()
  expect((await ended) - asked).toBeLessThan(1000)
  expect((await sam.get('/family')).headers.get('location')).toMatch(/^\/family-sign-in/)
  expect((await sam.get(path)).status).toBe(404)
})

test('only an administrator enters families, and a worker ends nobody’s links', async () => {
  const ben = await signedIn(house, 'ben')
  expect((await ben.get('/people/families/new')).status).toBe(404)
  expect((await ben.post(`/people/${cast.lucia.id}/links`, {})).status).toBe(404)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { hiddenOn, signedIn, wordsOf } from '../setup/person.ts'

// Somebody who cannot say it in a message, and so says it where a family reads a name, or what some work is for.

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  await house.sequence()
  expect((await house.verify()).problems).toEqual([])
  expect(house.faults).toEqual([])
  await house.close()
})

const family = {
  child: 'Otis Brook',
  parent: 'Wren Brook',
  relationship: 'Mother',
  email: 'wren.brook@family.example',
  worker: cast.ben.id,
  purpose: 'Saturday music project',
}
const number = '07700 900999'

test.each<[what: string, path: string, fields: Record<string, string>]>([
  [
    'a name of staff',
    '/people/invite',
    { name: `Robin ${number}`, email: 'robin@riverside-youth.example', role: 'worker', manager: 'nobody' },
  ],
  ['a child’s name', '/people/families/new', { ...family, child: `Otis ${number}` }],
  ['a parent’s name', '/people/families/new', { ...family, parent: 'Wren insta: wren.private' }],
  ['a relationship', '/people/families/new', { ...family, relationship: `ring ${number}` }],
  ['what the work is for', '/people/families/new', { ...family, purpose: `or ring ${number}` }],
  ['a work link', `/people/${cast.amira.id}/work`, { child: cast.rosa.id, purpose: `or ring ${number}` }],
  ['a team’s name', '/people/teams/new', { name: `Team ${number}`, manager: 'nobody' }],
])('%s gives no telephone number or account', async (_, path, fields) => {
  const grace = await signedIn(house, 'grace')
  const answer = await grace.post(path, fields)
  expect(answer.status).toBe(422)
  expect(wordsOf(await answer.text())).toContain('Give the words alone')
})

test('nor does anything in a file', async () => {
  const grace = await signedIn(house, 'grace')
  const rows = [
    'Child name,Date of birth,Parent 1 name,Parent 1 email,Worker,What for',
    `Otis Brook,3/2/2014,Wren ${number},wren.brook@family.example,${cast.ben.email},snap: ben.private`,
  ]
  const at = await grace.upload(
    '/people/import/families',
    'file',
    new File([rows.join('\n')], 'families.csv'),
  )
  const page = wordsOf(await (await grace.get(at.headers.get('location') ?? '')).text())
  expect(page).toContain('gives a telephone number')
  expect(page).toContain('gives a social media account')
})

test('a name is one line, so that it says nothing of its own in a mail', async () => {
  const [grace, ben] = [await signedIn(house, 'grace'), await signedIn(house, 'ben')]
  const child = await grace.go('/people/families/new', {
    ...family,
    parent: 'Wren,\n\nPlease come alone on Friday.\n\nBen',
  })
  const at = await ben.go('/conversations/new', {
    whom: `parents:${child.split('/').at(-1)}`,
    subject: 'Hello',
  })
  await ben.go(`${at}/write`, { body: 'Hi', key: hiddenOn(await (await ben.get(at)).text(), 'key') })
  const { text } = await house.mailbox.next(family.email, /\/f\//)
  expect(text.split('\n')[0]).toContain('Please come alone')
})

test('a child’s address is no parent’s: a link to the parent alone would open to the child', async () => {
  const grace = await signedIn(house, 'grace')
  const jamies = cast.jamie.email ?? ''
  for (const fields of [
    { email: jamies },
    { email: 'one@family.example', 'child-email': 'One@family.example' },
    { 'child-email': cast.sam.email ?? '' },
  ]) {
    const answer = await grace.post('/people/families/new', { ...family, child: 'Another Brook', ...fields })
    expect([fields, answer.status]).toEqual([fields, 409])
  }
  const rows = ['Child name,Date of birth,Parent 1 name,Parent 1 email', `Otis Brook,3/2/2014,Wren,${jamies}`]
  const at = await grace.upload(
    '/people/import/families',
    'file',
    new File([rows.join('\n')], 'families.csv'),
  )
  const page = wordsOf(await (await grace.get(at.headers.get('location') ?? '')).text())
  expect(page).toContain('is a child’s here')
})

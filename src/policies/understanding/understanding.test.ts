import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { publishByVerbs } from '../../../tests/setup/publish.ts'
import { signs, understands } from '../../../tests/setup/sign.ts'
import { type Asked, everyQuestion, exampleBlanks, freshMadeOf, type MadeOf } from '../../clauses/index.ts'
import { acceptableUse, actorOf, cast } from '../../demo/index.ts'
import { read } from '../../records/index.ts'
import { policyToSign, questionsOf } from '../index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const policy = acceptableUse.riverside
const at = `/policies/${policy}`
const all: MadeOf = { ...freshMadeOf('acceptable-use'), blanks: exampleBlanks() }
/** The last of those that ask something and matter least: nobody is asked about it while there are others. */
const least = everyQuestion(all).findLast(({ question }) => question.matters === 3) as Asked
const without: MadeOf = { ...all, parts: all.parts.filter(({ id }) => id !== least.part) }

const rows = async (sql: string, values: readonly unknown[] = []) =>
  (await house.database.asOwner(sql, [...values])).rows
const keptOf = (id: string) =>
  rows(
    `select u.asked, u.tries, v.number, e.event, e.content from understanding u
     join policy_version v on v.id = u.version_id join entry e on e.id = u.entry_id
     where u.person_id = $1 order by v.number`,
    [id],
  )
const askedOf = (name: 'ben' | 'amira') =>
  read(house.house.ground, actorOf(name), async reader => {
    const found = await policyToSign(reader, policy)
    return found ? questionsOf(reader, found.version) : []
  })
const answersOf = (asked: readonly Asked[], right: (at: number) => boolean) =>
  Object.fromEntries(
    asked.map(({ question }, one) => [
      `q${one + 1}`,
      `${question.answers.findIndex(answer => answer.right === right(one))}`,
    ]),
  )
const page = async (who: Person, path: string) => (await who.get(`${at}/${path}`)).text()

test('nothing is signed before the questions are answered; the page to sign leads to them', async () => {
  await publishByVerbs(house.house.ground, policy, without)
  const ben = await signedIn(house, 'ben')
  const html = await page(ben, 'sign')
  expect(html).toContain(`${at}/understanding`)
  expect(html).not.toContain('Sign the policy')
  const [{ id: version }] = await rows('select id from policy_version order by published_at desc limit 1')
  const refused = await ben.post(`${at}/sign`, { version, agree: 'yes' })
  expect([refused.status, wordsOf(await refused.text())]).toEqual([
    409,
    expect.stringContaining('There are a few questions to answer before you sign'),
  ])
  expect(await rows('select 1 from signature where version_id = $1', [version])).toEqual([])
})

test('a wrong answer is explained and asked again, a right one is kept, and only that it was passed is recorded', async () => {
  const ben = await signedIn(house, 'ben')
  const asked = await askedOf('ben')
  expect(asked.length).toBeGreaterThanOrEqual(3)
  expect(asked.length).toBeLessThanOrEqual(5)
  const first = await page(ben, 'understanding')
  for (const { question } of asked) expect(wordsOf(first)).toContain(wordsOf(question.asks))
  expect(first.length).toBeLessThan(30_000)
  const hidden = (html: string) => ({ version: hiddenOn(html, 'version'), tries: hiddenOn(html, 'tries') })

  // The first is wrong, the second is not answered, the rest are right.
  const { q2: _, ...most } = answersOf(asked, one => one > 0)
  const again = await ben.post(`${at}/understanding`, { ...hidden(first), ...most })
  const html = await again.text()
  expect(again.status).toBe(409)
  expect(wordsOf(html)).toContain('2 of them are not right yet')
  const wrong = asked[0]?.question.answers.find(({ right }) => !right)
  expect(wordsOf(html)).toContain(wordsOf(`Not quite. You chose “${wrong?.text}”. ${wrong?.why}`))
  expect(wordsOf(html)).toContain('Choose an answer')
  expect(html.match(/type="radio" name="q1"|name="q1" type="radio"/)).not.toBeNull()
  expect(hiddenOn(html, 'q3')).toBe(most.q3)
  expect(wordsOf(html)).toContain(wordsOf(`Read it again: ${asked[0]?.heading}`))
  expect(await keptOf(cast.ben.id)).toEqual([expect.objectContaining({ number: 1 })].slice(1))

  const kept = Object.fromEntries(asked.map((_, one) => [`q${one + 1}`, hiddenOn(html, `q${one + 1}`)]))
  const right = answersOf(asked, () => true)
  expect(
    await ben.go(`${at}/understanding`, { ...hidden(html), ...kept, q1: right.q1 ?? '', q2: right.q2 ?? '' }),
  ).toBe(`${at}/sign`)
  expect(await ben.go(`${at}/sign`, { version: hidden(first).version, agree: 'yes' })).toBe(`${at}/signed`)
  expect((await ben.get('/')).status).toBe(200)

  const [row, ...more] = await keptOf(cast.ben.id)
  expect(more).toEqual([])
  expect(row).toMatchObject({ asked: asked.length, tries: 2, number: 2, event: 'policy.understood' })
  // Not which answers were wrong on the way, nor which were chosen.
  expect(Object.keys(JSON.parse(row.content)).sort()).toEqual(
    'asked id passed_at person_id policy_id text_hash tries version_id'.split(' '),
  )
  expect(wordsOf(await page(ben, 'understanding'))).toContain('You have signed this version')
})

test('what changed since somebody last signed is asked about first', async () => {
  const [amira, ben] = [await signedIn(house, 'amira'), await signedIn(house, 'ben')]
  expect(await signs(amira, at)).toBe(`${at}/signed`)
  await publishByVerbs(house.house.ground, policy, all)
  expect((await askedOf('ben')).map(({ part }) => part)).toContain(least.part)
  expect(wordsOf(await page(ben, 'understanding'))).toContain(wordsOf(least.question.asks))
  expect(wordsOf(await page(ben, 'sign'))).toContain('What changed since you last signed version 2')
})

test('answers to a text that has been replaced meanwhile pass nothing', async () => {
  const amira = await signedIn(house, 'amira')
  const html = await page(amira, 'understanding')
  const right = answersOf(await askedOf('amira'), () => true)
  await publishByVerbs(house.house.ground, policy, without)
  const stale = { version: hiddenOn(html, 'version'), tries: '1', ...right }
  const answer = await amira.post(`${at}/understanding`, stale)
  expect([answer.status, wordsOf(await answer.text())]).toEqual([
    409,
    expect.stringContaining('A newer version was published while you were reading'),
  ])
  expect((await keptOf(cast.amira.id)).map(({ number }) => number)).not.toContain(4)
  expect(await understands(amira, at)).toBeGreaterThan(0)
  for (const broken of [
    {},
    { version: 'x', tries: '1' },
    { ...stale, tries: '0' },
    { ...stale, tries: '1e9' },
  ])
    expect((await amira.post(`${at}/understanding`, broken)).status).toBe(422)
})

test('a text that is made of no clauses asks nothing, and goes straight to signing', async () => {
  await publishByVerbs(house.house.ground, policy, '# Phones\n\nUse the team phone.')
  const amira = await signedIn(house, 'amira')
  expect(await page(amira, 'sign')).toContain('Sign the policy')
  expect((await amira.get(`${at}/understanding`)).status).toBe(404)
  expect(await signs(amira, at)).toBe(`${at}/signed`)
})

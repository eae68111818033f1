import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import {
  actNames,
  acts,
  documentRules,
  questions,
  reportWords,
  rule,
  standingWords,
} from '../guidance/index.ts'
import { factsOf, readAsked } from './asked.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

/** How many answers are on the record, of whoever. */
async function kept(): Promise<number | null> {
  const owner = new pg.Client({ connectionString: house.database.ownerUrl })
  await owner.connect()
  const { rowCount } = await owner.query("select 1 from entry where event = 'answer.kept'")
  await owner.end()
  return rowCount
}

const main = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''

/** Sends the form on a page as a browser without script does: its hidden fields, and the answer chosen. */
function next(html: string, chosen: Readonly<Record<string, string>>): string {
  const hidden = [...main(html).matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  const query = new URLSearchParams(hidden.map(([, name = '', value = '']) => [name, value]))
  for (const [name, value] of Object.entries(chosen)) query.append(name, value)
  return `/ask?${query}`
}

test('a worker asks whether they may text a parent from their own phone, and is told not to, and why', async () => {
  const amira = await signedIn(house, 'amira')
  expect(await (await amira.get('/')).text()).toContain('href="/ask"')
  const beginning = await (await amira.get('/ask')).text()
  for (const act of actNames) expect(beginning).toContain(`href="/ask?act=${act}"`)

  const who = await (await amira.get('/ask?act=text')).text()
  expect(wordsOf(who)).toContain('Who is it with?')
  const whose = await (await amira.get(next(who, { who: 'parent' }))).text()
  expect(wordsOf(whose)).toContain('Whose equipment is it?')
  const answer = await (await amira.get(next(whose, { device: 'own' }))).text()
  const words = wordsOf(answer)
  expect(words).toContain(standingWords.forbidden.says)
  expect(words).toContain('PH-DONT-1')
  expect(words).toContain('What would change the answer')
  expect(words).toContain('Write to them here instead')
  expect(answer).toContain('href="/conversations/new?who=parent"')
  const going = await (await amira.get('/conversations/new?who=parent')).text()
  const parents = [...going.matchAll(/<input[^>]*value="parents:[^>]*>/g)].map(([input]) => input)
  expect(parents.length).toBeGreaterThan(0)
  expect(parents.filter(input => / checked/.test(input))).toHaveLength(parents.length === 1 ? 1 : 0)
  expect(words).toContain('A parent or carer')
})

test('somebody who goes on without an answer is asked again, and what they said before is kept', async () => {
  const amira = await signedIn(house, 'amira')
  const page = await (await amira.get('/ask?act=text&who=parent')).text()
  const again = await amira.get(next(page, {}))
  expect(again.status).toBe(422)
  const html = await again.text()
  expect(html).toContain('<title>Error: ')
  expect(html).toContain('href="#device"')
  expect(html).toContain('name="who" value="parent"')
})

test('somebody who does not know is answered as if the safeguard were missing', async () => {
  const amira = await signedIn(house, 'amira')
  const words = wordsOf(await (await amira.get('/ask?act=text&who=parent&device=unsure')).text())
  expect(words).toContain(standingWords.forbidden.says)
  expect(words).toContain('I do not know')
})

test('what may be done says who approves, what must be in place and what is owed', async () => {
  const amira = await signedIn(house, 'amira')
  const words = wordsOf(
    await (
      await amira.get('/ask?act=take-picture&shows=child&device=agreed&permission=yes&after=moved')
    ).text(),
  )
  expect(words).toContain('Safe practice')
  expect(words).toMatch(/Who approves .*A senior manager agrees/)
  expect(words).toMatch(/What must be in place .*IM-INPLACE-3/)
  expect(words).toMatch(/What you then owe .*delete it from the equipment/)
})

test('a worry is met with 999 before any question, and leads to help', async () => {
  const amira = await signedIn(house, 'amira')
  const first = wordsOf(main(await (await amira.get('/ask?act=report')).text()))
  expect(first.indexOf('999')).toBeLessThan(first.indexOf('Who would you tell first?'))
  const answer = await (await amira.get('/ask?act=report&to=manager&danger=now')).text()
  expect(wordsOf(main(answer))).toMatch(/^! Warning Call 999 first, now.*Call 999 first/)
  expect(main(answer)).toContain('href="/help"')
  expect(wordsOf(main(await (await amira.get('/ask?act=report&to=999')).text()))).toContain(
    reportWords.best.says,
  )
})

test('nothing is kept of what is asked, unless the person chooses to; then it is an entry with a receipt', async () => {
  const amira = await signedIn(house, 'amira')
  const at = '?act=play&who=child'
  const answer = await (await amira.get(`/ask${at}`)).text()
  expect(answer).toContain('href="/ask/keep?act=play&amp;who=child"')
  const page = await (await amira.get(`/ask/keep${at}`)).text()
  expect(wordsOf(page)).toContain('Nobody can change it afterwards')
  expect(await kept()).toBe(0)
  const to = await amira.go(`/ask/keep${at}`, {})
  expect(await kept()).toBe(1)
  // What other databases of the same server are in the middle of can hold the sequencer back.
  const receipt = async () => {
    await house.sequence()
    return wordsOf(await (await amira.get(to)).text())
  }
  await expect.poll(receipt, { timeout: 20_000 }).toContain('You asked before you acted, and kept the answer')
  const file = JSON.parse(await (await amira.get(`${to}/file`)).text())
  expect(file.leaf.cites).toEqual(rule('play', { who: 'child' }, documentRules).because)
  expect(JSON.stringify(file)).toContain('"standing":"forbidden"')
})

test('an answer that is not complete cannot be kept, and nobody asks who is not signed in', async () => {
  const amira = await signedIn(house, 'amira')
  expect((await amira.get('/ask/keep?act=play&who=stranger')).status).toBe(404)
  expect((await amira.post('/ask/keep?act=play', {})).status).toBe(404)
  expect((await new Person(house).get('/ask?act=play')).status).toBe(303)
})

test('nonsense in the address is passed over', async () => {
  const amira = await signedIn(house, 'amira')
  for (const query of ['act=telepathy', 'act=toString', 'act=', ''])
    expect(wordsOf(await (await amira.get(`/ask?${query}`)).text())).toContain('What do you want to do?')
  const odd =
    'act=text&who=%3Cscript%3E&device=__proto__&constructor=own&of=__proto__&purpose=work&purpose=personal'
  const answer = await amira.get(`/ask?${odd}`)
  expect(answer.status).toBe(200)
  expect(await answer.text()).not.toContain('<script>alert')
  expect([...(readAsked(new URLSearchParams(odd))?.answers ?? [])]).toEqual([['purpose', 'work']])
})

test('every act can be asked about to its end, by its first answers and its last, a question to a page', async () => {
  const amira = await signedIn(house, 'amira')
  for (const act of actNames)
    for (const pick of [0, -1]) {
      let html = await (await amira.get(`/ask?act=${act}`)).text()
      for (let count = 0; ; count++) {
        expect(count, act).toBeLessThanOrEqual(5)
        const fact = /name="of" value="([^"]*)"/.exec(html)?.[1]
        if (!fact) break
        const values = Object.keys(factsOf(act)[fact]?.values ?? {})
        html = await (await amira.get(next(html, { [fact]: values.at(pick) ?? '' }))).text()
      }
      expect(wordsOf(html)).toContain('What you said')
      expect(wordsOf(html)).toContain(acts[act].says)
    }
  expect(questions('text', {}, documentRules).atMost).toBe(4)
})

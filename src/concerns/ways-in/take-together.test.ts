import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey } from '../../../tests/setup/keys.ts'
import { Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { locatorOf, newCode } from '../code.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  for (const name of ['ellen', 'farid', 'dev'] as const) await makesKey(await signedIn(house, name))
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const at = '/tell/riverside-youth/words'
interface Sent {
  readonly words: string
  readonly code: ReturnType<typeof newCode>
  readonly about?: string
  readonly adult?: string
}
const one = (words: string, more: Partial<Sent> = {}): Sent => ({ words, code: newCode(), ...more })

/** All of these at once, each by somebody of their own without an account: who they are, and how each was answered. */
const allTell = (all: readonly Sent[]) =>
  Promise.all(
    all.map(async said => {
      const who = new Person(house)
      const { status } = await who.post(at, { about: 'unknown', ...said })
      return { who, status, said }
    }),
  )

/** What stands under these codes, by the transaction that stored it, how many looks at it are owed, and how many entries are about it. */
async function storedOf(all: readonly Sent[]) {
  const { rows } = await house.database.asOwner(
    `select c.xmin::text as transaction, (select count(*)::int from duty d where d.about_id = c.id) as owed,
       (select count(*)::int from entry e where e.agency_id = c.agency_id and e.about_id = c.id) as entries
     from concern c where c.locator = any($1)`,
    [all.map(({ code }) => locatorOf(code))],
  )
  return rows as { transaction: string; owed: number; entries: number }[]
}
const seenBy = async (who: Person) => wordsOf(await (await who.get('/told')).text())

test('forty who tell at the same moment are stored in a few transactions: each once, under their own code, with its entry and the looks at it', async () => {
  const all = Array.from({ length: 40 }, (_, at) => one(`Canary number ${at} of forty.`))
  const came = await allTell(all)
  expect(came.map(({ status }) => status)).toEqual(Array(40).fill(303))
  const stored = await storedOf(all)
  expect(stored).toHaveLength(40)
  expect(new Set(stored.map(({ transaction }) => transaction)).size).toBeLessThan(20)
  expect(stored.map(({ owed, entries }) => [owed, entries])).toEqual(Array(40).fill([1, 1]))
  for (const { who, said } of [came[0], came[17], came[39]].flatMap(each => each ?? [])) {
    const seen = await seenBy(who)
    expect(seen).toContain(said.words)
    expect(seen.match(/Canary/g)).toHaveLength(1)
  }
})

test('among many at once, what was sent before, is to be asked about, or nobody could read, keeps nobody else’s words from being stored', async () => {
  const before = one('It was sent before.')
  await allTell([before])
  const fine = Array.from({ length: 20 }, (_, at) => one(`Fine ${at}.`))
  const twice = one('Pressed twice.')
  const asked = one('Ellen shouts at us.')
  const unread = one('All of them.', { about: 'worker', adult: 'Ellen Fraser, Dev Mehta and Farid Aziz' })
  const mixed = [
    ...fine.slice(0, 5),
    before,
    ...fine.slice(5, 10),
    { ...before, words: 'Typed over it.' },
    twice,
    twice,
    asked,
    unread,
    ...fine.slice(10),
  ]
  const came = await allTell(mixed)
  const answers = new Map(came.map(({ said: { words }, status }) => [words, status]))
  expect(answers.get('Ellen shouts at us.')).toBe(200)
  expect(answers.get('All of them.')).toBe(409)
  answers.delete('Ellen shouts at us.')
  answers.delete('All of them.')
  expect([...answers.values()]).toEqual(Array(answers.size).fill(303))
  expect(await storedOf([...fine, before, twice])).toHaveLength(22)
  expect(await storedOf([asked, unread])).toEqual([])
  const over = came.find(({ said }) => said.words === 'Typed over it.')
  const again = came.find(({ said }) => said.words === 'It was sent before.')
  expect(over && (await seenBy(over.who))).toContain('Typed over it.')
  expect(again && (await seenBy(again.who))).toContain('It was sent before.')
})

test('where a batch cannot be stored as a whole, each is stored by itself, and only one that cannot be is told so', async () => {
  await house.database.asOwner(`create function says_no() returns trigger language plpgsql as $$
    begin if new.facts ->> 'lowLevel' = 'yes' then raise exception 'not this one'; end if; return new; end $$`)
  await house.database.asOwner(
    'create trigger says_no before insert on concern for each row execute function says_no()',
  )
  const all = Array.from({ length: 12 }, (_, at) => one(`Beside it ${at}.`))
  const bad = { ...one('This one cannot be stored.', { about: 'worker' }), lowLevel: 'yes' }
  const came = await allTell([...all.slice(0, 6), bad, ...all.slice(6)])
  await house.database.asOwner('drop function says_no cascade')
  expect(came.filter(({ status }) => status === 303)).toHaveLength(12)
  expect(came.find(({ said }) => said === bad)?.status).toBe(500)
  expect(await storedOf(all)).toHaveLength(12)
  expect(await storedOf([bad])).toEqual([])
  // Of the one that could not be stored, and of those it came with.
  expect(house.faults.splice(0)).toHaveLength(2)
})

test('each is routed by its own facts and names, and by nobody else’s, exactly as it is by itself', async () => {
  const kinds: Partial<Sent & Record<string, string>>[] = [
    { about: 'child', what_harm: 'yes' },
    { about: 'worker', adult: 'Amira Haddad' },
    { about: 'worker', adult: 'Ellen Fraser' },
    { about: 'worker', adult: 'Dev' },
    { about: 'manager', adult: 'Carys Powell' },
    { about: 'senior-manager' },
    { about: 'designated-person' },
    { about: 'worker', adult: 'Ellen Fraser and Amira Haddad' },
    { about: 'unknown', isAbout: 'yes', words: 'Ellen was there.' },
  ]
  const told = (round: number) =>
    kinds.map((kind, at) => ({ ...one(`Told ${round} ${at}.`, { about: 'unknown' }), ...kind }) as Sent)
  const routed = async (all: readonly Sent[]) =>
    Promise.all(
      all.map(async ({ code }) => {
        const { rows } = await house.database.asOwner(
          `select what, about, facts, heard_by, subjects, within_reach, left_out, (select array_agg(person_id order by person_id)
             from duty d where d.about_id = c.id) as owing from concern c where locator = $1`,
          [locatorOf(code)],
        )
        return rows[0]
      }),
    )
  const alone = told(0)
  for (const each of alone) await allTell([each])
  const rounds = [1, 2, 3, 4].map(told)
  const came = await allTell(rounds.flat())
  expect(came.map(({ status }) => status)).toEqual(Array(4 * kinds.length).fill(303))
  const byItself = await routed(alone)
  expect(new Set(byItself.map(row => JSON.stringify(row))).size).toBeGreaterThan(5)
  for (const round of rounds) expect(await routed(round)).toEqual(byItself)
})

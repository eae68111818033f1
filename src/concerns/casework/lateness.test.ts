import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellsOf } from '../../../tests/setup/concern.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey, unlocks } from '../../../tests/setup/keys.ts'
import { Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { agencies, cast } from '../../demo/index.ts'
import { asTyped, days, hours, later, minutes } from '../../kit/clock.ts'
import { system, write } from '../../records/index.ts'
import { lookAfter } from './look-after.ts'

let house: TestHouse
let ellen: Person
let dev: Person
let farid: Person
let helen: Person
// Before the machine’s clock, by which they are signed in for a day. A working morning: what is told at a weekend is due at one moment.
let now = new Date('2026-06-03T09:00:00Z')
beforeAll(async () => {
  house = await openHouse({ clock: () => (now = later(now, 1)) })
  ;[ellen, dev, farid, helen] = await Promise.all([
    signedIn(house, 'ellen'),
    signedIn(house, 'dev'),
    signedIn(house, 'farid'),
    signedIn(house, 'helen'),
  ])
  for (const who of [ellen, dev, farid]) await makesKey(who)
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const key = () => crypto.randomUUID()
const look = () => write(house.house.ground, system(agencies.riverside.id), lookAfter)
const lateOnBoard = async () => {
  const page = wordsOf(await (await helen.get(`/board/${agencies.riverside.id}`)).text())
  return Number(/seen to in time (\d+|None)/.exec(page)?.[1]?.replace('None', '0'))
}
/** When the first who owes this was to have done it. */
const dueOf = async (kind: string, about: string): Promise<Date> => {
  const { rows } = await house.database.asOwner(
    'select min(due_at) as due from duty where kind = $1 and about_id = $2 and closed_at is null',
    [kind, about],
  )
  return rows[0].due
}

/** Told of, looked at, and answered: nothing is late in it for a fortnight. */
const seenTo = async (about: string) => {
  await unlocks(ellen)
  const told = await tellsOf(house, new Person(house), { words: 'Canary plum.', about, what_conduct: 'yes' })
  await ellen.get(`/concerns/${told.id}`)
  return told
}
const answers = (id: string) =>
  ellen.go(`/concerns/${id}/answer`, { whose: 'reply', words: 'We have read it.', key: key() })
const addsTo = async ({ code }: { readonly code: string }) => {
  const child = new Person(house)
  await child.go('/told', { code })
  await child.go('/told', { words: 'He did it again.', key: key() })
}

interface Row {
  readonly kind: string
  readonly about: string
  /** Brings it about that it is owed, and says where one does it and what it is about. */
  readonly owed: (told: { readonly id: string; readonly code: string }) => Promise<readonly [string, string]>
  /** How long after it was due it comes to the deputy, to the head, and to the board. */
  readonly comes: readonly [number, number, number]
  readonly done: (who: Person, path: string) => Promise<unknown>
  /** Whoever did it owes it once more: they said when. */
  readonly again?: true
}
const rows: readonly Row[] = [
  {
    kind: 'look-at-concern',
    about: 'child',
    owed: async told => {
      await answers(told.id)
      await addsTo(told)
      return [`/concerns/${told.id}`, told.id]
    },
    comes: [0, hours(4), hours(12)],
    done: async (who, path) => who.get(path),
  },
  {
    kind: 'answer-reporter',
    about: 'child',
    owed: async ({ id }) => [`/concerns/${id}/answer`, id],
    comes: [hours(4), days(1), days(3)],
    done: (who, path) => who.go(path, { whose: 'reply', words: 'It was read.', key: key() }),
  },
  {
    kind: 'tell-lado',
    about: 'worker',
    owed: async ({ id }) => {
      await answers(id)
      return [`/concerns/${id}/decide`, id]
    },
    comes: [0, hours(4), days(1)],
    done: (who, path) => {
      const { day, time } = asTyped(now)
      return who.go(path, {
        ...{ decision: 'referred', body: 'lado', why: 'He may do it again.', reference: '' },
        ...{ day, time, key: key() },
      })
    },
  },
  {
    kind: 'review-concern',
    about: 'child',
    owed: async ({ id }) => {
      await answers(id)
      return [`/concerns/${id}/review`, id]
    },
    comes: [days(1), days(3), days(7)],
    done: (who, path) =>
      who.go(path, { words: 'She is safe.', day: asTyped(later(now, days(30))).day, key: key() }),
    again: true,
  },
  {
    kind: 'do-concern-action',
    about: 'child',
    owed: async ({ id }) => {
      await answers(id)
      const day = asTyped(later(now, days(2))).day
      await ellen.go(`/concerns/${id}/action`, {
        words: 'Ring the school.',
        owner: cast.ellen.id,
        day,
        key: key(),
      })
      const { rows } = await house.database.asOwner('select id from concern_action where concern_id = $1', [
        id,
      ])
      return [`/concerns/actions/${rows[0].id}`, rows[0].id]
    },
    comes: [days(1), days(3), days(7)],
    done: (who, path) => who.go(path, { words: '', key: key() }),
  },
]

test.each(rows)(
  '$kind, late, comes to the deputy, then to the head, then to the board as a number, and is over for all of them once one has done it',
  async ({ kind, about, owed, comes: [toDeputy, toHead, toBoard], done, again = false }) => {
    const told = await seenTo(about)
    const [path, thing] = await owed(told)
    const owe = async (who: Person) => (await (await who.get('/duties')).text()).includes(`href="${path}"`)
    const all = async () => [await owe(ellen), await owe(farid), await owe(dev)]
    const due = await dueOf(kind, thing)
    const at = async (after: number) => {
      now = later(due, after)
      await look()
    }
    expect(await all()).toEqual([true, false, false])
    await at(toDeputy - minutes(1))
    expect(await all()).toEqual([true, false, false])
    await at(toDeputy + minutes(1))
    expect(await all()).toEqual([true, true, false])
    await at(toHead - minutes(1))
    expect(await owe(dev)).toBe(false)
    await at(toHead + minutes(1))
    expect(await all()).toEqual([true, true, true])
    expect(await look()).toBe(0)
    now = later(due, toBoard - minutes(1))
    const before = await lateOnBoard()
    now = later(due, toBoard + minutes(1))
    expect(await lateOnBoard()).toBe(before + 1)
    await unlocks(farid)
    await farid.go(`/concerns/${told.id}/open`, { reason: 'covering', words: '', key: key() })
    await done(farid, path)
    expect(await all()).toEqual([false, again, false])
    expect(await lateOnBoard()).toBe(before)
  },
)

test('what is added later is to be looked at and answered again, by whoever opened it last; the answer ends it', async () => {
  const told = await seenTo('child')
  await answers(told.id)
  const owe = async (who: Person) =>
    (await (await who.get('/duties')).text()).includes(`/concerns/${told.id}/answer`)
  expect(await owe(ellen)).toBe(false)
  await addsTo(told)
  expect([await owe(ellen), await owe(farid), await owe(dev)]).toEqual([true, false, false])
  await answers(told.id)
  expect(await owe(ellen)).toBe(false)
})

test('what a leaver was late with is late for whoever it passes to', async () => {
  const { id } = await seenTo('child')
  const due = await dueOf('answer-reporter', id)
  await house.database.asOwner(
    `update duty set person_id = $1 where about_id = $2 and kind = 'answer-reporter'`,
    [cast.noor.id, id],
  )
  await look()
  const { rows } = await house.database.asOwner(
    `select person_id, due_at from duty where about_id = $1 and kind = 'answer-reporter' and closed_at is null`,
    [id],
  )
  expect(rows).toEqual([{ person_id: cast.ellen.id, due_at: due }])
})

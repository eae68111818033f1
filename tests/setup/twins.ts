import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../src/kit/postgres/index.ts'
import { freshDatabase } from './database.ts'
import { openHouse, type TestHouse } from './house.ts'
import { Person } from './person.ts'

type About = NonNullable<Parameters<typeof openHouse>[0]>

/** A whole instance up to a moment, from which others go on: each as if the others were not. */
export interface Beginning {
  /** The same people, at browsers where they are signed in already. */
  readonly people: ReadonlyMap<string, Person>
  /** Goes on from it: the same rows, ids, sign-ins, keys and names, and a clock that says what it is told to. */
  readonly goesOn: (about?: About) => Promise<{
    readonly house: TestHouse
    /** Somebody at a browser of theirs, or of nobody's. */
    readonly at: (name: string) => Person
  }>
  readonly end: () => Promise<void>
}

/**
 * Opens a house, lets `set` make of it what it likes, and ends it: what stands then is what every house begins with that goes on
 * from it. They have one address, so that whatever is made of it (names of logs, keys) is the same; only one is asked at a time.
 */
export async function beginning(
  about: About,
  set: (house: TestHouse) => Promise<ReadonlyMap<string, Person>>,
): Promise<Beginning> {
  const [database, port, folder] = await Promise.all([
    freshDatabase(),
    freePort(),
    mkdtemp(join(tmpdir(), 'lanyard-beginning-')),
  ])
  const heads = join(folder, 'witness')
  const kept = { ...database, drop: async () => {} }
  const house = await openHouse({ ...about, port, from: { database: kept } })
  const people = await set(house)
  await house.sequence()
  await cp(house.heads, heads, { recursive: true })
  await house.close()
  return {
    people,
    async goesOn(more = {}) {
      const from = { database: await freshDatabase(database.name), heads }
      const next = await openHouse({ ...about, ...more, port, from, concerns: 'off' })
      const there = new Map([...people].map(([name, { cookies }]) => [name, cookies] as const))
      return {
        house: next,
        at(name) {
          const person = new Person(next)
          for (const [cookie, value] of there.get(name) ?? []) person.cookies.set(cookie, value)
          return person
        },
      }
    },
    async end() {
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

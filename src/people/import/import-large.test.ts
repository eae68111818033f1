import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { type Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'

let house: TestHouse
let grace: Person
let owner: pg.Client
beforeAll(async () => {
  house = await openHouse()
  grace = await signedIn(house, 'grace')
  owner = new pg.Client({ connectionString: house.database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  expect(house.faults).toEqual([])
  await house.close()
})

const count = 10_000
const rows = (row: (at: number) => string) => Array.from({ length: count }, (_, at) => row(at)).join('\r\n')

/** Uploads, looks, confirms and follows the progress to the end. */
async function importAll(kind: 'staff' | 'families', content: string) {
  const answer = await grace.upload(`/people/import/${kind}`, 'file', new File([content], `${kind}.csv`))
  const at = answer.headers.get('location') ?? ''
  const preview = await (await grace.get(at)).text()
  expect(wordsOf(preview)).toContain('Import 10,000 rows')
  expect(preview.length).toBeLessThan(100_000)
  const started = performance.now()
  await grace.go(at, {})
  const seen = new Set<number>()
  for (;;) {
    const page = wordsOf(await (await grace.get(at)).text())
    const [, done] = /([\d,]+) of 10,000 rows/.exec(page) ?? []
    if (!done) return { page, seen: [...seen], seconds: (performance.now() - started) / 1000 }
    seen.add(Number(done.replace(',', '')))
    const { rows: visible } = await owner.query(
      `select count(*)::int as count from person where email like '%@large.example'`,
    )
    // Nobody is seen before everybody is.
    expect([0, count]).toContain(visible[0].count)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

test('10,000 staff are imported in one go, and the page shows how far it is', {
  timeout: 120_000,
}, async () => {
  // Everybody answers to one who stands further down in the file, at several depths.
  const content = `Name,Email,Role,Manager,Team\r\n${rows(
    at =>
      `Person Number${at},person.${at}@large.example,Worker,${at + 1 < count ? `person.${Math.min(count - 1, at * 3 + 2)}@large.example` : 'dev.mehta@riverside-youth.example'},Team ${at % 40}${' '.repeat(20)}`,
  )}`
  const { page, seen, seconds } = await importAll('staff', content)
  console.log(`10,000 staff imported in ${seconds.toFixed(1)} s; progress seen: ${seen.length} times`)
  expect(page).toContain('10,000 people were added')
  expect(seen.length).toBeGreaterThan(3)
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  expect(seconds).toBeLessThan(60)
  const { rows: found } = await owner.query(
    `select count(*)::int as people, count(manager_id)::int as managed,
       (select count(*)::int from entry where event = 'person.added' and content like '%@large.example%') as entries
     from person where email like '%@large.example'`,
  )
  expect(found).toEqual([{ people: count, managed: count, entries: count }])
  const list = await (await grace.get('/people?page=3')).text()
  expect(wordsOf(list)).toMatch(/101 to 150 of 10,0\d\d people/)
  expect(list).toContain('page=4')
  expect(list.length).toBeLessThan(100_000)
})

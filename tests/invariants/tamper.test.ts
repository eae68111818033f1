import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyRecord, type DemoRecord, makeRecord } from '../drills/tamper/record.ts'
import { tryReceipts, tryWay } from '../drills/tamper/try.ts'
import { ways } from '../drills/tamper/ways.ts'
import { freshDatabase } from '../setup/database.ts'

let record: DemoRecord
beforeAll(async () => {
  record = await makeRecord(freshDatabase)
})
afterAll(() => record.close())

test('the record holds before anybody rewrites it', async () => {
  const copy = await copyRecord(record, freshDatabase)
  const { problems, agencies } = await copy.verify()
  expect(problems).toEqual([])
  expect(agencies.find(({ slug }) => slug === 'riverside-youth')?.entries).toBeGreaterThan(300)
  await copy.close()
})

test.each(ways)('behind the database’s back: $name', async way => {
  expect(await tryWay(record, freshDatabase, way)).toMatchObject({ missed: undefined })
})

test('a receipt that was altered in any one place does not hold', () => {
  expect(tryReceipts(record).filter(({ missed }) => missed)).toEqual([])
})

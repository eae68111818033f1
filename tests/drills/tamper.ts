import pg from 'pg'
import { bringUpToDate } from '../../src/database.ts'
import { loadDemo } from '../../src/demo/index.ts'
import { copyDatabase } from '../setup/copies.ts'
import { startPostgres } from '../setup/postgres.ts'
import type { Drill } from './drill.ts'
import { makeRecord } from './tamper/record.ts'
import { type Tried, tryReceipts, tryWay } from './tamper/try.ts'
import { ways } from './tamper/ways.ts'

export const tamper: Drill = {
  name: 'tamper',
  about:
    'Rewrites the database behind its back, as superuser, each way on a fresh copy, and verifies the record.',
  async run(_, tell) {
    const server = await startPostgres()
    try {
      const template = await makeTemplate(server.ownerUrl)
      const copy = (from = template) => copyDatabase(server.ownerUrl, from, 'tests')
      const record = await makeRecord(copy)
      const tried: Tried[] = []
      const told = (one: Tried) => {
        tried.push(one)
        tell(`${one.missed ? 'MISSED' : 'caught'}  ${one.name}\n        ${one.missed ?? one.said}`)
      }
      for (const way of ways) told(await tryWay(record, copy, way))
      for (const one of tryReceipts(record)) told(one)
      const lost = tried.filter(({ missed }) => missed).map(({ name, missed }) => `${name}: ${missed}`)
      return {
        tried: `${tried.length} ways of rewriting, ${tried.length - lost.length} caught and named`,
        lost,
      }
    } finally {
      await server.stop()
    }
  },
}

async function makeTemplate(serverUrl: string): Promise<string> {
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  await admin.query('create database lanyard_template').finally(() => admin.end())
  const url = new URL(serverUrl)
  url.pathname = '/lanyard_template'
  await bringUpToDate(url.href, 'tests')
  await loadDemo(url.href)
  return 'lanyard_template'
}

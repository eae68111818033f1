import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startEmbedded } from '../src/kit/postgres/index.ts'
import { figureOf, type Report } from './setup/figure.ts'
import { emptyFolder, type Lanyard, removeFolder, withLanyard } from './setup/lanyard.ts'
import type { Round } from './setup/measure.ts'
import { openWriting } from './setup/people.ts'
import { familyOf, residentMemory } from './setup/processes.ts'

const rounds = 3
const settle = 3_000
const loadFor = 8_000
const atOnce = 16

const names = ['app', 'appBusy', 'node', 'postgres', 'postgresBusy', 'postgresIdle'] as const
type Name = (typeof names)[number]

/** What the app and its PostgreSQL keep in memory: a few seconds after a start, and at most while people write. */
export async function measure(): Promise<Report> {
  if (familyOf(process.pid).length === 0) throw new Error('memory is read from /proc, which is on Linux only')
  const found: Round<Name>[] = []
  for (let round = 0; round < rounds; round++) {
    const node = await bareNode()
    const postgresIdle = await barePostgres()
    found.push({ node, postgresIdle, ...(await withLanyard(ours)) })
  }
  const figure = (what: string, ours: Name, name: Name, peer: string) =>
    figureOf({ what, unit: 'MB', rounds: found, ours, against: { name, what: peer } })
  const [bare, idle] = ['a bare Node.js HTTP server', 'the same PostgreSQL with nobody connected']
  return {
    figures: [
      figure('memory of the app after its start', 'app', 'node', bare),
      figure('memory of the app under load, at most', 'appBusy', 'node', bare),
      figure('memory of PostgreSQL after the start', 'postgres', 'postgresIdle', idle),
      figure('memory of PostgreSQL under load, at most', 'postgresBusy', 'postgresIdle', idle),
    ],
    notes: [
      `resident memory, what processes share counted once; under load, ${atOnce} people send messages as fast as they are taken.`,
    ],
  }
}

async function ours(lanyard: Lanyard): Promise<Omit<Round<Name>, 'node' | 'postgresIdle'>> {
  const app = () => residentMemory([lanyard.process.pid ?? 0])
  const postgres = () => residentMemory(familyOf(lanyard.postgres))
  await wait(settle)
  const found = { app: app(), postgres: postgres(), appBusy: 0, postgresBusy: 0 }
  const writing = await openWriting(lanyard, atOnce)
  const until = performance.now() + loadFor
  const looking = (async () => {
    for (; performance.now() < until; await wait(250)) {
      found.appBusy = Math.max(found.appBusy, app())
      found.postgresBusy = Math.max(found.postgresBusy, postgres())
    }
  })()
  const senders = await writing.open()
  await Promise.all(
    senders.map(async send => {
      while (performance.now() < until) await send()
    }),
  )
  await looking
  writing.close()
  return found
}

async function bareNode(): Promise<number> {
  const program = `require('node:http').createServer((_, answer) => answer.end('hello')).listen(0, '127.0.0.1')`
  const child = spawn(process.execPath, ['-e', program], { stdio: 'ignore' })
  await wait(settle)
  const memory = residentMemory([child.pid ?? 0])
  const gone = once(child, 'exit')
  child.kill()
  await gone
  return memory
}

async function barePostgres(): Promise<number> {
  const folder = await emptyFolder()
  const server = await startEmbedded({ folder, ownerPassword: 'bench' })
  try {
    await wait(settle)
    const [pid] = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')
    return residentMemory(familyOf(Number(pid)))
  } finally {
    await server.stop()
    await removeFolder(folder)
  }
}

import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import type { Secrets } from '../../src/kit/secrets.ts'
import { family, leftIn, stillThere } from './processes.ts'
import { begin, freshData } from './program.ts'

/** A server that takes connections and never says a word. */
async function silentServer(): Promise<{ port: number; called: Promise<void> }> {
  let ring = () => {}
  const called = new Promise<void>(done => {
    ring = done
  })
  const server: Server = createServer(() => ring())
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  return { port: (server.address() as { port: number }).port, called }
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; !(await what()); await wait(10))
    if (Date.now() > end) throw new Error('it never came to that')
}

/** The built-in server's own address, as its owner, once there is one. */
async function ownerUrl(data: string): Promise<string | undefined> {
  const lines = await readFile(join(data, 'postgres/postmaster.pid'), 'utf8').catch(() => '')
  const secrets = JSON.parse(await readFile(join(data, 'secrets.json'), 'utf8').catch(() => '{}')) as Secrets
  const port = lines.split('\n')[3]
  return port ? `postgres://lanyard_owner:${secrets.databaseOwner}@127.0.0.1:${port}/lanyard` : undefined
}

async function asked<T>(data: string, question: string): Promise<T | undefined> {
  const url = await ownerUrl(data)
  if (!url) return undefined
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query(question)).rows[0]?.answer
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => {})
  }
}

test('after SIGINT, SIGTERM or SIGHUP nothing is left: no process, no port, no lock', async () => {
  const data = await freshData()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    const program = await begin({ data })
    await program.ready()
    expect((await family(program.pid)).some(({ command }) => command.includes('postgres -D'))).toBe(true)
    // A page that stays open, as a conversation does, keeps nobody waiting.
    const open = await fetch(`${program.url}/sign-in`)
    expect(await program.stop(signal)).toEqual([])
    expect([await program.ended, program.errors()]).toEqual([0, ''])
    await open.body?.cancel()
    expect(await readdir(data)).not.toContain('lanyard.lock')
    await expect(fetch(program.url)).rejects.toThrow()
  }
})

test('npm start leaves nothing: after Ctrl-C in a terminal, which tells all of them, or when npm alone is told', async () => {
  const data = await freshData()
  const npm = await begin({ data, command: ['npm', 'start'] })
  await npm.ready()
  const all = await family(npm.pid)
  expect(all.length).toBeGreaterThan(5)
  process.kill(-npm.pid, 'SIGINT')
  await npm.ended
  expect(await stillThere(all)).toEqual([])

  const again = await begin({ data, command: ['npm', 'start'] })
  await again.ready()
  // npm itself is gone before what it started is.
  await again.stop('SIGTERM')
  await expect.poll(() => leftIn(data), { timeout: 15_000 }).toEqual([])
})

test('Ctrl-C at any moment of a first start leaves no process, and nothing that spoils the next start', async () => {
  const data = await freshData()
  const moments: readonly (() => boolean | Promise<boolean>)[] = [
    () => existsSync(join(data, 'lanyard.lock')),
    () => existsSync(join(data, 'postgres.new')) || existsSync(join(data, 'postgres')),
    () => existsSync(join(data, 'postgres/postmaster.pid')),
    () => asked<boolean>(data, 'select true as answer from migration limit 1').then(Boolean),
  ]
  for (const moment of moments) {
    const program = await begin({ data, env: { LANYARD_DEMO: 'yes' } })
    await until(moment)
    expect(await program.stop('SIGINT')).toEqual([])
    expect([program.output(), program.errors()]).toEqual(['', ''])
    expect(await leftIn(data)).toEqual([])
    expect((await readdir(data)).filter(name => /lock|\.new|\d$/.test(name))).toEqual([])
  }
  const whole = await begin({ data, env: { LANYARD_DEMO: 'yes' } })
  await whole.ready()
  expect((await fetch(`${whole.url}/sign-in`)).status).toBe(200)
  expect(await whole.stop()).toEqual([])
})

test('a demo whose loading was cut short is loaded afresh, whole', async () => {
  const data = await freshData()
  const program = await begin({ data, env: { LANYARD_DEMO: 'yes' } })
  await until(() => asked<boolean>(data, 'select count(*) > 3 as answer from person').then(Boolean))
  program.kill('SIGKILL')
  await program.ended
  const next = await begin({ data, env: { LANYARD_DEMO: 'yes' } })
  await next.ready()
  expect(await asked<number>(data, 'select count(*)::int as answer from person')).toBe(
    Object.keys(cast).length,
  )
  const settled = Object.values(cast).filter(member => member.kind === 'staff' && member.settled)
  expect(await asked<number>(data, 'select count(*)::int as answer from auth."user"')).toBe(settled.length)
  expect(await asked<string>(data, `select to_regclass('demo_loading')::text as answer`)).toBe(null)
  expect(await next.stop()).toEqual([])
})

test('a mail server that does not answer does not keep it from stopping', async () => {
  const data = await freshData()
  const mail = await silentServer()
  const env = { LANYARD_DEMO: 'yes', LANYARD_MAIL: `smtp://127.0.0.1:${mail.port}` }
  const program = await begin({ data, env })
  await program.ready()
  await mail.called
  const asked = Date.now()
  expect(await program.stop('SIGTERM')).toEqual([])
  expect(Date.now() - asked).toBeLessThan(12_000)
})

test('a database that does not answer does not keep it from stopping', async () => {
  const data = await freshData()
  const database = await silentServer()
  const program = await begin({
    data,
    env: { DATABASE_URL: `postgres://lanyard:secret@127.0.0.1:${database.port}/lanyard` },
  })
  await database.called
  const asked = Date.now()
  expect(await program.stop('SIGINT')).toEqual([])
  expect(Date.now() - asked).toBeLessThan(4_000)
  expect(program.errors()).toBe('')
})

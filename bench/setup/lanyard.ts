import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../../src/kit/postgres/index.ts'
import { loadSecrets, type Secrets } from '../../src/kit/secrets.ts'

/** Lanyard as npm start runs it, on what is built: a process of its own, with its own PostgreSQL in a data folder of its own. */
export interface Lanyard {
  readonly url: string
  readonly folder: string
  readonly process: ChildProcess
  readonly secrets: Secrets
  /** As the role that owns the tables. */
  readonly ownerUrl: string
  /** PostgreSQL's first process. */
  readonly postgres: number
  /** Milliseconds from the start of the process to the first page. */
  readonly took: number
  /** Stops it in order and waits until it and its PostgreSQL are gone. */
  readonly stop: () => Promise<void>
}

const program = resolve('bin/start.mjs')
const longestStart = 120_000

const folders = new Set<string>()
const running = new Set<ChildProcess>()
// A bench that is stopped half-way leaves no PostgreSQL running and no folder behind.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
  for (const folder of folders) {
    try {
      const [pid] = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')
      process.kill(Number(pid), 'SIGQUIT')
    } catch {
      // None was running there.
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

/** An empty data folder that PostgreSQL's own account can enter. The caller removes it. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-bench-'))
  await chmod(folder, 0o755)
  folders.add(folder)
  return folder
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  folders.delete(folder)
}

/** Starts Lanyard on `folder` and answers once it gives out its first page. Throws what it said when it did not. */
export async function startLanyard(folder: string): Promise<Lanyard> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const from = performance.now()
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, PORT: String(port), LANYARD_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', part => (said += part))
  try {
    await firstPage(url, () => child.exitCode !== null)
  } catch {
    child.kill('SIGKILL')
    throw new Error(`Lanyard did not start: ${said.trim()}`)
  }
  const took = performance.now() - from
  const secrets = await loadSecrets(join(folder, 'secrets.json'))
  const [pid = '', , , postgresPort = ''] = (
    await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')
  ).split('\n')
  return {
    url,
    folder,
    process: child,
    secrets,
    ownerUrl: `postgres://lanyard_owner:${secrets.databaseOwner}@127.0.0.1:${postgresPort}/lanyard`,
    postgres: Number(pid),
    took,
    async stop() {
      if (child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

/** Does something with a Lanyard of its own, and leaves nothing of it behind. */
export async function withLanyard<T>(work: (lanyard: Lanyard) => Promise<T>): Promise<T> {
  const folder = await emptyFolder()
  try {
    const lanyard = await startLanyard(folder)
    try {
      return await work(lanyard)
    } finally {
      await lanyard.stop()
    }
  } finally {
    await removeFolder(folder)
  }
}

async function firstPage(url: string, gone: () => boolean): Promise<void> {
  for (const until = Date.now() + longestStart; Date.now() < until && !gone(); await wait(10)) {
    const answer = await fetch(`${url}/sign-in`).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.status === 200) return
  }
  throw new Error('no page came')
}

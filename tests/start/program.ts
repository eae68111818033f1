import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chmod, mkdtemp, realpath, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { expect, onTestFinished, vi } from 'vitest'
import { freePort } from '../../src/kit/postgres/index.ts'
import type { Account } from './account.ts'
import { family, leftIn, type Seen, stillThere } from './processes.ts'

// A first start makes a database; on a machine that is busy with other things that may take a while.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

export interface Wanted {
  readonly data: string
  readonly env?: Readonly<Record<string, string>>
  readonly account?: Account | undefined
  /** The folder of the project, when not this one. */
  readonly project?: string
  /** Put before the command: what runs it under a limit. */
  readonly under?: readonly string[]
  /** What is started, when not `npm start`'s own command. */
  readonly command?: readonly string[]
}

/** The real program, started as `npm start` does, on a port and a data folder of its own. */
export interface Program {
  readonly pid: number
  readonly url: string
  readonly port: number
  readonly output: () => string
  readonly errors: () => string
  /** Milliseconds until it said where it is. Throws what it said instead. */
  readonly ready: () => Promise<number>
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>
  readonly kill: (signal: NodeJS.Signals) => void
  /** Ends it by a signal, and looks whether any process of its whole family, PostgreSQL's included, is still there. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<readonly Seen[]>
}

/** In memory where there is much of it: what is tested here is not how fast a disk is. */
async function quickFolder(): Promise<string> {
  const about = await statfs('/dev/shm').catch(() => undefined)
  return about && about.bavail * about.bsize > 2 ** 31 ? '/dev/shm' : tmpdir()
}

/** A folder for one test, removed after it; the program's data goes into a folder inside that is not there yet. */
export async function freshData(place?: string): Promise<string> {
  const home = await realpath(await mkdtemp(join(place ?? (await quickFolder()), 'lanyard-start-')))
  // Open to PostgreSQL's account: else the cluster is kept outside the data folder.
  await chmod(home, 0o755)
  onTestFinished(async () => {
    expect(await leftIn(home)).toEqual([])
    await rm(home, { recursive: true, force: true })
  })
  return join(home, 'data')
}

let built: Promise<unknown> | undefined

/** Builds what is not built, so that no test is the one that waits for it. */
export function build(): Promise<unknown> {
  built ??= promisify(execFile)(process.execPath, [resolve('bin/build.mjs')])
  return built
}

export async function begin(wanted: Wanted): Promise<Program> {
  await build()
  const port = Number(wanted.env?.PORT ?? (await freePort()))
  const began = performance.now()
  const child = launch(wanted, port)
  let [output, errors, readyAt] = ['', '', 0]
  child.stdout?.on('data', (part: Buffer) => {
    output += part
    if (!readyAt && output.includes('Lanyard is at')) readyAt = performance.now()
  })
  child.stderr?.on('data', (part: Buffer) => {
    errors += part
  })
  const ended = new Promise<number | string>((done, fail) => {
    child.once('error', fail)
    child.once('close', (code, signal) => done(code ?? signal ?? ''))
  })
  const over = () => child.exitCode !== null || child.signalCode !== null
  onTestFinished(async () => {
    if (!over()) child.kill('SIGTERM')
    await ended
  })
  return {
    pid: child.pid as number,
    url: `http://localhost:${port}`,
    port,
    output: () => output,
    errors: () => errors,
    async ready() {
      while (!readyAt && !over()) await wait(5)
      if (!readyAt) throw new Error(`it ended before it was ready: ${errors || output || (await ended)}`)
      return Math.round(readyAt - began)
    },
    ended,
    kill: signal => void child.kill(signal),
    async stop(signal = 'SIGTERM') {
      const all = await family(child.pid as number)
      child.kill(signal)
      await ended
      return stillThere(all)
    },
  }
}

/** Only what is named: no setting of whoever runs the tests reaches the program. */
function launch(wanted: Wanted, port: number): ChildProcess {
  const { data, env, account, project = resolve('.'), under = [] } = wanted
  const command = [...under, ...(wanted.command ?? [process.execPath, join(project, 'bin/start.mjs')])]
  const [program = '', ...args] = command
  return spawn(program, args, {
    cwd: project,
    // A group of its own, as a terminal gives it, so that a test can do what Ctrl-C does: signal the group.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      // As under npm, it looks whether whoever started it is there still: tests that are broken off leave nothing running.
      npm_lifecycle_event: 'start',
      HOME: tmpdir(),
      LANYARD_DATA: data,
      LANYARD_DEMO: 'no',
      PORT: String(port),
      ...env,
    },
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  })
}

/** Starts what must be refused, and answers the one line it was refused with. */
export async function refusal(wanted: Wanted): Promise<string> {
  const program = await begin(wanted)
  const code = await program.ended
  const told = program.errors().trim()
  expect({ code, told, said: program.output() }).toEqual({
    code: 1,
    told: expect.stringMatching(/^[A-Z][^\n]*[^\s]$/),
    said: '',
  })
  expect(await leftIn(wanted.data)).toEqual([])
  return told
}

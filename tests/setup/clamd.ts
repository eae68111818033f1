import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A real clamd that knows one virus: what every virus scanner is tried with, and nobody is harmed by. */
export interface Clamd {
  /** Where it listens, whether or not it does now. */
  readonly socket: string
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  /** Stops it, and removes its folder. */
  readonly close: () => Promise<void>
}

/** The test file of EICAR (eicar.org), put together here so that no scanner finds it in these files. */
export const eicar = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$',
  'EICAR-',
  'STANDARD-ANTI',
  'VIRUS-TEST-FILE!$H+H*',
].join('')

/** With settings and signatures of its own, in a folder of its own; nothing is fetched. Not started yet. */
export async function newClamd(): Promise<Clamd> {
  if (!existsSync('/usr/sbin/clamd'))
    throw new Error('These tests need ClamAV. On Debian: apt-get install clamav-daemon')
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-clamd-'))
  const [socket, settings, signatures] = [
    join(folder, 'clamd.sock'),
    join(folder, 'clamd.conf'),
    join(folder, 'signatures'),
  ]
  await mkdir(signatures)
  await writeFile(join(signatures, 'tests.ndb'), `Tests.Eicar:0:*:${Buffer.from(eicar).toString('hex')}\n`)
  await writeFile(
    settings,
    `Foreground yes\nLocalSocket ${socket}\nDatabaseDirectory ${signatures}\nTemporaryDirectory ${folder}\n`,
  )
  let running: ChildProcess | undefined
  const stop = async () => {
    const ended = running && new Promise(done => running?.once('exit', done))
    running?.kill('SIGTERM')
    running = undefined
    await ended
    await rm(socket, { force: true })
  }
  return {
    socket,
    stop,
    async start() {
      const program = spawn('/usr/sbin/clamd', ['--config-file', settings], {
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      running = program
      let said = ''
      for (const stream of [program.stdout, program.stderr]) stream.on('data', part => (said += part))
      for (const until = Date.now() + 60_000; !(await answers(socket)); await wait(50))
        if (Date.now() > until || program.exitCode !== null) throw new Error(`clamd did not start: ${said}`)
    },
    async close() {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function answers(socket: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const line = connect(socket, () => line.write('zPING\0'))
  line.on('data', () => resolve(true)).on('error', () => resolve(false))
  line.on('close', () => resolve(false))
  return promise.finally(() => line.destroy())
}

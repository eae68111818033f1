import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../../src/kit/postgres/index.ts'

/** A Prosody of its own, on loopback, that keeps its archive in a database: a real chat server that stores what is said. */
export interface Prosody {
  readonly port: number
  readonly version: string
  readonly users: number
  readonly stop: () => Promise<void>
}

export const passwordOf = (user: number): string => `password-${user}`

const packages = ['prosody', 'lua-dbi-postgresql']

/** Installs it where this is Debian and we may; elsewhere throws what to install. */
export function installProsody(): void {
  if (existsSync('/usr/bin/prosody')) return
  const told = `The bench “live” needs Prosody: install ${packages.join(' and ')}.`
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(told)
  // Its own service is not started: only the one that the bench starts itself runs.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const run = (args: readonly string[]) => spawnSync('apt-get', [...args], { env, encoding: 'utf8' })
  run(['update', '-qq'])
  const { status, stderr } = run(['install', '-y', '-qq', '--no-install-recommends', ...packages])
  if (status !== 0) throw new Error(`${told} ${stderr.trim().split('\n').at(-1) ?? ''}`)
}

const account = (): { uid: number; gid: number } => {
  const id = (flag: string) => Number(spawnSync('id', [flag, 'prosody'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

/** Starts it on a database that is empty, with so many users who have a password. */
export async function startProsody(databaseUrl: string, users: number): Promise<Prosody> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-prosody-'))
  const port = await freePort()
  const accounts = join(folder, 'data/localhost/accounts')
  await mkdir(accounts, { recursive: true })
  for (let user = 0; user < users; user++)
    await writeFile(join(accounts, `u${user}.dat`), `return { ["password"] = "${passwordOf(user)}" };\n`)
  const config = join(folder, 'prosody.cfg.lua')
  await writeFile(config, configOf(new URL(databaseUrl), folder, port))
  const { uid, gid } = account()
  await chmod(folder, 0o755)
  for (const path of [config, folder, join(folder, 'data'), join(folder, 'data/localhost'), accounts])
    await chown(path, uid, gid)
  for (let user = 0; user < users; user++) await chown(join(accounts, `u${user}.dat`), uid, gid)
  const child = spawn('/usr/bin/prosody', ['-F', '--config', config], {
    uid,
    gid,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', part => (said += part))
  process.once('exit', () => child.kill('SIGKILL'))
  await untilOpen(port, child, () => said)
  const version =
    spawnSync('dpkg-query', ['-W', 'prosody'], { encoding: 'utf8' }).stdout.trim().split('\t')[1] ?? ''
  return {
    port,
    version,
    users,
    async stop() {
      const gone = new Promise(done => child.once('exit', done))
      child.kill('SIGTERM')
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Its archive (XEP-0313) in PostgreSQL, always on for everybody; no limits; acknowledgements of stanzas (XEP-0198). */
const configOf = ({ hostname, port, username, password, pathname }: URL, folder: string, listen: number) => `
run_as_root = false
daemonize = false
pidfile = "${folder}/prosody.pid"
data_path = "${folder}/data"
log = { { levels = { min = "warn" }, to = "console" } }
interfaces = { "127.0.0.1" }
c2s_ports = { ${listen} }
s2s_ports = { }
modules_enabled = { "saslauth", "mam", "smacks", "disco" }
modules_disabled = { "s2s", "offline", "tls" }
authentication = "internal_plain"
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
storage = { archive = "sql" }
sql = { driver = "PostgreSQL", database = "${pathname.slice(1)}", username = "${username}", password = "${password}", host = "${hostname}", port = ${port} }
default_archive_policy = true
archive_expires_after = "never"
VirtualHost "localhost"
`

async function untilOpen(port: number, child: ChildProcess, said: () => string): Promise<void> {
  for (const until = Date.now() + 20_000; Date.now() < until && child.exitCode === null; await wait(50)) {
    const open = await new Promise<boolean>(done => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => done(true)).once('error', () => done(false))
      socket.once('connect', () => socket.destroy())
    })
    if (open) return
  }
  throw new Error(`Prosody did not start: ${said().trim()}`)
}

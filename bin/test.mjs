// npm test: does all the set-up there is, then runs every layer: lint, types, and the tests, on real parts.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { prepare, root } from './prepare.mjs'

const program = prepare()
const env = { ...process.env, PATH: `${dirname(program)}${delimiter}${process.env.PATH}` }

/** Runs one layer and ends here, with its exit code, when it fails. */
function layer(name, args) {
  console.log(`\n${name}`)
  const { status } = spawnSync(program, args, { cwd: root, env, stdio: 'inherit' })
  if (status !== 0) {
    console.error(`${name}: failed.`)
    process.exit(status ?? 1)
  }
}

/** What the tests need beside the packages from npm. On Debian as root it is installed; elsewhere it is named. */
const needed = [
  {
    what: 'The journeys need Chromium at /usr/bin/chromium.',
    there: () => existsSync('/usr/bin/chromium'),
    // In order of preference: not every release of Debian has every one.
    packages: ['chromium'],
  },
  {
    what: 'The start-up tests need another PostgreSQL, version 15 or later, under /usr/lib/postgresql.',
    there: () =>
      existsSync('/usr/lib/postgresql') &&
      readdirSync('/usr/lib/postgresql').some(name => Number(name) >= 15 && hasServer(name)),
    packages: ['postgresql-15', 'postgresql'],
  },
  {
    what: 'The journey of a poster needs pdftoppm at /usr/bin/pdftoppm.',
    there: () => existsSync('/usr/bin/pdftoppm'),
    packages: ['poppler-utils'],
  },
  {
    what: 'The journey by email needs Postfix at /usr/sbin/postfix.',
    there: () => existsSync('/usr/sbin/postfix'),
    packages: ['postfix'],
  },
  {
    what: 'The tests of documents need ClamAV at /usr/sbin/clamd.',
    there: () => existsSync('/usr/sbin/clamd'),
    packages: ['clamav-daemon'],
  },
  {
    what: 'The tests of what is sealed need the age command at /usr/bin/age.',
    there: () => existsSync('/usr/bin/age'),
    packages: ['age'],
  },
]
const hasServer = version => existsSync(`/usr/lib/postgresql/${version}/bin/initdb`)

function refuse(text) {
  console.error(text)
  process.exit(1)
}

function install({ what, there, packages: [first, ...others] }) {
  if (there()) return
  const byHand = `${what} On Debian: sudo apt-get install ${first}. Then run npm test again.`
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) refuse(byHand)
  console.log(`Installing ${first}, for the tests.`)
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: 'ignore', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } }).status
  apt('update')
  for (const name of [first, ...others]) {
    if (apt('install', '-y', '--no-install-recommends', name) === 0 && there()) return
  }
  refuse(`${what} ${first} could not be installed. Run: apt-get update && apt-get install ${first}`)
}

/** Debian's package would make a cluster of its own and start it: the tests make theirs, and want no other. */
function noMainCluster() {
  const folder = '/etc/postgresql-common/createcluster.d'
  const file = join(folder, 'lanyard-tests.conf')
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version') || needed[1].there()) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, 'create_main_cluster = false\n')
  process.on('exit', () => rmSync(file, { force: true }))
}

/** Debian's package would set up a mail server for the whole machine and start it: the tests start one of their own. */
function noMailServer() {
  if (process.getuid?.() !== 0 || existsSync('/usr/sbin/postfix')) return
  const input = 'postfix postfix/main_mailer_type select No configuration\n'
  spawnSync('debconf-set-selections', { input })
}

/** Debian's packages would start clamd and fetch the world's signatures: the tests start one of their own, with one signature. */
function noSignatures() {
  const file = '/usr/sbin/policy-rc.d'
  if (process.getuid?.() !== 0 || existsSync('/usr/sbin/clamd') || existsSync(file)) return
  // Debian asks this program whether a package may start anything (invoke-rc.d(8)): 101 says no.
  writeFileSync(file, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  process.on('exit', () => rmSync(file, { force: true }))
  const input = 'clamav-freshclam clamav-freshclam/autoupdate_freshclam select manual\n'
  spawnSync('debconf-set-selections', { input })
}

noMainCluster()
noMailServer()
noSignatures()
for (const one of needed) install(one)
const tool = name => join(root, 'node_modules', name)
layer('Lint and format', [tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'])
layer('Types', [tool('typescript/bin/tsc'), '-p', 'tsconfig.check.json'])
layer('Tests', [tool('vitest/vitest.mjs'), 'run', ...process.argv.slice(2)])

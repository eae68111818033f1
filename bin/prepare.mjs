// Everything between a fresh clone and a program that can run: dependencies, a new enough Node.js, the build.
// Plain JavaScript that runs on Node.js 20.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
const newEnough = 24
const nodeToGet = 'node@24.21.0'

const say = text => console.log(text)
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** Something that the person who started this can put right: printed without a stack, and the exit is 1. */
class Refusal extends Error {}

function stop(text) {
  throw new Refusal(text)
}

function runNpm(args, told) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const { status, stdout, stderr } = spawnSync(npm, [...args, ...quiet], { cwd: root, encoding: 'utf8' })
  if (status !== 0)
    stop(`${told}\n${(stderr || stdout || '').trim().split('\n').slice(-6).join('\n')}`.trim())
}

const hashOf = text => createHash('sha256').update(text).digest('hex')

/** Installs what package-lock.json names, unless it is there already. */
function dependencies() {
  const stamp = join(root, 'node_modules/.lanyard')
  const wanted = hashOf(readFileSync(join(root, 'package-lock.json')))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Installing what Lanyard is built from. This takes a minute, once.')
  runNpm(['ci'], 'The packages could not be installed. Is the npm registry reachable from here?')
  writeFileSync(stamp, wanted)
}

/** The program to run with: this Node.js, or one of our own beside the project when this one is too old. */
function node() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= newEnough) return process.execPath
  if (major < 20) stop(`Lanyard needs Node.js 20 or later to start. This is ${process.versions.node}.`)
  const home = join(root, '.runtime')
  const own = join(home, 'node_modules/node/bin/node')
  if (!existsSync(own)) {
    say(`This is Node.js ${process.versions.node}. Getting a newer one for Lanyard alone.`)
    runNpm(
      ['install', '--prefix', home, '--no-save', nodeToGet],
      'A newer Node.js could not be had from the npm registry.',
    )
  }
  return own
}

function newest(folder) {
  let latest = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs)
  }
  return latest
}

/** Compiles src to dist and writes the assets, unless nothing has changed since. */
export function build(program) {
  const dist = join(root, 'dist')
  const stamp = join(dist, '.built')
  const inputs = [join(root, 'src'), join(root, 'bin')].map(newest)
  const files = ['package-lock.json', 'tsconfig.json'].map(name => statSync(join(root, name)).mtimeMs)
  const wanted = String(Math.max(...inputs, ...files))
  const done = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (done()) return
  say('Building.')
  // Made beside dist and then put in its place: a build that fails, or a second one at the same time, spoils nothing.
  const draft = `${dist}.${process.pid}`
  const old = `${draft}.old`
  try {
    mkdirSync(draft)
    buildInto(draft, program)
    writeFileSync(join(draft, '.built'), wanted)
    for (let tries = 0; tries < 5 && !done(); tries++) moved(dist, old) && moved(draft, dist)
    if (!done())
      stop(`Lanyard was built, but ${dist} could not be replaced. Remove that folder, then start again.`)
  } finally {
    for (const folder of [draft, old]) rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether nothing is in the way any more: another build may have been there between two looks. */
function moved(from, to) {
  try {
    renameSync(from, to)
    return true
  } catch (error) {
    if (error.code === 'ENOENT') return true
    if (error.code === 'ENOTEMPTY' || error.code === 'EEXIST') return false
    throw error
  }
}

function buildInto(folder, program) {
  const run = (args, told) => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8' })
    if (/ENOSPC|EDQUOT|EFBIG/.test(stdout + stderr)) stop(full)
    if (status !== 0) stop(`${told}\n${(stdout || stderr).trim()}`)
  }
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  run([tsc, '-p', 'tsconfig.json', '--outDir', folder], 'The build failed.')
  const screening = `import(${JSON.stringify(join(root, 'bin/build-screening.mjs'))}).then(m => m.buildScreening(${JSON.stringify(folder)}))`
  run(['-e', screening], 'The tables of the screening could not be built.')
  const assets = `import(${JSON.stringify(join(root, 'bin/build-assets.mjs'))}).then(m => m.buildAssets(${JSON.stringify(join(folder, 'assets'))}))`
  run(['-e', assets], 'The style sheet could not be built.')
}

const notOurs = `Lanyard cannot be built: this account may not write in ${root}. Run it once as the account that may.`
const readOnly = `Lanyard cannot be built: ${root} can be read only. Run it once where it can be written.`
const full = `There is no room left on the disk that holds ${root}. Make room there, then start again.`
const inWords = {
  EACCES: notOurs,
  EPERM: notOurs,
  EROFS: readOnly,
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: full,
}

/** Does it all, and says which Node.js to run with. */
export function prepare() {
  try {
    dependencies()
    const program = node()
    build(program)
    return program
  } catch (error) {
    const told = error instanceof Refusal ? error.message : inWords[error.code]
    if (!told) throw error
    console.error(told)
    process.exit(1)
  }
}

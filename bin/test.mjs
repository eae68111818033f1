// npm test: does all the set-up there is, then runs every layer: lint, types, and the tests, on real parts.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
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

function chromium() {
  if (existsSync('/usr/bin/chromium')) return
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0
  if (!debian) {
    console.error(
      'The journeys need Chromium at /usr/bin/chromium. On Debian: sudo apt-get install chromium. Then run npm test again.',
    )
    process.exit(1)
  }
  console.log('Installing Chromium, for the journeys.')
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: 'ignore', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } }).status
  apt('update')
  if (apt('install', '-y', '--no-install-recommends', 'chromium') !== 0) {
    console.error('Chromium could not be installed. Run: apt-get update && apt-get install chromium')
    process.exit(1)
  }
}

chromium()
const tool = name => join(root, 'node_modules', name)
layer('Lint and format', [tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'])
layer('Types', [tool('typescript/bin/tsc'), '-p', 'tsconfig.check.json'])
layer('Tests', [tool('vitest/vitest.mjs'), 'run', ...process.argv.slice(2)])

// Runs a program after all the set-up there is, and ends with its exit code.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepare, root } from './prepare.mjs'

/** One of the programs in dist/. `options` are Node's own, before the file. What the caller was given is passed on. */
export function run(file, options = []) {
  const child = spawn(prepare(), [...options, join(root, file), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 2 : (code ?? 2)))
}

/** A program outside src/, with what it imports from src/ taken from dist/: what is tried is what people run. */
export const runOnBuilt = file => run(file, ['--import', pathToFileURL(join(root, 'bin/built.mjs')).href])

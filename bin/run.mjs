// Runs one of the programs in dist/ after all the set-up there is, and ends with its exit code.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'

/** `options` are Node's own, before the file. What the caller was given on the command line is passed on. */
export function run(file, options = []) {
  const child = spawn(prepare(), [...options, join(root, file), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 2 : (code ?? 2)))
}

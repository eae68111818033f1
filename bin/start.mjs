// npm start: does all the set-up there is, then runs the server. A signal to this process reaches the server, and this
// process ends with it.
import { spawn } from 'node:child_process'
import module from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepare, root } from './prepare.mjs'

endWithNpm()
const program = prepare()

if (program === process.execPath) {
  // What was compiled once is kept beside Node.js itself, so that the next start reads it. It is known by what each file says.
  module.enableCompileCache?.(join(root, '.runtime/compiled'))
  await import(join(root, 'dist/main.js'))
} else {
  const server = spawn(program, ['--enable-source-maps', fileURLToPath(import.meta.url)], {
    stdio: 'inherit',
  })
  // In a terminal, Ctrl-C reaches the server by itself as well; it stops once, however often it is asked.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
  server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}

/** npm hands a signal to the shell it starts us from, and that shell ends without a word to us: so we look whether it is there. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 500).unref()
}

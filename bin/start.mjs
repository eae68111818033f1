// npm start: does all the set-up there is, then runs the server. A signal to this process reaches the server, and this
// process ends with it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'

const program = prepare()
const main = join(root, 'dist/main.js')

if (program === process.execPath) {
  await import(main)
} else {
  const server = spawn(program, ['--enable-source-maps', main], { stdio: 'inherit' })
  // In a terminal, Ctrl-C reaches the server by itself as well; it stops once, however often it is asked.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
  server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}

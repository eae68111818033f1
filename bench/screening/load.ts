import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const program = `
const held = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
gc()
const empty = held()
const before = process.cpuUsage()
const { screen } = await import(process.argv[1])
screen('See you on Thursday', { speaker: 'worker', allowed: { numbers: [], domains: [] } })
const { user, system } = process.cpuUsage(before)
gc()
console.log(JSON.stringify({ ms: (user + system) / 1000, mb: (held() - empty) / 1e6 }))
`
const run = promisify(execFile)

/** What it takes to load the screening and read a first message, in a process that has done nothing else. */
export async function loaded(): Promise<{ readonly ms: number; readonly mb: number }> {
  const place = new URL('../../dist/screening/index.js', import.meta.url).href
  const options = ['--expose-gc', '--input-type=module', '--eval', program, place]
  const { stdout } = await run(process.execPath, options)
  return JSON.parse(stdout)
}

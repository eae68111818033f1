import { parseArgs } from 'node:util'
import { concerns } from './concerns.ts'
import { contact } from './contact.ts'
import type { Drill } from './drill.ts'
import { kill } from './kill.ts'
import { tamper } from './tamper.ts'

// npm run drill [NAME] [-- --kills 10]: runs one drill, or all, and says what was tried and what was lost or missed.
// Exit code 0: nothing. 1: something. What drills need is in docs/drills.md.

const drills: readonly Drill[] = [kill, tamper, contact, concerns]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kills: { type: 'string' } },
})
const unknown = positionals.find(name => !drills.some(drill => drill.name === name))
if (unknown) {
  console.error(`There is no drill ${unknown}. There are:`)
  for (const { name, about } of drills) console.error(`  ${name}: ${about}`)
  process.exit(2)
}

let lostAny = false
for (const { name, about, run } of drills) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  console.log(`\n${name}: ${about}\n`)
  const from = performance.now()
  const options = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, `${value}`]))
  const { tried, lost } = await run(options, line => console.log(line))
  const seconds = Math.round((performance.now() - from) / 1000)
  console.log(
    `\n${name}, in ${seconds} seconds: ${tried}. Lost or missed: ${lost.length === 0 ? 'nothing' : lost.length}.`,
  )
  for (const one of lost) console.log(`  ${one}`)
  lostAny ||= lost.length > 0
}
process.exit(lostAny ? 1 : 0)

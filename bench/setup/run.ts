import { fork } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { resolve } from 'node:path'
import type { Report } from './figure.ts'
import { tableOf } from './table.ts'

// Each takes less than three minutes on a machine that has nothing else to do; `size` with millions takes longer.
const longest = Number(process.env.LANYARD_BENCH_MINUTES ?? 10) * 60_000
const folder = resolve(import.meta.dirname, '..')
const all = readdirSync(folder).flatMap(name => (name.endsWith('.ts') ? [name.slice(0, -3)] : []))

/** One bench in a process of its own, so that none warms up, fills or stops another. */
function measured(name: string): Promise<Report> {
  return new Promise((done, fail) => {
    const child = fork(resolve(import.meta.dirname, 'one.ts'), [name], { stdio: 'inherit' })
    let report: Report | undefined
    child.on('message', message => (report = message as Report))
    // It is asked to stop, so that it stops what it has started.
    const clock = setTimeout(() => child.kill('SIGTERM'), longest)
    child.on('exit', code => {
      clearTimeout(clock)
      if (report && code === 0) done(report)
      else fail(new Error(`${name} could not be measured: it ended with ${code ?? 'no answer in time'}`))
    })
  })
}

async function run(names: readonly string[]): Promise<number> {
  const unknown = names.find(name => !all.includes(name))
  if (unknown !== undefined) {
    console.error(`There is no bench called ${unknown}. There are: ${all.join(', ')}.`)
    return 2
  }
  const figures: Report['figures'][number][] = []
  const notes: string[] = []
  let failed = 0
  for (const name of names.length > 0 ? names : all) {
    const busy = loadavg()[0] ?? 0
    console.log(`${name} …`)
    const report = await measured(name).catch((error: Error) => {
      console.error(error.message)
      failed++
    })
    if (!report) continue
    figures.push(...report.figures)
    notes.push(...report.notes.map(note => `${name}: ${note}`))
    if (busy > 0.5)
      notes.push(`${name}: the machine was busy with other work when it began (load ${busy.toFixed(1)}).`)
  }
  console.log(`\n${tableOf(figures)}\n`)
  console.log(
    `Medians, with the lowest and highest round beside them, on ${availableParallelism()} cores. A ratio is taken within each round and is above 1 where ours is the better.`,
  )
  for (const note of notes) console.log(`- ${note}`)
  return failed
}

process.exit(await run(process.argv.slice(2)))

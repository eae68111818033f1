// npm run trace: how many of the guidance's statements are carried out, and how many are only planned.
// The statements are plain TypeScript without imports from outside, so Node.js 24 reads them as they are.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

if (Number(process.versions.node.split('.')[0]) < 24) {
  const { prepare } = await import('./prepare.mjs')
  const { status } = spawnSync(prepare(), [fileURLToPath(import.meta.url)], { stdio: 'inherit' })
  process.exit(status ?? 1)
}

const { capabilities, countBySection, countCapabilities, sections } = await import('../src/guidance/index.ts')

const heads = ['Section', 'Statements', 'Carried out', 'Planned', 'of which begun']
const numbers = ({ statements, carriedOut, planned, begun }) => [statements, carriedOut, planned, begun]
const counted = countBySection()
const rows = counted.sections.map(one => [sections[one.section], ...numbers(one)])
const all = ['All', ...numbers(counted.all)]

const wide = heads.map((head, at) =>
  Math.max(...[head, ...rows.map(row => row[at])].map(one => `${one}`.length)),
)
const line = row =>
  row.map((cell, at) => (at === 0 ? `${cell}`.padEnd(wide[at]) : `${cell}`.padStart(wide[at]))).join('  ')
const rule = wide.map(width => '-'.repeat(width)).join('  ')

console.log([line(heads), rule, ...rows.map(line), rule, line(all)].join('\n'))
console.log('\nThe planned wait for:')
for (const { capability, waiting } of countCapabilities()) {
  if (waiting > 0) console.log(`${String(waiting).padStart(5)}  ${capabilities[capability]}`)
}
const { statements, carriedOut, planned, begun } = counted.all
console.log(
  `\n${statements} statements: ${carriedOut} carried out, ${planned} only planned (${begun} of them begun).`,
)

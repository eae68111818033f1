import { resolve } from 'node:path'
import { readConfig } from './config.ts'
import { allEvidence } from './evidence.ts'
import { Sorry } from './kit/sorry.ts'
import { addressOfLogs, logKeys, type Problem, type Verified, verifyRecord } from './records/index.ts'
import { visitInstallation } from './visit.ts'

// bin/record-verify. Exit code 0: everything holds. 1: something does not. 2: it could not be said.

const usage = `Usage: bin/record-verify [DATA-FOLDER]

Rebuilds every agency's log from the database's rows and the witness's files, and compares. Changes nothing.
Without a folder: LANYARD_DATA, or data. With DATABASE_URL, that database, as the role that owns its tables.
LANYARD_SECRET_FILE and LANYARD_WITNESS must be as the server has them. Exit code 0: everything holds. 1: something does not. 2: it could not be said.`

async function main(given: readonly string[]): Promise<number> {
  if (given.some(word => word.startsWith('-')) || given.length > 1) {
    console.log(usage)
    return given.includes('--help') ? 0 : 2
  }
  const folder = given[0]
  const config = readConfig(folder ? { ...process.env, LANYARD_DATA: resolve(folder) } : process.env)
  const { secrets, ...database } = await visitInstallation(config)
  try {
    const keys = logKeys(secrets.master, await addressOfLogs(database.ownerUrl, config.url))
    const heads = config.witness
    const verified = await verifyRecord({ ownerUrl: database.ownerUrl, keys, heads, evidence: allEvidence })
    tell(verified)
    return verified.problems.length === 0 ? 0 : 1
  } finally {
    await database.stop()
  }
}

function tell({ agencies, problems }: Verified): void {
  const width = Math.max(0, ...agencies.map(({ slug }) => slug.length))
  for (const { slug, entries, waiting, erased, witnessed } of agencies) {
    const own = problems.filter(problem => problem.agency === slug)
    const first = own[0]
    const rest = [
      `${witnessed} witnessed`,
      ...(waiting > 0 ? [`${waiting} not in the log yet`] : []),
      ...(erased > 0 ? [`${erased} lawfully erased`] : []),
    ].join(', ')
    const name = slug.padEnd(width)
    if (!first) console.log(`${name}  holds: ${entries} entries, ${rest}`)
    else console.log(`${name}  does not hold. ${inWords(first)}${more(own.length - 1)}`)
  }
  const here = new Set(agencies.map(({ slug }) => slug))
  for (const problem of problems)
    if (!here.has(problem.agency)) console.log(`${problem.agency}  ${inWords(problem)}`)
  if (problems.length === 0) {
    console.log(
      '\nThe record holds: every entry, content, row, tile, checkpoint, cosignature and witnessed head.',
    )
    return
  }
  console.log('\nThe record does not hold. Keep this database and the data folder as they are.')
}

const inWords = ({ entryId, what }: Problem): string => `First: ${what}${entryId ? ` (id ${entryId})` : ''}.`

const more = (count: number): string => (count > 0 ? ` And ${count} more, after it or because of it.` : '')

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Sorry ? error.message : error)
    process.exitCode = 2
  },
)

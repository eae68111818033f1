import { parseArgs } from 'node:util'
import { readConfig } from './config.ts'
import { machineClock } from './kit/clock.ts'
import { openPool } from './kit/db/index.ts'
import { newId } from './kit/ids.ts'
import { Sorry } from './kit/sorry.ts'
import { addPerson, type NewAgency, openAgency, sendInvitation } from './people/index.ts'
import { addPolicy } from './policies/index.ts'
import { type AgencyId, type Ground, system, write } from './records/index.ts'
import { visitInstallation } from './visit.ts'

// bin/open-agency. Exit code 0: opened. 2: not, and why.

const usage = `Usage: bin/open-agency --name NAME --short SHORT-NAME --administrator NAME --email ADDRESS
         [--board SHORT-NAME-OF-ITS-BOARD] [--phone N] [--mail ADDRESS] [--web SITE] [--out-of-hours WORDS]

Opens a member agency under a board, or, without --board, a board. Its first administrator is mailed an invitation as
soon as the server runs. --phone, --mail and --web are the organisation's own: what a family may be given, and what a
message may hold. The short name is in the addresses of its public log and cannot change: small letters, digits and
hyphens. Settings are read as the server reads them.`

const options = {
  name: { type: 'string' },
  short: { type: 'string' },
  administrator: { type: 'string' },
  email: { type: 'string' },
  board: { type: 'string' },
  phone: { type: 'string' },
  mail: { type: 'string' },
  web: { type: 'string' },
  'out-of-hours': { type: 'string' },
  help: { type: 'boolean' },
} as const

const checks: Readonly<Record<'name' | 'short' | 'administrator' | 'email', [RegExp, string]>> = {
  name: [/^.{1,200}$/, 'the organisation’s name, at most 200 characters'],
  short: [/^[a-z0-9][a-z0-9-]{1,62}$/, 'small letters, digits and hyphens, at least two'],
  administrator: [/^.{1,200}$/, 'the first administrator’s name'],
  email: [/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'their work email address'],
}

async function main(args: string[]): Promise<void> {
  const given = parseArgs({ args, options }).values
  if (given.help) return console.log(usage)
  for (const [option, [fits, format]] of Object.entries(checks)) {
    const value = given[option as keyof typeof checks]
    if (!value || !fits.test(value)) throw new Sorry(`--${option} is needed: ${format}. --help says more.`)
  }
  const { stop, ownerUrl } = await visitInstallation(readConfig(process.env))
  const pool = openPool(ownerUrl, 1, 'lanyard open-agency')
  try {
    await open({ pool, clock: machineClock, announce: () => {} }, given as Given)
  } finally {
    await pool.end()
    await stop()
  }
}

type Given = Record<keyof typeof checks, string> &
  Partial<Record<'board' | 'phone' | 'mail' | 'web' | 'out-of-hours', string>>

async function open(ground: Ground, given: Given): Promise<void> {
  const agency: NewAgency = {
    board_id: given.board ? await boardNamed(ground, given.board) : null,
    kind: given.board ? 'member' : 'board',
    slug: given.short,
    name: given.name,
    phone: given.phone ?? null,
    email: given.mail ?? null,
    web: given.web ?? null,
    out_of_hours: given['out-of-hours'] ?? null,
  }
  await write(ground, system(newId(ground.clock().getTime())), async writer => {
    const opened = await openAgency(writer, agency).catch(error => {
      throw error.code === '23505' ? new Sorry(`There is an agency called ${given.short} already.`) : error
    })
    await addPolicy(writer, { kind: 'acceptable-use', title: 'Acceptable use policy' })
    const { value: administrator } = await addPerson(writer, {
      kind: 'staff',
      name: given.administrator,
      email: given.email,
      roles: ['administrator'],
    })
    await sendInvitation(writer, administrator)
    return opened
  })
  console.log(`${given.name} is open. ${given.administrator} is mailed an invitation while the server runs.`)
}

async function boardNamed({ pool }: Ground, slug: string): Promise<AgencyId> {
  const { rows } = await pool.query<{ id: AgencyId; kind: string }>(
    'select id, kind from agency where slug = $1',
    [slug],
  )
  if (!rows[0]) throw new Sorry(`There is no board called ${slug}. Open it first, without --board.`)
  if (rows[0].kind !== 'board') throw new Sorry(`${slug} is no board.`)
  return rows[0].id
}

main(process.argv.slice(2)).catch(error => {
  const told = error instanceof Sorry || error?.code?.startsWith('ERR_PARSE_ARGS')
  console.error(told ? error.message : error)
  process.exitCode = 2
})

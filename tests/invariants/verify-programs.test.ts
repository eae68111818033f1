import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Copy,
  copyRecord,
  type DemoRecord,
  makeRecord,
  otherKeys,
  url,
} from '../drills/tamper/record.ts'
import { freshDatabase } from '../setup/database.ts'
import { secretFile } from '../setup/secrets.ts'

let record: DemoRecord
let copy: Copy
let folder: string
let env: Record<string, string>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lanyard-programs-'))
  record = await makeRecord(freshDatabase)
  copy = await copyRecord(record, freshDatabase)
  env = {
    DATABASE_URL: copy.database.ownerUrl,
    LANYARD_URL: url,
    LANYARD_SECRET_FILE: await secretFile(folder),
    LANYARD_WITNESS: copy.heads,
  }
})
afterAll(async () => {
  await copy.close()
  await record.close()
  await rm(folder, { recursive: true, force: true })
})

/** Runs one of the programs as bin/ does, and gives its exit code and what it said. */
async function run(program: string, args: readonly string[], settings = env) {
  const child = spawn(process.execPath, [resolve('dist', `${program}.js`), ...args], {
    env: { PATH: process.env.PATH, ...settings },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', part => (said += part))
  const code = await new Promise<number | null>(done => child.once('close', done))
  return { code, said }
}

test('record-verify says that the record holds, of every log', async () => {
  const { code, said } = await run('record-verify', [])
  expect(said).toMatch(/riverside-youth +holds: 3\d\d entries, 3\d\d witnessed/)
  expect(said).toContain('The record holds')
  expect(code).toBe(0)
})

test('record-verify knows the logs by the name they began with, whatever the address is now', async () => {
  const { code, said } = await run('record-verify', [], { ...env, LANYARD_URL: 'https://moved.example' })
  expect(said).toContain('The record holds')
  expect(code).toBe(0)
})

test('record-verify names the first entry that does not hold', async () => {
  const { rows } = await copy.client.query(
    `update message set body = 'We never met' where entry_id = (select m.entry_id from message m
       join agency a on a.id = m.agency_id where a.slug = 'riverside-youth' order by m.sent_at, m.id limit 1)
     returning entry_id`,
  )
  const { code, said } = await run('record-verify', [])
  expect(said).toMatch(/riverside-youth +does not hold. First: a row of message: it is not what was recorded/)
  expect(said).toContain(rows[0].entry_id)
  expect(said).toMatch(/hilltop-primary +holds/)
  expect(code).toBe(1)
})

test('record-verify makes no secrets and no database where there are none', async () => {
  const { code, said } = await run('record-verify', [join(folder, 'nothing')], {})
  expect(said).toMatch(/^There are no secrets in .*\n$/)
  expect(code).toBe(2)
})

test('receipt-verify says offline whether a receipt holds, by our own keys and by keys that are given', async () => {
  const { DATABASE_URL: _, ...offline } = env
  const file = join(folder, 'receipt.json')
  await writeFile(file, record.receipt)
  const ours = await run('receipt-verify', [file], offline)
  expect(ours.said).toMatch(
    /This receipt holds.\n.*You signed a policy.\n.*\nWitnessed by localhost:3000\/witness\/marlow/,
  )
  expect(ours.code).toBe(0)
  const moved = { ...offline, LANYARD_URL: 'https://moved.example' }
  expect(await run('receipt-verify', [file], moved)).toEqual(ours)

  const keys = join(folder, 'keys.txt')
  const { log, witness } = record.keys
  await writeFile(keys, `${log('riverside-youth').vkey}\n${witness('marlow-vale-board').vkey}\n`)
  const given = await run('receipt-verify', [file, '--keys', keys], {})
  expect(given).toEqual(ours)

  const others = await run('receipt-verify', [file, '--key', otherKeys.log('hilltop-primary').vkey], {})
  expect(others.said).toContain('no key of the log localhost:3000/log/riverside-youth was given')
  expect(others.code).toBe(2)

  await writeFile(file, record.receipt.replace('policy.signed', 'policy.signee'))
  const altered = await run('receipt-verify', [file], offline)
  expect(altered.said).toMatch(/^This receipt does not hold/)
  expect(altered.code).toBe(1)
})

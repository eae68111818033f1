import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig, settings } from '../../src/config.ts'
import { freshData, refusal } from './program.ts'

type Name = keyof typeof settings

/** A bad value or two for every setting: a setting that is new in the table does not compile until it has one here. */
const bad: Readonly<Record<Name, readonly [string, ...string[]]>> = {
  PORT: ['http', '0', '65536', '30.5'],
  LANYARD_HOST: ['localhost 3000', 'http://localhost'],
  LANYARD_URL: ['lanyard.example', 'ftp://lanyard.example'],
  LANYARD_DATA: ['A FILE', 'A FILE/below'],
  DATABASE_URL: ['lanyard', 'mysql://lanyard:secret@localhost/lanyard'],
  LANYARD_MAIL: ['mail.example', 'https://mail.example'],
  LANYARD_MAIL_FROM: ['Lanyard', 'Lanyard <lanyard>', 'lanyard@example.org\nBcc: all@example.org'],
  LANYARD_MAIL_DOMAIN: ['example', 'a b.example'],
  LANYARD_MAIL_LISTEN: ['2525', '127.0.0.1:99999'],
  LANYARD_NOTIFY_KEY: ['a-key', `a-key-${'0'.repeat(36)}`],
  LANYARD_NOTIFY_TEMPLATE: ['a template'],
  LANYARD_NOTIFY_CALLBACK: ['short', `${'x'.repeat(40)} y`],
  LANYARD_NOTIFY_URL: ['notify', 'ftp://notify.example'],
  LANYARD_CLAMAV: ['clamd', 'localhost:99999'],
  LANYARD_DEMO: ['true', 'YES'],
  LANYARD_SESSION_HOURS: ['0', '73', 'a day'],
  LANYARD_FAMILY_MINUTES: ['4', '241'],
  LANYARD_SECRET_FILE: ['A FOLDER'],
  LANYARD_WITNESS: ['A FILE'],
  LANYARD_OIDC_ISSUER: ['sign-in.example'],
  LANYARD_OIDC_CLIENT_ID: ['x'.repeat(201)],
  LANYARD_OIDC_CLIENT_SECRET: ['two\nlines'],
  LANYARD_OIDC_NAME: ['x'.repeat(201)],
  LANYARD_OIDC_TWO_STEPS: ['yes'],
  LANYARD_OIDC_DOMAINS: ['example', 'a b.example'],
}

async function worded(name: Name, value: string, data: string): Promise<Record<string, string>> {
  const file = join(dirname(data), 'a-file')
  await writeFile(file, '')
  return { [name]: value.replace('A FILE', file).replace('A FOLDER', dirname(data)) }
}

const sentence = (name: Name) =>
  `The setting ${name} is not right. It must be ${settings[name].format}. Without it, it is: ${settings[name].default || 'not set'}.`

test('a bad value of any setting is named by the program, with its format and default, and nothing is made', async () => {
  const data = await freshData()
  const names = Object.keys(bad) as Name[]
  // Four at a time: each is a program of its own.
  for (let at = 0; at < names.length; at += 4) {
    await Promise.all(
      names.slice(at, at + 4).map(async name => {
        const env = await worded(name, bad[name][0], data)
        expect(await refusal({ data, env })).toBe(sentence(name))
      }),
    )
  }
  expect(existsSync(data)).toBe(false)
}, 180_000)

test('every other bad value is refused in the same words', async () => {
  const data = await freshData()
  for (const name of Object.keys(bad) as Name[]) {
    for (const value of bad[name]) {
      const env = await worded(name, value, data)
      expect(() => readConfig(env), `${name}=${value}`).toThrow(sentence(name))
    }
  }
})

test('a host that is not an address of this machine is named as a setting', async () => {
  const data = await freshData()
  // An address that is kept for examples, and that no machine has.
  expect(await refusal({ data, env: { LANYARD_HOST: '192.0.2.1' } })).toBe(
    'The setting LANYARD_HOST is not right: 192.0.2.1 is not an address of this machine. Without it, it is: localhost.',
  )
  expect(existsSync(data)).toBe(false)
})

test('settings that go together are asked for together', async () => {
  const data = await freshData()
  expect(await refusal({ data, env: { LANYARD_OIDC_ISSUER: 'https://sign-in.example' } })).toMatch(
    /^The settings LANYARD_OIDC_ISSUER, LANYARD_OIDC_CLIENT_ID and LANYARD_OIDC_CLIENT_SECRET go together\./,
  )
  expect(() => readConfig({ LANYARD_NOTIFY_TEMPLATE: '11111111-2222-3333-4444-555555555555' })).toThrow(
    /^The settings LANYARD_NOTIFY_KEY and LANYARD_NOTIFY_TEMPLATE go together\./,
  )
})

test('the default that a setting names is the one it has', () => {
  const without = readConfig({})
  const named: readonly Name[] = [
    'PORT',
    'LANYARD_HOST',
    'LANYARD_DATA',
    'LANYARD_MAIL_FROM',
    'LANYARD_SESSION_HOURS',
    'LANYARD_FAMILY_MINUTES',
  ]
  for (const name of named) expect(readConfig({ [name]: settings[name].default })).toEqual(without)
  expect(readConfig({ LANYARD_URL: settings.LANYARD_URL.default.replace('PORT', '3000') })).toEqual(without)
  expect(without.demo).toBe(true)
  expect(readConfig({ DATABASE_URL: 'postgres://localhost/lanyard' }).demo).toBe(false)
})

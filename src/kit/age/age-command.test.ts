import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newIdentity, openWith, sealFor } from './index.ts'

// Debian's own age, which shares no code with the library: what is sealed can be opened in years, whatever becomes of Lanyard.

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lanyard-age-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function age(args: readonly string[], input: Uint8Array): Buffer {
  const { status, stdout, stderr } = spawnSync('/usr/bin/age', args, { input })
  if (status !== 0) throw new Error(String(stderr))
  return stdout
}

test.each([1, 600, 65_536, 200_000])(
  'the age command opens what is sealed here to several keys, and what it seals opens here: %i bytes',
  async size => {
    const [ellen, farid, grace] = [await newIdentity(), await newIdentity(), await newIdentity()]
    const bytes = Buffer.alloc(size, 'Jamie said so. ')
    const sealed = await sealFor([ellen.recipient, farid.recipient], bytes)
    for (const [name, { identity }] of Object.entries({ ellen, farid, grace }))
      await writeFile(join(folder, name), `${identity}\n`)
    for (const name of ['ellen', 'farid'])
      expect(age(['--decrypt', '--identity', join(folder, name)], sealed).equals(bytes)).toBe(true)
    expect(() => age(['--decrypt', '--identity', join(folder, 'grace')], sealed)).toThrow('no identity')
    const theirs = age(['--recipient', ellen.recipient, '--recipient', farid.recipient], bytes)
    expect(Buffer.from((await openWith(farid.identity, theirs)) ?? []).equals(bytes)).toBe(true)
  },
)

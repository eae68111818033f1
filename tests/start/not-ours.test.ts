import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { giveTo, nobody, reachable, root } from './account.ts'
import { everyProcess } from './processes.ts'
import { begin, freshData, refusal } from './program.ts'

/** A folder for the account without privileges, which it may use as its own. */
async function freshHome(): Promise<string> {
  const home = dirname(await freshData())
  giveTo(nobody, home)
  return home
}

const cannot = (folder: string, setting = 'LANYARD_DATA') =>
  `The folder ${folder} cannot be written to by this account. Give it leave to, or set ${setting} to another folder.`

test('a data folder that cannot be written to is told, and stays as it is', async () => {
  const data = join(await freshHome(), 'data')
  const asNobody = { data, account: nobody, ...(await reachable(nobody)) }
  await mkdir(data)
  await writeFile(join(data, 'theirs'), 'as it was')
  await chmod(data, 0o555)
  expect(await refusal(asNobody)).toBe(cannot(data))
  expect(await readdir(data)).toEqual(['theirs'])
})

test('a data folder that cannot be made is told, and is not there', async () => {
  const home = await freshHome()
  const closed = join(home, 'closed')
  await mkdir(closed, { mode: 0o555 })
  const data = join(closed, 'data')
  expect(await refusal({ data, account: nobody, ...(await reachable(nobody)) })).toBe(cannot(data))
  expect(existsSync(data)).toBe(false)
})

test('secrets that this account may not read, and that others may, are told', async () => {
  const home = await freshHome()
  const [data, closed, open] = ['data', 'closed.json', 'open.json'].map(name => join(home, name)) as [
    string,
    string,
    string,
  ]
  await writeFile(closed, '{}', { mode: 0o000 })
  await writeFile(open, '{}', { mode: 0o644 })
  giveTo(nobody, open)
  const asNobody = { data, account: nobody, ...(await reachable(nobody)) }
  expect(await refusal({ ...asNobody, env: { LANYARD_SECRET_FILE: closed } })).toBe(
    `The secrets in ${closed} cannot be read, or made, by this account. Give it leave to, or set LANYARD_SECRET_FILE to another file.`,
  )
  expect(await refusal({ ...asNobody, env: { LANYARD_SECRET_FILE: open } })).toBe(
    `The secrets in ${open} can be read by others on this machine. Run: chmod 600 ${open}`,
  )
})

test('a witness folder that cannot be written to is told by its setting', async () => {
  const home = await freshHome()
  const witness = join(home, 'witness')
  await mkdir(witness, { mode: 0o555 })
  if (nobody) await chmod(witness, 0o755)
  const asNobody = { data: join(home, 'data'), account: nobody, ...(await reachable(nobody)) }
  expect(await refusal({ ...asNobody, env: { LANYARD_WITNESS: witness } })).toBe(
    cannot(witness, 'LANYARD_WITNESS'),
  )
})

test('without privileges it runs whole, as one account, and what is secret is for that account alone', async () => {
  const home = await freshHome()
  const data = join(home, 'data')
  const program = await begin({ data, account: nobody, ...(await reachable(nobody)) })
  await program.ready()
  expect((await fetch(`${program.url}/sign-in`)).status).toBe(200)
  await expectSecret(data)
  const uids = (await everyProcess()).filter(({ cwd }) => cwd.startsWith(data)).map(({ uid }) => uid)
  expect(uids.length).toBeGreaterThan(3)
  expect(new Set(uids)).toEqual(new Set([nobody?.uid ?? process.getuid?.()]))
  expect(await program.stop()).toEqual([])
})

test('with all privileges, PostgreSQL has none, also where its account cannot enter the data folder', async () => {
  const data = await freshData()
  for (const mode of [0o755, 0o700]) {
    await chmod(dirname(data), mode)
    const program = await begin({ data: join(data, String(mode)) })
    await program.ready()
    await expectSecret(join(data, String(mode)))
    const [server, ...more] = (await everyProcess()).filter(({ parent }) => parent === program.pid)
    expect(more).toEqual([])
    // Whoever runs the tests without privileges is the account that the server runs under.
    if (root) expect(server?.uid).not.toBe(0)
    else expect(server?.uid).toBe(process.getuid?.())
    const cluster = / -D (\S+)/.exec(server?.command ?? '')?.[1] ?? ''
    const elsewhere = root && mode === 0o700
    expect(cluster.startsWith(elsewhere ? '/var/lib/lanyard/' : data)).toBe(true)
    expect(program.output().includes(`The database is kept in ${cluster}`)).toBe(elsewhere)
    expect((await stat(cluster)).mode & 0o777).toBe(0o700)
    expect(await program.stop()).toEqual([])
    if (elsewhere) await rm(dirname(cluster), { recursive: true })
  }
})

/** Modes of what is secret in a data folder. */
async function expectSecret(data: string): Promise<void> {
  for (const [name, mode] of Object.entries({
    'secrets.json': 0o600,
    'postgres.log': 0o600,
    witness: 0o700,
  })) {
    expect([name, (await stat(join(data, name))).mode & 0o777]).toEqual([name, mode])
  }
}

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, rm, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { giveTo, nobody, reachable, root } from './account.ts'
import { leftIn } from './processes.ts'
import { begin, freshData, refusal } from './program.ts'

const megabyte = 1024 * 1024
const full = (folder: string) =>
  `There is no room left on the disk that holds ${folder}. Make room there, then start again.`

const halfMade = async (data: string) =>
  (await readdir(data)).filter(name => /^postgres$|\.new$|lock|\.\d+$/.test(name))

test.each([
  ['whoever runs the tests', undefined],
  ['an account without privileges', nobody],
])('to %s, a limit on what may be written is told at whatever step it is met', async (_, account) => {
  const data = await freshData()
  giveTo(account, dirname(data))
  const start = { data, account, ...(await reachable(account)) }
  // Not enough for the lock; for initdb's small files; for PostgreSQL's first log file of 16 MB.
  for (const limit of [0, 32 * 1024, 12 * megabyte]) {
    expect(await refusal({ ...start, under: ['prlimit', `--fsize=${limit}`] })).toBe(full(data))
    if (existsSync(data)) expect(await halfMade(data)).toEqual([])
  }
  const program = await begin(start)
  await program.ready()
  expect(await program.stop()).toEqual([])
})

/** A disk of its own in a folder, where this account may mount one. */
function mount(folder: string, size: number): boolean {
  return root && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status === 0
}

async function fill(folder: string, leave = 0): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  // The last blocks may go to somebody else while this is written.
  await writeFile(join(folder, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - leave))).catch(() => {})
}

// Where no disk can be mounted, the limits above stand for one that is full: the same steps, told by another number.
test('a full disk is told before the database is made, while it is made, while it is migrated, and later on', {
  timeout: 180_000,
}, async () => {
  const disk = join(dirname(await freshData()), 'disk')
  await mkdir(disk)
  const mounted = mount(disk, 140 * megabyte)
  onTestFinished(() => void (mounted && spawnSync('umount', ['-l', disk])))
  console.log(mounted ? 'A disk of 140 MB is mounted.' : 'No disk can be mounted: a limit on files instead.')
  await chmod(disk, 0o755)
  const data = join(disk, 'data')
  const refused = async (fills: () => Promise<void>, moment?: string) => {
    if (!moment) await fills()
    const program = await begin({ data })
    if (moment) await until(() => existsSync(join(data, moment)))
    if (moment) await fills()
    expect([await program.ended, program.output(), program.errors()]).toEqual([1, '', `${full(data)}\n`])
    expect(await leftIn(data)).toEqual([])
    await rm(join(disk, 'filler'))
  }
  if (!mounted) {
    const under = ['prlimit', `--fsize=${megabyte}`]
    expect(await refusal({ data, under })).toBe(full(data))
  } else {
    await refused(() => fill(disk, 60 * megabyte))
    expect(await halfMade(data)).toEqual([])
    await refused(() => fill(disk), 'postgres.new/cluster')
    // It may have been whole by the time that the disk was full.
    expect([[], ['postgres']]).toContainEqual(await halfMade(data))
    await refused(() => fill(disk), 'postgres/postmaster.pid')
  }
  const program = await begin({ data })
  await program.ready()
  expect((await fetch(`${program.url}/sign-in`)).status).toBe(200)
  expect(await program.stop()).toEqual([])
  if (mounted) await refused(() => fill(disk))
})

async function until(what: () => boolean): Promise<void> {
  for (const end = Date.now() + 60_000; !what(); await wait(5))
    if (Date.now() > end) throw new Error('it never came to that')
}

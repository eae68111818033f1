import { readdir, readlink, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const patience = 20_000

/**
 * Clears up after a server that was killed, for somebody who holds the data folder and has found none running.
 * When PostgreSQL's first process is killed, the others end by themselves once they notice, which takes a moment; until
 * then a new server refuses to start beside them. It refuses too while any process has the number in postmaster.pid: one
 * that is dead and that nobody has buried, or another program that was given the number since. So the file goes once
 * nobody is left in the cluster. Who is there, /proc tells; where there is none, this does nothing.
 */
export async function clearAfterFormer(cluster: string): Promise<void> {
  if (await formerServerGone(cluster)) await unlink(join(cluster, 'postmaster.pid')).catch(() => {})
}

/** Waits until nobody is left in the cluster. False when somebody stays, or when it cannot be told. */
export async function formerServerGone(cluster: string): Promise<boolean> {
  for (const until = Date.now() + patience; Date.now() < until; await wait(50)) {
    const folders = await whereProcessesAre()
    if (!folders) return false
    if (!folders.includes(cluster)) return true
  }
  return false
}

/** The folder each process works in, as far as we may know it. PostgreSQL's work in their cluster's. */
async function whereProcessesAre(): Promise<string[] | undefined> {
  const all = await readdir('/proc').catch(() => [])
  const own = await readlink('/proc/self/cwd').catch(() => undefined)
  if (!own) return undefined
  const numbers = all.filter(name => /^\d+$/.test(name))
  return Promise.all(numbers.map(pid => readlink(`/proc/${pid}/cwd`).catch(() => '')))
}

import { execFileSync } from 'node:child_process'
import { chownSync, cpSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Account, canEnter } from '../../src/kit/postgres/account.ts'
import { build } from './program.ts'

export type { Account }

export const root = process.getuid?.() === 0

/** An account without privileges for the program to run under: none but our own when we have no privileges ourselves. */
export const nobody: Account | undefined = root ? { name: 'nobody', uid: 65_534, gid: 65_534 } : undefined

export const giveTo = (account: Account | undefined, ...paths: readonly string[]): void => {
  if (account) for (const path of paths) chownSync(path, account.uid, account.gid)
}

/**
 * The project and its Node.js where the account can reach them: here, or copied when they are under a folder that is
 * closed to it, as /root is.
 */
export async function reachable(
  account: Account | undefined,
): Promise<{ project: string; command?: readonly string[] }> {
  const project = resolve('.')
  if (!account) return { project }
  const open = await Promise.all(
    [project, dirname(process.execPath)].map(folder => canEnter(account, folder)),
  )
  if (!open.includes(false)) return { project }
  const copy = await projectCopy()
  await rm(join(copy, 'node_modules'))
  execFileSync('cp', ['-a', resolve('node_modules/.'), join(copy, 'node_modules')])
  cpSync(process.execPath, join(copy, 'node'))
  return { project: copy, command: [join(copy, 'node'), join(copy, 'bin/start.mjs')] }
}

const leftOut = new Set(['node_modules', '.git', '.runtime', 'data'])

/** The project in a folder of its own, packages linked: for tests that change a file of it. */
export async function projectCopy(): Promise<string> {
  await build()
  const home = mkdtempSync(join(tmpdir(), 'lanyard-copy-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  await chmod(home, 0o755)
  const parts = readdirSync('.').filter(name => !leftOut.has(name))
  // With their exact times, so that what is built already stays built.
  execFileSync('cp', ['-a', ...parts, home])
  symlinkSync(resolve('node_modules'), join(home, 'node_modules'))
  return home
}

import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The account PostgreSQL runs under: a number each for user and group, or none when we are not root anyway. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/**
 * PostgreSQL refuses to run as root. As root, it runs under a system account `lanyard`, made when it is missing, or
 * under `nobody` where no account can be made. Not root: undefined, and PostgreSQL runs as we do.
 */
export async function unprivilegedAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const known = await lookUp('lanyard')
  if (known) return known
  const options = ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'lanyard']
  await run('useradd', options).catch(() => run('adduser', ['-S', '-D', '-H', 'lanyard']).catch(() => {}))
  const account = (await lookUp('lanyard')) ?? (await lookUp('nobody'))
  if (!account) throw new Error('found no unprivileged account to run PostgreSQL under')
  return account
}

async function lookUp(name: string): Promise<Account | undefined> {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find(entry => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined
}

/** Whether the account can get into `folder` by the permissions of every folder above it. Missing folders count as open. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    const about = await stat(at).catch(() => undefined)
    const bit = about && (about.uid === account.uid ? 0o100 : about.gid === account.gid ? 0o010 : 0o001)
    if (about && bit && (about.mode & bit) === 0) return false
    if (at === dirname(at)) return true
  }
}

import { readdir, readFile, readlink } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** A process as Linux shows it. `started` tells it from a later one with the same number. */
export interface Seen {
  readonly pid: number
  readonly parent: number
  readonly started: string
  readonly uid: number
  readonly command: string
  readonly cwd: string
}

async function look(pid: number): Promise<Seen | undefined> {
  try {
    const [stat, status, command] = await Promise.all(
      ['stat', 'status', 'cmdline'].map(name => readFile(`/proc/${pid}/${name}`, 'utf8')),
    )
    const fields = (stat ?? '').slice((stat ?? '').lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z') return undefined
    return {
      pid,
      parent: Number(fields[1]),
      started: fields[19] ?? '',
      uid: Number(/^Uid:\s+(\d+)/m.exec(status ?? '')?.[1]),
      command: (command ?? '').replaceAll('\0', ' ').trim(),
      cwd: await readlink(`/proc/${pid}/cwd`).catch(() => ''),
    }
  } catch {
    return undefined
  }
}

/** Every process there is. */
export async function everyProcess(): Promise<Seen[]> {
  const pids = (await readdir('/proc')).map(Number).filter(pid => pid > 0)
  return (await Promise.all(pids.map(look))).filter(seen => seen !== undefined)
}

/** A process, its children, theirs, and so on. */
export async function family(pid: number): Promise<Seen[]> {
  const all = await everyProcess()
  const members = new Set([pid])
  for (let before = 0; before < members.size; ) {
    before = members.size
    for (const { pid, parent } of all) if (members.has(parent)) members.add(pid)
  }
  return all.filter(({ pid }) => members.has(pid))
}

/** Those that run still. The kernel may take a moment to clear away what has just ended. */
export async function stillThere(some: readonly Seen[]): Promise<Seen[]> {
  for (let tries = 0; ; tries++) {
    const now = (await Promise.all(some.map(({ pid }) => look(pid)))).filter(
      (seen, index) => seen?.started === some[index]?.started,
    )
    if (now.length === 0 || tries === 20) return now.filter(seen => seen !== undefined)
    await wait(25)
  }
}

/** Whatever was started for a folder, or works in it: PostgreSQL's processes work in their cluster's folder. */
export async function leftIn(folder: string): Promise<Seen[]> {
  const there = ({ pid, command, cwd }: Seen) =>
    pid !== process.pid && (command.includes(folder) || cwd.startsWith(folder))
  return stillThere((await everyProcess()).filter(there))
}

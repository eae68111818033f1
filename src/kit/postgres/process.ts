import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** What the system says of a process (Linux; '' elsewhere). The program's name, in brackets, may hold anything. */
function stateOf(pid: number): string[] {
  try {
    const about = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return about.slice(about.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

/** When a process started, in the kernel's ticks since boot, where the system tells; else ''. */
export const startedAt = (pid: number): string => stateOf(pid)[19] ?? ''

/** Whether a process runs. One that has ended, and whose end nobody has taken note of, does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return stateOf(pid)[0] !== 'Z'
}

/** Whether a process ends within so many milliseconds. */
export async function ends(pid: number, within: number): Promise<boolean> {
  for (const until = Date.now() + within; Date.now() < until; await wait(20)) if (!isAlive(pid)) return true
  return !isAlive(pid)
}

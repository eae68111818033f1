import { readdirSync, readFileSync } from 'node:fs'

/** What Linux tells of one process. Processor time is in milliseconds, with that of children that have ended. */
interface Told {
  readonly parent: number
  readonly processor: number
}

const ticksASecond = 100

function told(pid: number): Told | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in brackets and may hold anything.
    const fields = line
      .slice(line.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [parent = 0, own = 0, ownSystem = 0, ended = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map(
      at => fields[at] ?? 0,
    )
    return { parent, processor: ((own + ownSystem + ended + endedSystem) * 1000) / ticksASecond }
  } catch {
    return undefined
  }
}

/** A process and its children; nothing where the system does not tell. */
export function familyOf(pid: number): number[] {
  try {
    const all = readdirSync('/proc').flatMap(name => (/^\d+$/.test(name) ? [Number(name)] : []))
    return all.filter(one => one === pid || told(one)?.parent === pid)
  } catch {
    return []
  }
}

/** Milliseconds of processor time that these processes have had. */
export const processorTime = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + (told(pid)?.processor ?? 0), 0)

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

/** Nothing of one that has ended meanwhile, as PostgreSQL's helpers do. */
function mapsOf(pid: number): string[] {
  try {
    return [readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')]
  } catch {
    return []
  }
}

/**
 * The memory these processes keep resident, in MB: what each has to itself, and once the most that any of them shares.
 * PostgreSQL's processes share most of theirs with one another. One process by itself: its resident set.
 */
export function residentMemory(pids: readonly number[]): number {
  const all = pids.flatMap(mapsOf).map(text => {
    const [rss, clean, dirty] = ['Rss', 'Private_Clean', 'Private_Dirty'].map(name =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1]),
    ) as [number, number, number]
    return { own: clean + dirty, shared: rss - clean - dirty }
  })
  return (all.reduce((sum, one) => sum + one.own, 0) + Math.max(0, ...all.map(one => one.shared))) / 1024
}

/**
 * The most that a process has kept resident since it began, in MB, as Linux itself keeps count: asking takes nothing. To look again
 * and again at what it keeps now holds up the very process, for 50 ms each time where it has hundreds of MB.
 */
export function mostResident(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024
}

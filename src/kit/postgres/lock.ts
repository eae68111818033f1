import { mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Sorry } from '../sorry.ts'

/** Who holds a data folder: a process, known again by when it started, as numbers of processes are used again. */
interface Holder {
  readonly pid: number
  readonly started: string
}

/** When a process started, in the kernel's ticks since boot, where the system tells; else ''. */
async function startedAt(pid: number): Promise<string> {
  const about = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The second field is the program's name in brackets and may hold anything; the start is the 22nd field.
  return about.slice(about.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Takes the data folder for this process, making it when it is missing. Throws Sorry when another process holds it. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'lanyard.lock')
  const me = JSON.stringify({ pid: process.pid, started: await startedAt(process.pid) })
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 })
    for (let tries = 0; ; tries++) {
      const taken = await writeFile(file, me, { flag: 'wx' }).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'EEXIST') return false
          throw error
        },
      )
      if (taken) return () => unlink(file).catch(() => {})
      const holder = await holderOf(file)
      if (holder && tries > 0) throw inUse(folder, holder)
      if (holder && isAlive(holder.pid) && holder.started === (await startedAt(holder.pid)))
        throw inUse(folder, holder)
      // Left behind by a process that is gone. Moved aside by name, so that two who see it so do not undo each other.
      const aside = `${file}.${process.pid}`
      await rename(file, aside).catch(() => {})
      await unlink(aside).catch(() => {})
    }
  } catch (error) {
    throw explained(folder, error)
  }
}

const inUse = (folder: string, holder: Holder) =>
  new Sorry(
    `The data folder ${folder} is in use by another Lanyard (process ${holder.pid}). Stop it, or set LANYARD_DATA to another folder.`,
  )

async function holderOf(file: string): Promise<Holder | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '')
  try {
    return JSON.parse(text) as Holder
  } catch {
    return undefined
  }
}

/** Faults of the disk and its permissions, in words. Anything else as it is. */
export function explained(folder: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') {
    return new Sorry(
      `The data folder ${folder} cannot be written to. Give its account leave to, or set LANYARD_DATA to another folder.`,
    )
  }
  if (code === 'ENOSPC') return diskFull(folder)
  return error
}

export const diskFull = (folder: string) =>
  new Sorry(`The disk that holds ${folder} is full. Nothing was changed. Make room and start again.`)

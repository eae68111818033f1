import { link, mkdir, readFile, rename, rmdir, unlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Sorry } from '../sorry.ts'
import { isAlive, startedAt } from './process.ts'
import { explained } from './trouble.ts'

/** Who holds a data folder: a process, known again by when it started, as numbers of processes are used again. */
interface Holder {
  readonly pid: number
  readonly started: string
}

/**
 * Takes the data folder for this process, making it when it is missing. Throws Sorry when another process holds it.
 * Returns how to let go: a folder that was made here and is empty still is removed again.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'lanyard.lock')
  const draft = `${file}.${process.pid}`
  let made: string | undefined
  const removeEmptied = async () => {
    if (made) await removeEmpty(folder, made)
  }
  try {
    made = await mkdir(folder, { recursive: true, mode: 0o755 })
    // Written in full and then linked to its name, so that nobody reads half of it.
    await writeFile(draft, JSON.stringify({ pid: process.pid, started: startedAt(process.pid) }))
    await take(folder, file, draft)
  } catch (error) {
    await unlink(draft).catch(() => {})
    await removeEmptied()
    throw await explained(folder, error)
  }
  await unlink(draft).catch(() => {})
  return async () => {
    await unlink(file).catch(() => {})
    await removeEmptied()
  }
}

async function take(folder: string, file: string, draft: string): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    if (await linked(draft, file)) return
    const holder = await holderOf(file)
    if (holder && holds(holder)) throw inUse(folder, holder)
    // Left behind by a process that is gone. Another start may see the same and be quicker: if what was moved aside turns
    // out to be that one's lock, it goes back.
    const aside = `${draft}.old`
    await rename(file, aside).catch(() => {})
    const moved = await holderOf(aside)
    if (moved && holds(moved)) await linked(aside, file)
    await unlink(aside).catch(() => {})
    if (moved && holds(moved)) throw inUse(folder, moved)
  }
  throw new Error(`the lock ${file} could not be taken`)
}

/** Gives a file a second name. False when the name is in use. */
const linked = (file: string, name: string): Promise<boolean> =>
  link(file, name).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )

const holds = ({ pid, started }: Holder): boolean => isAlive(pid) && started === startedAt(pid)

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

/** From `folder` up to `top`, as far as they are empty. */
async function removeEmpty(folder: string, top: string): Promise<void> {
  for (let at = folder; at.startsWith(top); at = dirname(at)) {
    const removed = await rmdir(at).then(
      () => true,
      () => false,
    )
    if (!removed) return
  }
}

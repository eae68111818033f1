import { readFile, statfs } from 'node:fs/promises'
import { Sorry } from '../sorry.ts'

/** No more fits: a full disk, a quota, a limit on files. In the codes of Node and PostgreSQL, and in PostgreSQL's words. */
const fullCodes = ['ENOSPC', 'EDQUOT', 'EFBIG', '53100']
const fullWords = /No space left on device|Disk quota exceeded|File too large/
const closedCodes = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ENAMETOOLONG']
/** A disk with less than this is full: PostgreSQL may have found so, and have had no room to say it. */
const leastRoom = 1024 * 1024

export const diskFull = (folder: string) =>
  new Sorry(`There is no room left on the disk that holds ${folder}. Make room there, then start again.`)

/** Says so in words when less than `bytes` are free where `folder` is, or will be. */
export async function checkRoom(folder: string, bytes: number): Promise<void> {
  const room = await statfs(folder).catch(() => undefined)
  if (room && room.bavail * room.bsize < bytes) throw diskFull(folder)
}

/**
 * Faults of the disk and its permissions, in words. Anything else as it is. `folder` is where files were written, and
 * `setting` names it.
 */
export async function explained(folder: string, error: unknown, setting = 'LANYARD_DATA'): Promise<unknown> {
  if (error instanceof Sorry) return error
  const causes = withCauses(error)
  const codes = causes.map(cause => cause.code ?? '')
  if (causes.some(({ code = '', message }) => fullCodes.includes(code) || fullWords.test(message)))
    return diskFull(folder)
  if (codes.some(code => closedCodes.includes(code))) return cannotWrite(folder, setting)
  return checkRoom(folder, leastRoom).then(
    () => error,
    full => full,
  )
}

const cannotWrite = (folder: string, setting = 'LANYARD_DATA') =>
  new Sorry(
    `The folder ${folder} cannot be written to by this account. Give it leave to, or set ${setting} to another folder.`,
  )

function withCauses(error: unknown): { code?: string; message: string }[] {
  return error instanceof Error ? [error, ...withCauses(error.cause)] : []
}

/** What PostgreSQL's own log says from `start` on, where it names a trouble that somebody can put right. */
export async function troubleIn(log: string, start: number, folder: string): Promise<Sorry | undefined> {
  const told = (await readFile(log).catch(() => Buffer.alloc(0))).subarray(start).toString('utf8')
  if (fullWords.test(told)) return diskFull(folder)
  if (/Permission denied|Read-only file system/.test(told)) return cannotWrite(folder)
  if (/Cannot allocate memory|could not create shared memory/.test(told))
    return new Sorry('There is too little memory free for the built-in PostgreSQL. It needs about 200 MB.')
  return undefined
}

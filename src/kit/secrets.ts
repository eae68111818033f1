import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Sorry } from './sorry.ts'

/** What an installation must keep to itself. Made on first start, and never again. */
export interface Secrets {
  /** 32 bytes, base64. The logs' and witnesses' signing keys are derived from it. */
  readonly master: string
  /** Signs session cookies. */
  readonly session: string
  /** PostgreSQL passwords: the owner's, for the built-in server only, and the application's own role. */
  readonly databaseOwner: string
  readonly databaseApp: string
}

const fresh = (): Secrets => ({
  master: randomBytes(32).toString('base64'),
  session: randomBytes(32).toString('base64url'),
  databaseOwner: randomBytes(24).toString('hex'),
  databaseApp: randomBytes(24).toString('hex'),
})

/**
 * The secrets in `file`, made there with mode 600 when it does not exist. Two first starts at once agree on one of them.
 * Refuses a file that others may read, and one it cannot understand: losing the master secret ends every log's chain.
 */
export async function loadSecrets(file: string): Promise<Secrets> {
  try {
    const found = await readExisting(file)
    if (found) return found
    await makeFile(file)
    return (await readExisting(file)) as Secrets
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR'].includes(code)) throw error
    throw new Sorry(
      `The secrets in ${file} cannot be read, or made, by this account. Give it leave to, or set LANYARD_SECRET_FILE to another file.`,
    )
  }
}

/** Written in full under another name and then linked to its own: never half there, and never over another's. */
async function makeFile(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  try {
    const handle = await open(draft, 'w', 0o600)
    try {
      await handle.writeFile(`${JSON.stringify(fresh(), null, 2)}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await chmod(draft, 0o600)
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await unlink(draft).catch(() => {})
  }
}

async function readExisting(file: string): Promise<Secrets | undefined> {
  let text: string
  try {
    const { mode } = await stat(file)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new Sorry(`The secrets in ${file} can be read by others on this machine. Run: chmod 600 ${file}`)
    }
    text = await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const told = `The secrets in ${file} are damaged. Put the file back from your backup: without it the record cannot go on.`
  try {
    const all = JSON.parse(text) as Partial<Secrets>
    const whole = all.session && all.databaseOwner && all.databaseApp
    if (whole && all.master && Buffer.from(all.master, 'base64').length === 32) return all as Secrets
  } catch {
    // Not JSON: told below, as a file that lacks something is.
  }
  throw new Sorry(told)
}

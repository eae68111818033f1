import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fromBase64, toBase64 } from '../log/base64.ts'
import type { Head } from '../log/witness.ts'

/** What a witness keeps of one log, outside the database: the log's key as first seen, and the newest head it cosigned. */
export interface KeptHead {
  readonly origin: string
  readonly vkey: string
  readonly head: Head
}

/** `<folder>/<board>/<agency>.json`, written whole and synced before the cosignature is given out. */
export const headFile = (folder: string, board: string, agency: string): string =>
  join(folder, board, `${agency}.json`)

/** The kept head, or undefined when this witness never saw the log. Throws when the file is there and not whole. */
export async function readHead(file: string): Promise<KeptHead | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const { origin, vkey, size, root } = JSON.parse(text) as Record<string, unknown>
  const hash = fromBase64(root, 32)
  if (typeof origin !== 'string' || typeof vkey !== 'string' || !Number.isSafeInteger(size) || !hash) {
    throw new Error(`the witness head in ${file} is damaged`)
  }
  return { origin, vkey, head: { size: size as number, root: hash } }
}

export async function writeHead(file: string, { origin, vkey, head }: KeptHead): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomUUID()}`
  const handle = await open(draft, 'w', 0o600)
  await handle.writeFile(`${JSON.stringify({ origin, vkey, size: head.size, root: toBase64(head.root) })}\n`)
  await handle.sync()
  await handle.close()
  await rename(draft, file)
}

import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'

let count = 0

/** Puts a mail into a folder as a file of its own, whole or not at all. */
export async function keepInFolder(folder: string, mail: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = `${new Date().toISOString().replaceAll(':', '-')}-${process.pid}-${++count}.eml`
  const handle = await open(join(folder, `${name}.part`), 'wx', 0o600)
  await handle.writeFile(mail)
  await handle.close()
  await rename(join(folder, `${name}.part`), join(folder, name))
}

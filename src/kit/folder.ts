import { access, constants, mkdir } from 'node:fs/promises'
import { explained } from './postgres/index.ts'

/** Makes a folder for this account alone, unless it is there. Throws Sorry, naming its setting, when it cannot be written to. */
export async function ensureFolder(folder: string, setting: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw await explained(folder, error, setting)
  }
}

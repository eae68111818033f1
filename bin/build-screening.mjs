// The rules of the screening as tables, beside the program that reads them: it loads several times as fast so.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Writes the tables into the folder of a build whose programs are there. */
export async function buildScreening(folder) {
  const program = name => import(pathToFileURL(join(folder, 'screening', name)).href)
  const [{ compile }, { packed }] = [await program('compile.js'), await program('tables.js')]
  writeFileSync(join(folder, 'screening/tables.bin'), packed(compile()))
}

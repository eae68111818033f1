// The rules of the screening as they are compiled, in the program that reads them: it loads several times as fast so.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Writes them into the folder of a build whose programs are there. */
export async function buildScreening(folder) {
  const place = name => join(folder, 'screening', name)
  const program = name => import(pathToFileURL(place(name)).href)
  const [{ compile }, { packed }] = [await program('compile.js'), await program('packed.js')]
  writeFileSync(place('written.js'), `export const written = ${JSON.stringify(packed(compile()))}\n`)
}

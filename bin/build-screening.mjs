// The screening as the server loads it: its rules compiled to tables, and its programs in one file. Reading forty small
// files takes several times as long as reading what is in them.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inOneFile } from './in-one-file.mjs'

/** Writes it into the folder of a build whose programs are there. */
export async function buildScreening(folder) {
  const place = name => join(folder, 'screening', name)
  const program = name => import(pathToFileURL(place(name)).href)
  const [{ compile }, { packed }] = [await program('compile.js'), await program('packed.js')]
  writeFileSync(place('written.js'), `export const written = ${JSON.stringify(packed(compile()))}\n`)
  writeFileSync(
    place('index.js'),
    inOneFile('index.js', name => readFileSync(place(name), 'utf8')),
  )
  rmSync(place('index.js.map'), { force: true })
}

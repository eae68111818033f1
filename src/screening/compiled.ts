import { existsSync, readFileSync } from 'node:fs'
import { type Compiled, unpacked } from './tables.ts'

/** Where the build writes the tables of the rules, beside what it builds. */
export const writtenTables = new URL('./tables.bin', import.meta.url)

/** The tables of the rules: as the build wrote them, or made now where nothing was built. */
const compiled: Compiled = existsSync(writtenTables)
  ? unpacked(new Uint8Array(readFileSync(writtenTables)))
  : (await import('./compile.ts')).compile()

export const { tables, rows, size, figured } = compiled

import { automatonOf } from './automaton.ts'
import { unpacked } from './packed.ts'
import { type Compiled, setsOf, type Tables, widthOf } from './tables.ts'
import { written } from './written.ts'

// As the build wrote them down, or made now where nothing was built.
const compiled: Compiled =
  written === undefined ? (await import('./compile.ts')).compile() : unpacked(written)

export const { rows, size, figured } = compiled
/** The tables of the rules. */
export const tables: Tables = {
  ...compiled.compact,
  ...automatonOf(compiled.compact),
  sets: setsOf(compiled),
  width: widthOf(compiled),
}

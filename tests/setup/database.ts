import { inject } from 'vitest'
import { copyDatabase, type TestDatabase } from './copies.ts'

export type { TestDatabase } from './copies.ts'

/** A database of its own, with the demo cast in it: a copy of the template, made in a few hundredths of a second. */
export const freshDatabase = (template = 'lanyard_template'): Promise<TestDatabase> =>
  copyDatabase(inject('serverUrl'), template, 'tests')

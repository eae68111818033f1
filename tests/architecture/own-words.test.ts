import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { knownRuns, sharedRuns } from '../setup/source-runs.ts'

/** Everything that may reach a screen, a lesson, a policy or a poster; and what we say of ourselves. */
const files = [
  ...readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map(name => join('src', name)),
  'README.md',
  'GLOSSARY.md',
]

test('nothing in any room is copied from the 2015 document: no run of eight words is shared, but for addresses', () => {
  expect(files.length).toBeGreaterThan(700)
  expect(knownRuns).toBeGreaterThan(4000)
  const isAddress = (run: string) => /\b(gov uk|www|pdf)\b/.test(run)
  const copied = files.flatMap(file =>
    sharedRuns(readFileSync(file, 'utf8'))
      .filter(run => !isAddress(run))
      .map(run => `${file}: ${run}`),
  )
  expect(copied).toEqual([])
})

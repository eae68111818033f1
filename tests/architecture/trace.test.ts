import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  countBySection,
  countCapabilities,
  isStatementId,
  type MeansId,
  means,
  statements,
  trace,
} from '../../src/guidance/index.ts'
import type { Means } from '../../src/guidance/trace/means.ts'

const carriers: readonly [string, Means][] = Object.entries(means)

test('every statement has exactly one line in the trace', () => {
  expect(Object.keys(trace)).toHaveLength(229)
  expect(Object.keys(trace)).toEqual(statements.map(({ id }) => id))
})

test('every file and test that the trace names is there, and holds what is claimed of it', () => {
  const missing = carriers.flatMap(([id, { places, proof }]) =>
    [...places, ...proof].flatMap(({ file, holds }) => {
      if (!existsSync(file)) return [`${id}: there is no ${file}`]
      return readFileSync(file, 'utf8').includes(holds) ? [] : [`${id}: ${file} does not hold “${holds}”`]
    }),
  )
  expect(missing).toEqual([])
  const unproved = carriers.filter(([, { proof }]) => proof.some(({ file }) => !file.endsWith('.test.ts')))
  expect(unproved.map(([id]) => id)).toEqual([])
})

/** What carries a statement out, or begins to. */
const carriersOf = (id: keyof typeof trace): readonly MeansId[] => {
  const traced = trace[id]
  return 'by' in traced ? traced.by : traced.begun
}

test('of the statements about reporting, each is carried out and none only planned', () => {
  const reporting = statements.filter(({ id }) => id.startsWith('REP-'))
  expect(reporting.length).toBeGreaterThan(5)
  expect(reporting.filter(({ id }) => !('by' in trace[id])).map(({ id }) => id)).toEqual([])
})

/** The titles of the tests in a file: the first text that each `test(` or `test.each(…)(` is given. */
const titlesIn = (source: string): readonly string[] =>
  [...source.matchAll(/\btest(?:\.each[\s\S]*?\))?\(\s*(['"`])([\s\S]*?)\1,/g)].map(
    ([, , title = '']) => title,
  )

test('every proof that the trace names is a test by its title, and not words that stand somewhere in its file', () => {
  const loose = carriers.flatMap(([id, { proof }]) =>
    proof
      .filter(({ file, holds }) => !titlesIn(readFileSync(file, 'utf8')).some(title => title.includes(holds)))
      .map(({ file, holds }) => `${id}: no test of ${file} is called “${holds}”`),
  )
  expect(loose).toEqual([])
})

test('what is to be taught has a lesson, and what is to be more than shown has more than a page that shows it', () => {
  const lessons: readonly MeansId[] = ['induction-lessons', 'case-lessons', 'induction']
  const shows: readonly MeansId[] = [
    'guidance-pages',
    'then-and-now',
    'address-states',
    'help-page',
    'every-page',
  ]
  const wrong = statements.flatMap(({ id, treatment }) => {
    const traced = trace[id]
    if (!('by' in traced) || treatment === 'shown') return []
    const enough = traced.by.some(one =>
      treatment === 'taught' ? lessons.includes(one) : !shows.includes(one),
    )
    return enough ? [] : [`${id} is to be ${treatment}`]
  })
  expect(wrong).toEqual([])
})

test('everything that carries statements out is named by one', () => {
  const used = new Set(statements.flatMap(({ id }) => carriersOf(id)))
  expect(Object.keys(means).filter(id => !used.has(id as MeansId))).toEqual([])
})

/** Every statement that the source cites, with where. */
function cited(): { id: string; file: string }[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    name => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !/records.log/.test(name),
  )
  return files.flatMap(file =>
    [...readFileSync(join('src', file), 'utf8').matchAll(/\bcites: \[([^\]]*)\]/g)].flatMap(([, list = '']) =>
      [...list.matchAll(/'([^']+)'/g)].map(([, id = '']) => ({ id, file })),
    ),
  )
}

test('every citation in the source is of a statement, and of one that the code does something about', () => {
  const found = cited()
  expect(found.length).toBeGreaterThan(20)
  expect(found.filter(({ id }) => !isStatementId(id))).toEqual([])
  const idle = found.filter(({ id }) => isStatementId(id) && carriersOf(id).length === 0)
  expect(
    idle.map(
      ({ id, file }) =>
        `${file} cites ${id}, and the trace names nothing that carries it out: name what does.`,
    ),
  ).toEqual([])
})

test('the counts add up, and npm run trace prints them', () => {
  const { all, sections } = countBySection()
  expect(all.statements).toBe(229)
  expect(all.carriedOut + all.planned).toBe(229)
  for (const part of ['statements', 'carriedOut', 'planned', 'begun'] as const)
    expect(sections.reduce((sum, section) => sum + section[part], 0)).toBe(all[part])
  expect(countCapabilities().reduce((sum, { waiting }) => sum + waiting, 0)).toBe(all.planned)

  const { stdout, status } = spawnSync(process.execPath, ['bin/trace.mjs'], { encoding: 'utf8' })
  expect(status).toBe(0)
  expect(stdout.trim().split('\n').at(-1)).toBe(
    `229 statements: ${all.carriedOut} carried out, ${all.planned} only planned (${all.begun} of them begun).`,
  )
  expect(stdout).toContain('Mobile Phones')
})

import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { knownRuns, runsOf, sharedRuns } from '../../tests/setup/source-runs.ts'
import { isStatementId, type StatementId, sections, statement, statements, toShow } from './index.ts'

/** SHA-256 of the source catalogue's own columns, line by line in the document's order: id, section, channel, kind, audience, treatment. */
const sourceColumns = 'c9e10af65598d1f963690c5bb0819c488610e625c2f08fc99d5f8c7cfa472c1b'

test('there are 229 statements, each id once, in every section of the document', () => {
  expect(statements).toHaveLength(229)
  expect(new Set(statements.map(({ id }) => id)).size).toBe(229)
  expect([...new Set(statements.map(({ section }) => section))].sort()).toEqual(Object.keys(sections).sort())
})

test('ids, sections, channels, kinds, audiences and treatments are the source catalogue’s, in its order', () => {
  const lines = statements.map(one =>
    [one.id, one.section, one.channel, one.kind, one.audience, one.treatment].join('|'),
  )
  expect(createHash('sha256').update(lines.join('\n')).digest('hex')).toBe(sourceColumns)
})

/** The source itself, where it lies beside the project. It is no part of it: elsewhere its hashes stand for it. */
const source = new URL('../../../shared/guidance/', import.meta.url)
/** Titles of the source that are otherwise here. */
const titlesHere: Readonly<Record<string, string>> = {
  'Children’s Services Social Media Policy - 1. Introduction': sections['covering-policy'],
  'General guidelines - Appropriate': sections['general-appropriate'],
  'General guidelines - Inappropriate': sections['general-inappropriate'],
  'Summary of Good Practice Guidelines - Appropriate': sections['summary-appropriate'],
  'Summary of Good Practice Guidelines - Inappropriate': sections['summary-inappropriate'],
}

test('where the source lies beside the project, statements and known runs are held against it itself', () => {
  if (!existsSync(source)) return
  const rows: Record<string, string>[] = parse(readFileSync(new URL('catalogue.csv', source)), {
    columns: true,
  })
  const there = rows.map(({ id, section = '', channel, kind, audience, software_treatment }) => {
    const title = section.replaceAll("'", '’')
    return [id, titlesHere[title] ?? title, channel, kind, audience, software_treatment].join('|')
  })
  const here = statements.map(one =>
    [one.id, sections[one.section], one.channel, one.kind, one.audience, one.treatment].join('|'),
  )
  expect(here).toEqual(there)
  const text = readFileSync(new URL('guidance-2015.txt', source), 'utf8')
  expect(sharedRuns(text)).toHaveLength(runsOf(text).length)
})

test('each says one thing in whole sentences, short enough to be read beside its id', () => {
  const wrong = statements.filter(
    ({ says }) =>
      says.length > 300 || says.trim() !== says || !/^[A-Z“].*([.”]|www\S+|\S+\.pdf|\S+\/)$/.test(says),
  )
  expect(wrong.map(({ id, says }) => `${id}: ${says}`)).toEqual([])
  expect(statements.filter(({ says }) => /['"]/.test(says)).map(({ id }) => id)).toEqual([])
})

test('no sentence is copied from the document: no run of eight words is shared, but for addresses', () => {
  expect(knownRuns).toBeGreaterThan(4000)
  const isAddress = (run: string) => /\b(gov uk|www|pdf)\b/.test(run)
  const copied = statements.flatMap(({ id, says }) =>
    sharedRuns(says)
      .filter(run => !isAddress(run))
      .map(run => [id, run]),
  )
  expect(copied).toEqual([])
})

test('what the document forbids says “Do not”, except the notes on how far a rule goes', () => {
  const notes: readonly StatementId[] = [
    'SN-EITHER-1',
    'EM-EITHER-1',
    'IM-DONT-NOTE',
    'PH-DONT-NOTE',
    'SUM-INAPP-7.2',
  ]
  const forbidden = statements.filter(one => one.kind === 'dont' || one.kind === 'inappropriate')
  expect(forbidden.length).toBe(28)
  const soft = forbidden.filter(({ id, says }) => !notes.includes(id) && !/do not/i.test(says))
  expect(soft.map(({ id }) => id)).toEqual([])
  const poor = statements.filter(({ kind, id }) => kind === 'poor' && id !== 'WEB-POOR-2')
  expect(poor.filter(({ says }) => !says.startsWith('It is poor practice to')).map(({ id }) => id)).toEqual(
    [],
  )
})

test('the figures of 2015 are the figures of 2015, whatever the law says now', () => {
  expect(statement('LEG-FEAR-3').says).toContain('5 years')
  expect(statement('LEG-MALCOMMS-2').says).toContain('6 months')
  expect(statement('META-REVIEW').says).toContain('July 2018')
  expect(statement('SRC-CHILDLINE').says).toContain('0800 1111')
})

test('a citation that is misspelt does not compile, and a text from outside is not taken for one', () => {
  // @ts-expect-error There is no such statement.
  const misspelt: StatementId = 'GEN-INAP-1'
  expect(isStatementId(misspelt)).toBe(false)
  expect(isStatementId('toString')).toBe(false)
  expect(isStatementId('GEN-INAPP-1')).toBe(true)
})

test('what the summary only says again is not shown twice, and a citation is never empty', () => {
  expect(toShow(['GEN-APP-8', 'SUM-APP-8', 'GEN-INAPP-7'])).toEqual(['GEN-APP-8', 'GEN-INAPP-7'])
  expect(toShow(['SUM-INAPP-7.1'])).toEqual(['SUM-INAPP-7.1'])
  expect(toShow([])).toEqual([])
})

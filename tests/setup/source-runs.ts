import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/**
 * Every run of eight words of the 2015 document, each as the first 6 bytes of its SHA-256: so that a test can say whether
 * a text shares one with it, and the document itself need not be here. Two texts that differ meet by chance once in some
 * ten billion runs.
 */
const runs = new Set(
  readFileSync(new URL('./source-runs.txt', import.meta.url), 'utf8')
    .split(/\s+/)
    .filter(Boolean),
)
export const runLength = 8

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll(/['’‘`*]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

export const hashOfRun = (run: readonly string[]): string =>
  createHash('sha256').update(run.join(' ')).digest().subarray(0, 6).toString('base64url')

export function runsOf(text: string): readonly (readonly string[])[] {
  const words = wordsOf(text)
  return words.slice(runLength - 1).map((_, at) => words.slice(at, at + runLength))
}

/** The runs of eight words that a text shares with the 2015 document. */
export const sharedRuns = (text: string): readonly string[] =>
  runsOf(text)
    .filter(run => runs.has(hashOfRun(run)))
    .map(run => run.join(' '))

/** How many runs of the document there are here. */
export const knownRuns = runs.size

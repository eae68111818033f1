import type { Person } from '../../tests/setup/person.ts'
import type { Figure } from './figure.ts'
import { spreadOf } from './measure.ts'

/** A page that is asked for again and again, by somebody. */
export interface Look<Name extends string> {
  readonly what: string
  readonly who: Name
  readonly path: (number: number) => string
  /** What is sent to it, where it is a form. */
  readonly sent?: Readonly<Record<string, string>>
  /** How often in a round, where it is not as often as the others. */
  readonly looks?: number
}

/** Milliseconds that 99 of 100 looks took, of each round, at one size. */
export type Times = ReadonlyMap<string, readonly number[]>

/** How often each is looked at in a round, and in how many rounds. */
export interface Often {
  readonly looks: number
  readonly rounds: number
}

/** How long each look takes, over HTTP. One round before the first is thrown away. Throws when one is refused. */
export async function timesOf<Name extends string>(
  all: readonly Look<Name>[],
  people: Readonly<Record<Name, Person>>,
  often: Often,
): Promise<Times> {
  const times = new Map<string, number[]>(all.map(({ what }) => [what, []]))
  for (let round = 0; round <= often.rounds; round++)
    for (const { what, who, path, sent, looks = often.looks } of all) {
      const took: number[] = []
      for (let number = 0; number < looks; number++) {
        const from = performance.now()
        const answer = await (sent ? people[who].post(path(number), sent) : people[who].get(path(number)))
        await answer.text()
        if (answer.status !== 200) throw new Error(`${path(number)} was answered with ${answer.status}`)
        took.push(performance.now() - from)
      }
      const p99 = took.toSorted((a, b) => a - b)[Math.floor(looks * 0.99)] ?? 0
      if (round > 0) times.get(what)?.push(p99)
    }
  return times
}

export const named = (size = 0): string => size.toLocaleString('en-GB')

/** The last size against the first: each look at most 1.5 times as long. A ratio of 0.667 is 1.5 times. */
export function grownFigures(sizes: readonly number[], all: readonly Times[]): Figure[] {
  const [first, last] = [all[0], all.at(-1)]
  return [...(last ?? [])].map(([what, times]): Figure => {
    const [ours, measured] = [spreadOf(times), spreadOf(first?.get(what) ?? [])]
    return {
      what: `${what}, 99 of 100, at ${named(sizes.at(-1))}`,
      unit: 'ms',
      ours,
      against: {
        what: `at ${named(sizes[0])}`,
        measured,
        ratio: {
          median: measured.median / ours.median,
          low: measured.low / ours.high,
          high: measured.high / ours.low,
        },
      },
      target: { ratioAtLeast: Number((1 / 1.5).toFixed(3)) },
    }
  })
}

/** Every look at every size, in a sentence for each size. */
export const grownNotes = (sizes: readonly number[], all: readonly Times[]): string[] =>
  sizes.map(
    (size, at) =>
      `at ${named(size)}: ${[...(all[at] ?? [])].map(([what, times]) => `${what} ${spreadOf(times).median.toFixed(1)} ms`).join('; ')}.`,
  )

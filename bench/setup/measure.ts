/** What was measured in several rounds: the middle one, and the lowest and highest. */
export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[0], sorted.at(-1)]
  if (low === undefined || high === undefined) throw new RangeError('nothing was measured')
  const half = Math.floor(sorted.length / 2)
  const [left = low, right = low] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]]
  return { median: (left + right) / 2, low, high }
}

/** One figure of one round, for each of what is compared. */
export type Round<Name extends string> = Readonly<Record<Name, number>>

/**
 * Measures each of these in turn, `rounds` times over, so that what else the machine does meets all of them alike.
 * Every second round goes the other way about. One round before the first is thrown away.
 */
export async function interleaved<Name extends string>(
  rounds: number,
  measures: Readonly<Record<Name, () => Promise<number> | number>>,
): Promise<Round<Name>[]> {
  const names = Object.keys(measures) as Name[]
  const found: Round<Name>[] = []
  for (let round = 0; round <= rounds; round++) {
    const order = round % 2 === 0 ? names : names.toReversed()
    const values = {} as Record<Name, number>
    for (const name of order) values[name] = await measures[name]()
    if (round > 0) found.push(values)
  }
  return found
}

/** How long `work` took, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

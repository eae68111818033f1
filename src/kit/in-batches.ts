/** How many batches may be under way at once, and how many may be in one. */
export interface Batching {
  readonly atOnce: number
  readonly most: number
}

/**
 * Does something for many who come at about the same time: whoever comes while `atOnce` batches are under way waits, and goes with
 * all others who wait in the next, in the order in which they came. Whoever comes alone waits for nobody. `work` gives what came of
 * each, or a promise of it, in its order. When it fails, everybody in that batch hears of it, and nobody else.
 */
export function inBatches<One, Done>(
  { atOnce, most }: Batching,
  work: (all: readonly One[]) => Promise<readonly (Done | Promise<Done>)[]>,
): (one: One) => Promise<Done> {
  const waiting: { one: One; done: (came: Done | Promise<Done>) => void; fail: (error: unknown) => void }[] =
    []
  let running = 0
  const go = async () => {
    if (running >= atOnce) return
    running++
    // Whoever comes in the same breath comes along.
    await undefined
    const these = waiting.splice(0, most)
    try {
      const came = these.length > 0 ? await work(these.map(({ one }) => one)) : []
      for (const [at, { done }] of these.entries()) done(came[at] as Done)
    } catch (error) {
      for (const { fail } of these) fail(error)
    }
    running--
    if (waiting.length > 0) void go()
  }
  return one =>
    new Promise((done, fail) => {
      waiting.push({ one, done, fail })
      void go()
    })
}

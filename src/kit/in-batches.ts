/** How many batches may be under way at once, and how many may be in one. */
export interface Batching<One = unknown> {
  readonly atOnce: number
  readonly most: number
  /** Where given, two of one name are never in the same batch. */
  readonly apart?: (one: One) => string
}

/**
 * Does something for many who come at about the same time: whoever comes while `atOnce` batches are under way waits, and goes with
 * all others who wait in the next, in the order in which they came; whoever may not go with those, in the one after. Whoever comes alone waits for nobody. `work` gives what came of
 * each, or a promise of it, in its order. When it fails, everybody in that batch hears of it, and nobody else.
 */
export function inBatches<One, Done>(
  { atOnce, most, apart }: Batching<One>,
  work: (all: readonly One[]) => Promise<readonly (Done | Promise<Done>)[]>,
): (one: One) => Promise<Done> {
  type Waiting = { one: One; done: (came: Done | Promise<Done>) => void; fail: (error: unknown) => void }
  let waiting: Waiting[] = []
  let running = 0
  const next = (): readonly Waiting[] => {
    if (!apart) return waiting.splice(0, most)
    const these = new Map<string, Waiting>()
    const later = waiting.filter(each => {
      const name = apart(each.one)
      if (these.size === most || these.has(name)) return true
      these.set(name, each)
      return false
    })
    waiting = later
    return [...these.values()]
  }
  const go = async () => {
    if (running >= atOnce) return
    running++
    // Whoever comes in the same breath comes along.
    await undefined
    const these = next()
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

import { setTimeout as wait } from 'node:timers/promises'

/** How many batches may be under way at once, and how many may be in one. */
export interface Batching<One = unknown> {
  readonly atOnce: number
  readonly most: number
  /** Where given, two of one name are never under way at once: the second waits until it is known what came of the first. */
  readonly apart?: (one: One) => string
  /**
   * Where given, batches are made large: another begins beside those under way only once as many wait as are in one of them on average,
   * or once somebody has waited about so many milliseconds; then up to `atOnce` more, each time that so long has been waited.
   */
  readonly patience?: number
  /** However long somebody has waited, no more than so many are under way; without it, there is no end to them. */
  readonly inAll?: number
}

/**
 * Does something for many who come at about the same time: whoever comes while batches are under way waits, and goes with all others
 * who wait in the next, in the order in which they came; whoever may not go with those, in one after it. The next begins while there
 * are fewer than `atOnce`. Whoever comes alone waits for nobody. `work` gives what came of each, or a promise of it, in its order.
 * When it fails, everybody in that batch hears of it, and nobody else.
 */
export function inBatches<One, Done>(
  { atOnce, most, apart, patience, inAll = Number.POSITIVE_INFINITY }: Batching<One>,
  work: (all: readonly One[]) => Promise<readonly (Done | Promise<Done>)[]>,
): (one: One) => Promise<Done> {
  type Waiting = { one: One; done: (came: Done | Promise<Done>) => void; fail: (error: unknown) => void }
  let waiting: Waiting[] = []
  let running = 0
  let inHand = 0
  let looking = false
  const underWay = new Set<string>()

  const next = (): readonly Waiting[] => {
    if (!apart) return waiting.splice(0, most)
    const these: Waiting[] = []
    waiting = waiting.filter(each => {
      const name = apart(each.one)
      if (these.length === most || underWay.has(name)) return true
      underWay.add(name)
      these.push(each)
      return false
    })
    return these
  }

  /** Once it is known what came of one, another of its name may go. */
  const free = (one: One, came?: Done | Promise<Done>) => {
    if (!apart) return
    if (!(came instanceof Promise)) return void underWay.delete(apart(one))
    const known = () => {
      free(one)
      if (waiting.length > 0) void go()
    }
    came.then(known, known)
  }

  const mayBegin = () => running < atOnce && (patience === undefined || waiting.length * running >= inHand)

  const go = async (atAnyRate = false) => {
    if (!atAnyRate && !mayBegin()) return void lookAgain()
    running++
    // Whoever comes in the same breath comes along.
    await undefined
    const these = next()
    inHand += these.length
    try {
      const came = these.length > 0 ? await work(these.map(({ one }) => one)) : []
      for (const [at, { one, done }] of these.entries()) {
        done(came[at] as Done)
        free(one, came[at])
      }
    } catch (error) {
      for (const { one, fail } of these) {
        fail(error)
        free(one)
      }
    }
    running--
    inHand -= these.length
    // Where nobody could go, those who are under way have them tried again.
    if (these.length > 0 && waiting.length > 0) void go()
  }

  const lookAgain = async () => {
    if (patience === undefined || looking) return
    looking = true
    await wait(patience, undefined, { ref: false })
    looking = false
    if (waiting.length === 0) return
    const more = Math.min(atOnce, inAll - running, Math.ceil(waiting.length / most))
    for (let begun = 0; begun < more; begun++) void go(true)
    void lookAgain()
  }

  return one =>
    new Promise((done, fail) => {
      waiting.push({ one, done, fail })
      void go()
    })
}

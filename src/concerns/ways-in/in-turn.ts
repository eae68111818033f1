/** Given back when one is done. */
export type Done = () => void

/** Who waits: from which part of the network, and which sitting of those there; and how many bytes are held meanwhile. */
export interface Who {
  readonly place: string
  readonly sitting: string
  readonly size?: number
}

interface Waiting {
  readonly size: number
  readonly go: (done: Done | undefined) => void
}

/** What each that waits costs beside what it sent. */
const overhead = 2000

/** Those of one place who wait, by sitting, and how much is held of them. */
class Place {
  readonly queues = new Map<string, Waiting[]>()
  size = 0

  put(sitting: string, waiting: Waiting): void {
    const queue = this.queues.get(sitting) ?? []
    queue.push(waiting)
    this.queues.set(sitting, queue)
    this.size += waiting.size
  }

  /** The first of the next sitting, which then comes last. */
  first(): Waiting | undefined {
    const [sitting = '', queue = []] = this.queues.entries().next().value ?? []
    this.queues.delete(sitting)
    const waiting = queue.shift()
    if (queue.length > 0) this.queues.set(sitting, queue)
    this.size -= waiting?.size ?? 0
    return waiting
  }

  /** The last of the sitting that has the most, which then waits no more. */
  last(): Waiting | undefined {
    let [sitting, longest]: [string, Waiting[]] = ['', []]
    for (const [one, queue] of this.queues)
      if (queue.length >= longest.length) [sitting, longest] = [one, queue]
    const waiting = longest.pop()
    if (longest.length === 0) this.queues.delete(sitting)
    this.size -= waiting?.size ?? 0
    return waiting
  }
}

/**
 * Turns, shared out fairly: first between parts of the network, each in its turn, and there between sittings. Whoever asks for many,
 * under one name or under many, waits behind themselves, and nobody from elsewhere behind them. `atOnce` run at the same time; of
 * one sitting at most `waiting` wait. What all who wait hold together is at most `mostBytes`: where that is full, whoever came last
 * of the place that holds the most gives way to one of a place that holds less, and undefined tells them so. In one process: each
 * has its own.
 */
export function inTurn({
  atOnce,
  waiting: mostOfOne,
  mostBytes = 64 * 2 ** 20,
}: {
  readonly atOnce: number
  readonly waiting: number
  readonly mostBytes?: number
}) {
  const places = new Map<string, Place>()
  let running = 0
  let held = 0

  const next = () => {
    if (running >= atOnce) return
    const [name, place] = places.entries().next().value ?? []
    if (name === undefined || !place) return
    places.delete(name)
    const waiting = place.first()
    if (place.queues.size > 0) places.set(name, place)
    if (!waiting) return
    held -= waiting.size
    running++
    let over = false
    waiting.go(() => {
      if (over) return
      over = true
      running--
      next()
    })
  }

  /** Makes room for so many bytes more of a place: false where nobody has more than it would have. */
  const roomFor = (size: number, mine: number): boolean => {
    while (held + size > mostBytes) {
      let [name, fullest]: [string, Place | undefined] = ['', undefined]
      for (const [one, place] of places)
        if (!fullest || place.size > fullest.size) [name, fullest] = [one, place]
      if (!fullest || fullest.size <= mine + size) return false
      const gone = fullest.last()
      if (fullest.queues.size === 0) places.delete(name)
      held -= gone?.size ?? 0
      gone?.go(undefined)
    }
    return true
  }

  /** Waits for a turn; with what says that it is over. */
  return async ({ place: name, sitting, size: sent = 0 }: Who): Promise<Done | undefined> => {
    const size = overhead + sent
    const before = places.get(name)
    if ((before?.queues.get(sitting)?.length ?? 0) >= mostOfOne) return undefined
    if (!roomFor(size, before?.size ?? 0)) return undefined
    const place = places.get(name) ?? new Place()
    const turn = new Promise<Done | undefined>(go => place.put(sitting, { size, go }))
    places.set(name, place)
    held += size
    next()
    return turn
  }
}

/** Given back when one is done. */
export type Done = () => void

/**
 * Turns, shared out fairly: whoever asks for many waits behind themselves, and nobody behind them. `atOnce` run at the same
 * time; of those who wait, each key in its turn; of one key at most `waiting` wait, and undefined says that no more may.
 * In one process: each has its own.
 */
export function inTurn({ atOnce, waiting }: { readonly atOnce: number; readonly waiting: number }) {
  const queues = new Map<string, (() => void)[]>()
  let running = 0
  const next = () => {
    if (running >= atOnce) return
    const [key, queue] = queues.entries().next().value ?? []
    if (!key || !queue) return
    queues.delete(key)
    const begin = queue.shift()
    if (queue.length > 0) queues.set(key, queue)
    running++
    begin?.()
  }
  const done = () => {
    running--
    next()
  }
  /** Waits for a turn of this key’s; with what says that it is over, once. */
  return async (key: string): Promise<Done | undefined> => {
    const queue = queues.get(key) ?? []
    if (queue.length >= waiting) return undefined
    const turn = new Promise<void>(begin => queue.push(begin))
    queues.set(key, queue)
    next()
    await turn
    let over = false
    return () => {
      if (!over) done()
      over = true
    }
  }
}

/** One that is being read. */
interface Reading {
  readonly place: string
  readonly stop: () => void
}

/**
 * Reads what is sent, so many at the same moment at most and each for so long at most: whoever sends slowly, or sends much, keeps
 * nobody from sending. Where as many are being read as may be, the one that began first of the part of the network which has the most
 * gives way. Undefined: it was not read whole. It comes before every turn: nobody waits for what is still on its
 * way.
 */
export function readingWithin({ most, seconds }: { readonly most: number; readonly seconds: number }) {
  const all = new Set<Reading>()
  const makeRoom = (): void => {
    if (all.size < most) return
    const counts = new Map<string, number>()
    for (const one of all) counts.set(one.place, (counts.get(one.place) ?? 0) + 1)
    let [fullest, count] = ['', 0]
    for (const [place, of] of counts) if (of > count) [fullest, count] = [place, of]
    const first = [...all].find(({ place }) => place === fullest)
    first?.stop()
  }

  return async <T>(place: string, read: () => Promise<T>): Promise<T | undefined> => {
    makeRoom()
    let stop = () => {}
    const stopped = new Promise<undefined>(done => {
      stop = () => {
        all.delete(one)
        done(undefined)
      }
    })
    const one: Reading = { place, stop: () => stop() }
    all.add(one)
    const timer = setTimeout(() => stop(), seconds * 1000)
    const sent = read()
    // What is no longer waited for ends by itself, when the answer has closed its way in.
    sent.catch(() => {})
    try {
      return await Promise.race([sent, stopped])
    } finally {
      clearTimeout(timer)
      all.delete(one)
    }
  }
}

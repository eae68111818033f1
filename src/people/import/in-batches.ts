// Enough to fill the connection's pipeline; few enough that other requests get their turn between.
const size = 200

/**
 * Does something for each of many, a batch at a time on one connection. Every one of a batch has ended before a failure
 * goes on: a statement that came after the transaction was undone would stand outside it.
 */
export async function inBatches<T>(
  all: readonly T[],
  work: (one: T) => Promise<unknown>,
  after: (count: number) => void,
): Promise<void> {
  for (let at = 0; at < all.length; at += size) {
    const batch = all.slice(at, at + size)
    const ended = await Promise.allSettled(batch.map(work))
    const failed = ended.find(one => one.status === 'rejected')
    if (failed) throw failed.reason
    after(batch.length)
  }
}

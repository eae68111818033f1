/**
 * Looks things up for many who ask at about the same time: what is asked while an answer is on its way waits for it, and
 * then goes out as one question. Whoever asks alone waits for nobody. Nothing is kept: every answer is to a question that
 * went out after it was asked for. When a question fails, everybody in it hears of it.
 */
export function together<Key, Found>(
  lookUp: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Found>>,
): (key: Key) => Promise<Found | undefined> {
  let next: { keys: Set<Key>; answer: Promise<ReadonlyMap<Key, Found>> } | undefined
  let last: Promise<unknown> = Promise.resolve()
  return async key => {
    if (!next) {
      const keys = new Set<Key>()
      const answer = last.then(() => {
        next = undefined
        return lookUp([...keys])
      })
      last = answer.catch(() => {})
      next = { keys, answer }
    }
    next.keys.add(key)
    return (await next.answer).get(key)
  }
}

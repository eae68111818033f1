import { inBatches } from '../in-batches.ts'

/**
 * Looks things up for many who ask at about the same time: what is asked while an answer is on its way waits for it, and
 * then goes out as one question. Whoever asks alone waits for nobody. Nothing is kept: every answer is to a question that
 * went out after it was asked for. When a question fails, everybody in it hears of it.
 */
export const together = <Key, Found>(
  lookUp: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Found>>,
): ((key: Key) => Promise<Found | undefined>) =>
  inBatches({ atOnce: 1, most: Number.POSITIVE_INFINITY }, async keys => {
    const found = await lookUp([...new Set(keys)])
    return keys.map(key => found.get(key))
  })

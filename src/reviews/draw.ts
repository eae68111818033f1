import { createHash } from 'node:crypto'

/** Something was said in this conversation in the week; the worker is whose conversation it is. */
export interface Spoken {
  readonly conversation: string
  readonly worker: string
}

/** What a draw is made from: everybody who has these draws the same. */
export interface Lot {
  /** The root of the last checkpoint that was signed before the week ended, in base64. */
  readonly root: string
  /** The Monday of the week, as 2026-11-23. */
  readonly week: string
  /** The share, in per cent. */
  readonly percent: number
}

/**
 * Draws the conversations of a week: each has a place by SHA-256 over the root, the week and its own id, written in UTF-8
 * with spaces between; the first `percent` of them, rounded up, are drawn, and the first of each worker besides.
 * Nobody knows the root before the week's last entry is in the log. Takes n log n time in the number of conversations.
 */
export function draw(lot: Lot, spoken: readonly Spoken[]): readonly string[] {
  const place = new Map(
    spoken.map(({ conversation }) => [
      conversation,
      createHash('sha256').update(`${lot.root} ${lot.week} ${conversation}`).digest('hex'),
    ]),
  )
  const inTurn = [...place].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([conversation]) => conversation)
  const drawn = new Set(inTurn.slice(0, Math.ceil((inTurn.length * lot.percent) / 100)))
  const workersOf = new Map<string, string[]>()
  for (const { conversation, worker } of spoken)
    workersOf.set(conversation, [...(workersOf.get(conversation) ?? []), worker])
  const seen = new Set<string>()
  for (const conversation of inTurn)
    for (const worker of workersOf.get(conversation) ?? []) {
      if (!seen.has(worker)) drawn.add(conversation)
      seen.add(worker)
    }
  return inTurn.filter(conversation => drawn.has(conversation))
}

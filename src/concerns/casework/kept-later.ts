import { inDays, inFull, inTime, later, minutes } from '../../kit/clock.ts'

/** Kept within this time, it counts as kept when it happened. */
const atOnce = minutes(15)

/**
 * What is to be said beside something that was kept on another moment than it happened: that it was, and when; and that it was
 * before anybody told us, where it was. Undefined where it was kept when it happened.
 */
export function keptLater(at: Date, kept: Date, told: Date): string | undefined {
  const before = at < told ? ['before we were told'] : []
  const since =
    kept > later(at, atOnce) ? [`kept at ${inDays(at) === inDays(kept) ? inTime(kept) : inFull(kept)}`] : []
  return [...before, ...since].join('; ') || undefined
}

import { closeDuties, openDuties } from '../duties/index.ts'
import { Already } from '../kit/proof.ts'
import type { Recorded, Writer } from '../records/index.ts'
import { changePrinting } from './change-printing.ts'
import { holdHanging, type Printing } from './queries.ts'
import { type PosterNow, posterNow, standingOf } from './words-now.ts'

/**
 * Looks at everything that hangs: what is no longer as it would be printed now is out of date, and whoever looks after it
 * owes its replacing; what is as it would be printed, after all, is current again, and nobody does. Says how many changed.
 */
export async function lookAtPrintings(writer: Writer): Promise<Recorded<number> | Already<number>> {
  const hanging = await holdHanging(writer.db, writer.actor.agencyId)
  const now = new Map<Printing['poster'], PosterNow>()
  let last: Recorded<Printing> | undefined
  let changed = 0
  for (const printing of hanging) {
    const known = now.get(printing.poster) ?? (await posterNow(writer, printing.poster))
    now.set(printing.poster, known)
    const done = await lookAt(writer, printing, known)
    if (!done) continue
    last = done
    changed++
  }
  return last ? last.with(changed) : new Already(0)
}

async function lookAt(
  writer: Writer,
  printing: Printing,
  asNow: PosterNow,
): Promise<Recorded<Printing> | undefined> {
  const { current, by } = standingOf(printing, asNow)
  if (current === (printing.superseded_at === null)) return undefined
  if (current) {
    const done = await changePrinting(writer, printing, 'poster.current-again', {
      superseded_at: null,
      superseded_by: null,
    })
    await closeDuties(writer, { kind: 'replace-poster', aboutId: printing.id }, done.value.entry_id)
    return done
  }
  const done = await changePrinting(writer, printing, 'poster.superseded', {
    superseded_at: writer.now,
    superseded_by: by,
  })
  await owe(writer, done.value)
  return done
}

/** Whoever looks after a printing that is out of date owes its replacing. */
export const owe = (writer: Writer, { id, keeper_id, entry_id }: Printing): Promise<void> =>
  openDuties(writer, 'replace-poster', [keeper_id], { kind: 'poster-printing', id }, entry_id)

import { closeDuties } from '../duties/index.ts'
import { type Permitted, type Refused, refuse } from '../kit/proof.ts'
import { logoOf } from '../people/index.ts'
import type { PersonActor, Recorded, Writer } from '../records/index.ts'
import type { PrintingHere } from './access.ts'
import { changePrinting } from './change-printing.ts'
import { printOne } from './print-posters.ts'
import type { PrintingId } from './queries.ts'
import { fits } from './sheet/fits.ts'

type ToEnd = Permitted<'end', PrintingHere>

/** The poster no longer hangs where it did. Nobody owes its replacing any more. */
export async function takeDown(
  writer: Writer<PersonActor>,
  { printing }: ToEnd,
): Promise<Recorded<PrintingId>> {
  const done = await changePrinting(writer, printing, 'poster.ended', {
    ended_at: writer.now,
    ended_how: 'taken-down',
  })
  await closeDuties(writer, { kind: 'replace-poster', aboutId: printing.id }, done.value.entry_id)
  return done.with(printing.id)
}

/** Another printing, of the words as they stand now, hangs in its place. Gives the new one. */
export async function replace(
  writer: Writer<PersonActor>,
  { printing, now }: ToEnd,
): Promise<Recorded<PrintingId> | Refused<'does-not-fit'>> {
  const { logo } = now.facts
  if (!(await fits(now.words, logo && (await logoOf(writer, logo))))) return refuse('does-not-fit')
  const { poster, size, place } = printing
  const printed = await printOne(writer, { poster, size, place, words: now.words })
  const done = await changePrinting(writer, printing, 'poster.ended', {
    ended_at: writer.now,
    ended_how: 'replaced',
    replaced_by: printed.value,
  })
  await closeDuties(writer, { kind: 'replace-poster', aboutId: printing.id }, done.value.entry_id)
  return printed
}

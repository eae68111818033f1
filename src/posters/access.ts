import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import { hasRole, isHere } from '../people/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { type Printing, selectPrinting } from './queries.ts'
import { mayWord, type PosterId, posterFrom } from './rules.ts'
import { type PosterNow, posterNow } from './words-now.ts'

export interface PosterHere extends PosterNow {
  readonly poster: PosterId
  /** Whether the acting person may word it otherwise. */
  readonly mayWord: boolean
}

/** A poster as it stands now, for any member of the staff to see and to print. */
export async function posterToPrint(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'print', PosterHere> | undefined> {
  const poster = posterFrom(text)
  if (!poster || reader.actor.kind !== 'staff' || !(await isHere(reader))) return undefined
  const [now, words] = await Promise.all([posterNow(reader, poster), hasRole(reader, ...mayWord)])
  return permit('print', { ...now, poster, mayWord: words })
}

/** A poster, to word otherwise: an administrator's or a senior manager's. */
export async function posterToWord(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'word', PosterHere> | undefined> {
  const found = await posterToPrint(reader, text)
  return found?.mayWord ? permit('word', { ...found }) : undefined
}

export interface PrintingHere {
  readonly printing: Printing
  /** The poster as it would be printed now. */
  readonly now: PosterNow
  /** Whether the acting person may say that it was taken down or replaced: who looks after it, and who words posters. */
  readonly mayEnd: boolean
}

/** A printing, for any member of the staff to see where it hangs. */
export async function printingToSee(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'see', PrintingHere> | undefined> {
  const id = idFrom<'poster-printing'>(text)
  const { db, actor } = reader
  if (!id || actor.kind !== 'staff' || !(await isHere(reader))) return undefined
  const printing = await selectPrinting(db, actor.agencyId, id)
  if (!printing) return undefined
  const [now, words] = await Promise.all([posterNow(reader, printing.poster), hasRole(reader, ...mayWord)])
  return permit('see', { printing, now, mayEnd: words || printing.keeper_id === actor.personId })
}

/** A printing that hangs, to say that it no longer does. */
export async function printingToEnd(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'end', PrintingHere> | undefined> {
  const found = await printingToSee(reader, text)
  return found?.mayEnd && !found.printing.ended_at ? permit('end', { ...found }) : undefined
}

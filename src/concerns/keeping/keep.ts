import { closeDuties, openDuties, tellAtOnce } from '../../duties/index.ts'
import { Already, type Refused, refuse } from '../../kit/proof.ts'
import { type Change, inVault, type PersonActor, type Writer } from '../../records/index.ts'
import { readersOf } from '../casework/access.ts'
import { changedSince, selectLastOpened } from '../casework/queries.ts'
import { type Keyed, writeAndStep } from '../casework/write-and-step.ts'
import { selectWaitingOf } from '../documents/queries.ts'
import { eraseConcern } from './erase.ts'
import type { Ground } from './rules.ts'
import { isDue, type Keeping } from './standing.ts'

type No = Refused<
  | 'open'
  | 'held'
  | 'asked'
  | 'not-due'
  | 'nobody-else'
  | 'second-person'
  | 'read-first'
  | 'waits'
  | 'otherwise'
>

/** Puts a hold on a concern, or says once more that it stands; or lifts it. Always with why. From that moment nobody erases it. */
export const holdOrLift = (
  writer: Writer<PersonActor>,
  { row }: Keeping,
  { hold, ...typed }: Keyed & { readonly hold: boolean },
): Promise<Change<unknown>> =>
  inVault(writer, async inside => {
    const step = hold ? 'held' : 'released'
    const done = await writeAndStep(inside, row, { kind: 'reason', ...typed }, { step })
    if (done instanceof Already || !hold) return done
    for (const kind of ['confirm-erasing', 'look-if-kept-long-enough'] as const)
      await closeDuties(inside, { kind, aboutId: row.id }, done.entryId)
    return done
  })

/** Asks another who reads it to erase a concern, on a ground and with why. What is due by time must be due. */
export async function askToErase(
  writer: Writer<PersonActor>,
  { row, kept, asked }: Keeping,
  { ground, ...typed }: Keyed & { readonly ground: Ground },
): Promise<Change<unknown, No>> {
  if (!kept) return refuse('open')
  if (kept.held) return refuse('held')
  if (asked) return refuse('asked')
  if (ground === 'time-over' && !isDue(kept, writer.now)) return refuse('not-due')
  const others = [...(await readersOf(writer, row))].filter(id => id !== writer.actor.personId)
  if (others.length === 0) return refuse('nobody-else')
  const done = await inVault(writer, async inside => {
    const step = { step: 'erase-asked', reason: ground } as const
    const done = await writeAndStep(inside, row, { kind: 'reason', ...typed }, step)
    if (done instanceof Already) return done
    await closeDuties(inside, { kind: 'look-if-kept-long-enough', aboutId: row.id }, done.entryId)
    await openDuties(inside, 'confirm-erasing', others, { kind: 'concern', id: row.id }, done.entryId)
    return done
  })
  tellAtOnce(writer, others)
  return done
}

/**
 * Answers whoever asked: keeps it, or erases it. Whoever asked may take it back, and never erases it themself: the database holds
 * that too, and that no hold keeps it.
 */
export async function answerErasing(
  writer: Writer<PersonActor>,
  { row, kept, asked }: Keeping,
  { erase, ...typed }: Keyed & { readonly erase: boolean },
): Promise<Change<'erased' | 'kept', No>> {
  if (!asked) return refuse('otherwise')
  if (!erase) {
    return inVault(writer, async inside => {
      const done = await writeAndStep(inside, row, { kind: 'reason', ...typed }, { step: 'erase-declined' })
      if (done instanceof Already) return new Already('kept')
      await closeDuties(inside, { kind: 'confirm-erasing', aboutId: row.id }, done.entryId)
      return done.with('kept')
    })
  }
  if (!kept) return refuse('open')
  if (kept.held) return refuse('held')
  if (asked.taken_by === writer.actor.personId) return refuse('second-person')
  return inVault(writer, async inside => {
    const { db, actor } = inside
    const read = await selectLastOpened(db, actor.agencyId, row.id, actor.personId)
    if (!read || read.taken_at < asked.taken_at || (await changedSince(db, read))) return refuse('read-first')
    if ((await selectWaitingOf(db, actor.agencyId, row.id)).length > 0) return refuse('waits')
    return (await eraseConcern(inside, row, asked.reason ?? '')).with('erased')
  })
}

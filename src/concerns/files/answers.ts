import { closeDuties, owes } from '../../duties/index.ts'
import type { Permitted } from '../../kit/proof.ts'
import { inVault, newEntryId, type PersonActor, record, type Writer } from '../../records/index.ts'
import { unlockedFor } from '../../sealing/index.ts'
import type { ExportHere } from '../exports/access.ts'
import { type SentRow, selectSent } from './queries.ts'

/** A file that was sent and what became of it; why it was refused, for whoever sent it with their key unlocked. */
export interface Answered extends SentRow {
  readonly words: string | undefined
}

/** What became of an export that was sent to others. Whoever sent it has seen the answer from then on. */
export async function seeAnswers(
  writer: Writer<PersonActor>,
  { row }: Permitted<'have-concern-export', ExportHere>,
): Promise<readonly Answered[]> {
  const unlocked = await unlockedFor(writer)
  const person = writer.actor.personId
  const sent = await inVault(writer, async inside => {
    const { db, actor } = inside
    const about = { kind: 'see-file-answered', person, aboutId: row.id } as const
    if (await owes(inside, about)) {
      const id = newEntryId(inside)
      await record(
        inside,
        {
          event: 'concern-file.answer-seen',
          about: [{ kind: 'concern-export', id: row.id }],
          cites: ['REP-4'],
          content: { export: row.id },
        },
        { id },
      )
      await closeDuties(inside, about, id)
    }
    return selectSent(db, actor.agencyId, row.id)
  })
  const answered: Answered[] = []
  for (const one of sent) {
    const bytes = one.why && unlocked ? await unlocked.open(one.why) : undefined
    answered.push({ ...one, words: bytes && new TextDecoder().decode(bytes) })
  }
  return answered
}

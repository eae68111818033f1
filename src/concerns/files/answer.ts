import { closeDuties } from '../../duties/index.ts'
import { enqueue } from '../../kit/jobs/index.ts'
import { Already, type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import {
  type Change,
  contentOf,
  inVault,
  newEntryId,
  type PersonActor,
  record,
  type Writer,
} from '../../records/index.ts'
import { sealFor } from '../../sealing/index.ts'
import { fileAnswerEvidence } from './evidence.ts'
import type { ArrivedRow } from './queries.ts'
import { type Answer, type FileAnswerTable, tables } from './tables.ts'

/** Accepts a file, or refuses it with why: sealed to whoever sent it. One answer stands for all who got it. */
export async function answerFile(
  writer: Writer<PersonActor>,
  file: Permitted<'answer-file', ArrivedRow>,
  about: { readonly answer: Answer; readonly why: string | undefined },
): Promise<Change<unknown, Refused<'say-why'>>> {
  if (file.answer) return new Already(undefined)
  const { answer, why } = about
  if (answer === 'refused' && !why) return refuse('say-why')
  const sealed =
    answer === 'refused' && why ? await sealFor([file.answer_to], new TextEncoder().encode(why)) : null
  return inVault(writer, async inside => {
    const { db, actor, now } = inside
    const row: FileAnswerTable = {
      agency_id: actor.agencyId,
      file_id: file.id,
      answer,
      answered_by: actor.personId,
      answered_at: now,
      why: sealed,
      entry_id: newEntryId(inside),
    }
    await tables(db).insertInto('concern_file_answer').values(row).execute()
    await closeDuties(inside, { kind: 'answer-file', aboutId: file.id }, row.entry_id)
    await enqueue(db, {
      task: 'concern-file-answered',
      payload: { from: writer.actor.agencyId, to: file.from_agency, id: file.id },
    })
    return record(
      inside,
      {
        event: `concern-file.${answer}`,
        about: [{ kind: 'concern-file', id: file.id }],
        cites: ['REP-4'],
        content: contentOf(fileAnswerEvidence, row),
      },
      { id: row.entry_id },
    )
  })
}

import { openDuties, tellAtOnce } from '../../duties/index.ts'
import { Already } from '../../kit/proof.ts'
import { agency, person } from '../../people/index.ts'
import {
  type AgencyId,
  contentOf,
  type Ground,
  inVault,
  newEntryId,
  read,
  record,
  system,
  write,
} from '../../records/index.ts'
import { fileEvidence, transferAnswerEvidence } from './evidence.ts'
import { selectFile } from './queries.ts'
import { type FileTable, type TransferAnswerTable, type TransferId, tables } from './tables.ts'

/** A file between two organisations: where what is to be handed over stands, and where it goes. Each writes in its own vault. */
interface Between {
  readonly from: AgencyId
  readonly to: AgencyId
  readonly id: TransferId
}

/** What goes from one organisation’s vault into another’s once it was sent, or answered. Safe to run twice. */
export const fileJobs = (ground: Ground) => ({
  'concern-file-arrives': (between: Between) => arrives(ground, between),
  'concern-file-answered': (between: Between) => isAnswered(ground, between),
})

async function arrives(ground: Ground, { from, to, id }: Between): Promise<void> {
  const sent = await read(ground, system(from), async reader => {
    const found = await inVault(reader, async ({ db, actor }) => ({
      row: await tables(db)
        .selectFrom('concern_transfer')
        .selectAll()
        .where('agency_id', '=', actor.agencyId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
      content: await tables(db)
        .selectFrom('concern_transfer_content')
        .selectAll()
        .where('agency_id', '=', actor.agencyId)
        .where('transfer_id', '=', id)
        .executeTakeFirst(),
    }))
    const by = await person(reader, found.row.sent_by)
    return { ...found, place: (await agency(reader)).name, by: by?.name ?? 'Somebody' }
  })
  const { content } = sent
  if (!content) return
  await write(ground, system(to), async writer => {
    const done = await inVault(writer, async inside => {
      const { db, actor, now } = inside
      if (await selectFile(db, actor.agencyId, id)) return new Already(undefined)
      const row: FileTable = {
        agency_id: actor.agencyId,
        id,
        from_agency: from,
        from_name: sent.place,
        sent_by_name: sent.by,
        arrived_at: now,
        readers: content.readers,
        within_reach: content.within_reach,
        answer_to: content.answer_to,
        entries: content.entries,
        entry_id: newEntryId(inside),
      }
      await tables(db).insertInto('concern_file').values(row).execute()
      await tables(db)
        .insertInto('concern_file_content')
        .values({ agency_id: actor.agencyId, file_id: id, sealed: content.sealed })
        .execute()
      await openDuties(inside, 'answer-file', row.readers, { kind: 'concern-file', id }, row.entry_id)
      return record(
        inside,
        {
          event: 'concern-file.arrived',
          about: [{ kind: 'concern-file', id }],
          cites: ['REP-4'],
          content: contentOf(fileEvidence, row),
        },
        { id: row.entry_id },
      )
    })
    if (!(done instanceof Already)) tellAtOnce(writer, content.readers)
    return done
  })
}

async function isAnswered(ground: Ground, { from, to, id }: Between): Promise<void> {
  const { answer, by } = await read(ground, system(from), async reader => {
    const answer = await inVault(reader, ({ db, actor }) =>
      tables(db)
        .selectFrom('concern_file_answer')
        .selectAll()
        .where('agency_id', '=', actor.agencyId)
        .where('file_id', '=', id)
        .executeTakeFirstOrThrow(),
    )
    return { answer, by: (await person(reader, answer.answered_by))?.name ?? 'Somebody' }
  })
  await write(ground, system(to), async writer => {
    const done = await inVault(writer, async inside => {
      const { db, actor } = inside
      const sent = await tables(db)
        .selectFrom('concern_transfer as t')
        .leftJoin('concern_transfer_answer as a', join =>
          join.onRef('a.agency_id', '=', 't.agency_id').onRef('a.transfer_id', '=', 't.id'),
        )
        .select(['t.sent_by', 't.export_id', 'a.answer'])
        .where('t.agency_id', '=', actor.agencyId)
        .where('t.id', '=', id)
        .executeTakeFirstOrThrow()
      if (sent.answer) return new Already(undefined)
      const row: TransferAnswerTable = {
        agency_id: actor.agencyId,
        transfer_id: id,
        answer: answer.answer,
        by_name: by,
        answered_at: answer.answered_at,
        why: answer.why,
        entry_id: newEntryId(inside),
      }
      await tables(db).insertInto('concern_transfer_answer').values(row).execute()
      const about = { kind: 'concern-export', id: sent.export_id }
      await openDuties(inside, 'see-file-answered', [sent.sent_by], about, row.entry_id)
      return record(
        inside,
        {
          event: 'concern-file.answered',
          about: [{ kind: 'concern-file', id }, about],
          cites: ['REP-4'],
          content: contentOf(transferAnswerEvidence, row),
        },
        { id: row.entry_id, value: sent.sent_by },
      )
    })
    if (!(done instanceof Already)) tellAtOnce(writer, [done.value])
    return done
  })
}

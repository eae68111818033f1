import { type Choice, fetchedFor, hashOf } from '../../exports/index.ts'
import { later } from '../../kit/clock.ts'
import { enqueue } from '../../kit/jobs/index.ts'
import { Already, type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import {
  type Change,
  canonical,
  contentOf,
  inVault,
  type LogKeys,
  newEntryId,
  type PersonActor,
  record,
  type Writer,
} from '../../records/index.ts'
import { recipientsOf, sealFor } from '../../sealing/index.ts'
import { takeStep } from '../take-step.ts'
import type { ExportHere } from './access.ts'
import { bodyOf } from './body.ts'
import { documentsIn, fatesOf, going } from './documents.ts'
import { concernExportMadeEvidence } from './evidence.ts'
import type { Looked } from './load.ts'
import { decided, listOf } from './named.ts'
import { purposes } from './rules.ts'
import { type ConcernExportMadeTable, tables } from './tables.ts'

/** What was decided on the page of names. */
export interface Decided {
  /** Which list of names it was. */
  readonly list: string | undefined
  readonly chosen: (field: string) => Choice | undefined
  /** What was decided on a document. */
  readonly fate: (field: string) => string | undefined
  readonly others: readonly string[]
}

/**
 * Makes an export whose names have been gone through one by one: all that it says, sealed to whoever asked, and an entry with its
 * hash and how many names are replaced.
 */
export async function makeExport(
  writer: Writer<PersonActor>,
  { row, child }: Permitted<'have-concern-export', ExportHere>,
  about: Decided & { readonly looked: Looked; readonly signer: ReturnType<LogKeys['log']> },
): Promise<Change<unknown, Refused<'undecided' | 'changed' | 'no-key'>>> {
  const { looked } = about
  if (row.made_at) return new Already(undefined)
  if (about.list !== listOf(looked.named, looked.gathered)) return refuse('changed')
  const choices = decided(looked.named, about.chosen)
  const papers = documentsIn(looked.gathered)
  const fates = fatesOf(papers, about.fate)
  if (!choices || !fates) return refuse('undecided')
  const me = writer.actor.personId
  const recipient = (await recipientsOf(writer, [me])).get(me)
  if (!recipient) return refuse('no-key')
  const gone = await going(writer, papers, fates)
  const body = bodyOf({
    ...looked,
    going: gone,
    export: row.id,
    about: { id: row.child_id, name: child },
    asked: { by: writer.actor.name, at: row.asked_at.toISOString(), reason: looked.reason },
    for: purposes[row.for_whom],
    choices,
    others: about.others,
    signer: about.signer,
  })
  const text = canonical(body)
  const sealed = await sealFor([recipient], new TextEncoder().encode(text))
  return inVault(writer, async inside => {
    const { db, actor, now } = inside
    const made: ConcernExportMadeTable = {
      agency_id: actor.agencyId,
      export_id: row.id,
      entries: body.entries.length,
      replaced: body.people.filter(one => one.replaced).length,
      body_sha256: hashOf(text),
      made_at: now,
      expires_at: later(now, fetchedFor),
      entry_id: newEntryId(inside),
    }
    await tables(db).insertInto('concern_export_made').values(made).execute()
    await tables(db)
      .insertInto('concern_export_body')
      .values({ agency_id: actor.agencyId, export_id: row.id, sealed })
      .execute()
    for (const { shown, bytes } of gone)
      if (bytes)
        await takeStep(
          inside,
          { id: shown.row.concern_id },
          { step: 'document-opened', thing_id: shown.row.id },
        )
    await enqueue(db, {
      task: 'concern-export-expiry',
      payload: { agencyId: writer.actor.agencyId, exportId: row.id },
      key: `concern-export-expiry:${row.id}`,
      runAt: made.expires_at,
    })
    return record(
      inside,
      {
        event: 'concern-export.made',
        about: [{ kind: 'concern-export', id: row.id }],
        cites: ['REP-4'],
        content: contentOf(concernExportMadeEvidence, made),
      },
      { id: made.entry_id },
    )
  })
}

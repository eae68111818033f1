import { createHash } from 'node:crypto'
import { later } from '../kit/clock.ts'
import { enqueue } from '../kit/jobs/index.ts'
import { Already } from '../kit/proof.ts'
import {
  canonical,
  contentOf,
  type EntryId,
  type Ground,
  growthProof,
  type Head,
  inclusionProofs,
  newEntryId,
  parseLeaf,
  read,
  record,
  selectReceiptEntry,
  system,
  write,
} from '../records/index.ts'
import { exportOfMine } from './access.ts'
import { expiryOf } from './ask-export.ts'
import { type Body, bodyOf, type Making } from './body.ts'
import { exportMadeEvidence } from './evidence.ts'
import { type ExportFile, exportJson, format } from './file.ts'
import { type Asked, askerOf, makingOf, witnessedWith } from './look.ts'
import { pdfsOf } from './paper.ts'
import { besideRecord, holdState, putProgress, tellProgress } from './progress.ts'
import { deleteFiles, putFile, selectFile } from './queries.ts'
import { fetchedFor } from './rules.ts'
import { type ExportMadeTable, tables } from './tables.ts'

/**
 * Makes an export whose names have been gone through. First all that it says, whose hash is an entry; then, once that entry is in
 * the log and witnessed, the files with the proofs. Safe to run twice: what is on the record is not made anew.
 */
export async function makeExport(ground: Ground, asked: Asked): Promise<void> {
  const { agencyId, exportId: id } = asked
  const actor = await askerOf(ground, asked)
  const mine = actor && (await read(ground, actor, reader => exportOfMine(reader, id)))
  if (!actor || !mine) return tellProgress(ground, { agencyId, id }, { state: 'failed' })
  if (mine.export.state !== 'making') return
  if (!mine.export.made_at) {
    const making = await read(ground, actor, reader => makingOf(reader, mine))
    if (making) await putOnRecord(ground, asked, making)
  }
  await makeFiles(ground, asked)
}

/** The hash of all that an export says: of its canonical JSON, in base64. */
export const hashOf = (body: string): string => createHash('sha256').update(body).digest('base64')

async function putOnRecord(ground: Ground, { agencyId, exportId }: Asked, making: Making): Promise<void> {
  const body = bodyOf(making)
  const text = canonical(body)
  await write(ground, system(agencyId), async writer => {
    const { db, now } = writer
    if (writer.again) return new Already(undefined)
    // Something in it has been erased since it was read: it is not made.
    if ((await holdState(db, { agencyId, id: exportId })) !== 'making') return new Already(undefined)
    const row: ExportMadeTable = {
      agency_id: agencyId,
      export_id: exportId,
      size: body.covers.size,
      root: body.covers.root,
      entries: body.entries.length,
      messages: body.conversations.reduce((sum, one) => sum + one.messages, 0),
      replaced: body.people.filter(one => one.replaced).length,
      body_sha256: hashOf(text),
      made_at: now,
      entry_id: newEntryId(writer),
    }
    const done = await record(
      writer,
      {
        event: 'export.made',
        about: [{ kind: 'export', id: exportId }],
        cites: ['BG-2'],
        content: contentOf(exportMadeEvidence, row),
      },
      { id: row.entry_id },
    )
    await tables(db).insertInto('export_made').values(row).execute()
    await putFile(db, { agency_id: agencyId, export_id: exportId, name: 'body', content: Buffer.from(text) })
    return done
  })
}

async function makeFiles(ground: Ground, { agencyId, exportId: id }: Asked): Promise<void> {
  const { body, entry } = await read(ground, system(agencyId), async ({ db }) => ({
    body: await selectFile(db, agencyId, { id, name: 'body' }),
    entry: (await tables(db)
      .selectFrom('export_made')
      .select('entry_id')
      .where('agency_id', '=', agencyId)
      .where('export_id', '=', id)
      .executeTakeFirst()) as { entry_id: EntryId } | undefined,
  }))
  if (!body || !entry) return
  const head = await witnessedWith(ground, agencyId, entry.entry_id)
  const said: Body = JSON.parse(Buffer.from(body).toString())
  const file = await proved(ground, { agencyId, entry: entry.entry_id, body: said, head })
  const pdfs = await pdfsOf(file)
  await besideRecord(ground, agencyId, async (db, now) => {
    const put = (name: string, content: Uint8Array) =>
      putFile(db, { agency_id: agencyId, export_id: id, name, content })
    await put('json', Buffer.from(exportJson(file)))
    for (const [at, pdf] of pdfs.entries()) await put(`pdf-${at + 1}`, pdf)
    await deleteFiles(db, agencyId, id, 'body')
    const expiresAt = later(now, fetchedFor)
    await putProgress(db, { agencyId, id }, { state: 'ready', expiresAt }, now)
    await enqueue(db, expiryOf({ agencyId, id }, expiresAt))
  })
}

/** The file with its proofs, all of them in the tree of one witnessed checkpoint. */
function proved(
  ground: Ground,
  about: { agencyId: Asked['agencyId']; entry: EntryId; body: Body; head: Head },
): Promise<ExportFile> {
  const { agencyId, entry, body, head } = about
  const { size } = head
  return read(ground, system(agencyId), async ({ db }) => {
    const made = await selectReceiptEntry(db, agencyId, entry)
    if (made?.position == null || !made.salt || !made.content)
      throw new Error('the entry of an export is not in the log')
    const index = Number(made.position)
    const positions = [...body.entries.map(one => one.index), index]
    const proofs = await inclusionProofs(db, agencyId, { positions, size })
    const growth = await growthProof(db, agencyId, { old: body.covers.size, size })
    const texts = proofs.map(proof => proof.map(base64))
    return {
      format,
      body,
      proofs: texts.slice(0, -1),
      made: {
        leaf: parseLeaf(made.leaf),
        index,
        proof: texts.at(-1) ?? [],
        content: JSON.parse(made.content),
        salt: made.salt.toString('base64'),
      },
      checkpoint: head.note,
      growth: growth.map(base64),
    }
  })
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

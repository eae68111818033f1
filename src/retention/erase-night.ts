import { closeDuties, openDuties, whoOwes } from '../duties/index.ts'
import { newId } from '../kit/ids.ts'
import { Already } from '../kit/proof.ts'
import { withRole } from '../people/index.ts'
import {
  type AgencyId,
  contentOf,
  type Ground,
  newEntryId,
  type Recorded,
  read,
  record,
  type SystemActor,
  system,
  type Writer,
  write,
} from '../records/index.ts'
import { selectDue } from './due.ts'
import { eraseThing } from './erase-thing.ts'
import { batchEvidence } from './evidence.ts'
import { monthsOf } from './in-force.ts'
import type { Kept } from './kept.ts'
import { insertBatch, waitForOtherNight } from './queries.ts'
import { type KeptKind, monthsInWords, restsOn } from './rules.ts'
import type { ErasureBatchTable } from './tables.ts'

/** So many things at a time: a hold that is being placed waits for one batch, no longer. */
const batchSize = 50

/** Erases everything of an agency whose time is over and that no hold keeps: a batch of a kind in each transaction. Says how many. */
export async function eraseNight(ground: Ground, agencyId: AgencyId, all: readonly Kept[]): Promise<number> {
  const failed: { readonly kind: KeptKind; readonly ids: readonly string[] }[] = []
  let erased = 0
  for (const kept of all) {
    const of = await eraseKind(ground, agencyId, kept)
    erased += of.erased
    if (of.failed.length > 0) failed.push({ kind: kept.kind, ids: of.failed })
  }
  await write(ground, system(agencyId), writer => tellOfFailed(writer, failed))
  return erased
}

async function eraseKind(ground: Ground, agencyId: AgencyId, kept: Kept) {
  const failed: string[] = []
  let erased = 0
  for (;;) {
    const done = await eraseBatch(ground, agencyId, kept, failed)
    if (done === undefined) {
      // Something in it cannot be erased: each by itself, so that one keeps nothing else.
      const one = await eraseOneByOne(ground, agencyId, kept, failed)
      erased += one
    } else if (done === 0) return { erased, failed }
    else erased += done
  }
}

/** How many one batch erased; undefined when it failed, and nothing of it happened. */
const eraseBatch = (
  ground: Ground,
  agencyId: AgencyId,
  kept: Kept,
  but: readonly string[],
): Promise<number | undefined> =>
  write(ground, system(agencyId), writer => eraseDue(writer, kept, { but, limit: batchSize })).catch(
    () => undefined,
  )

async function eraseOneByOne(
  ground: Ground,
  agencyId: AgencyId,
  kept: Kept,
  failed: string[],
): Promise<number> {
  const ids = await read(ground, system(agencyId), async reader => {
    const months = await monthsOf(reader, kept.kind)
    return selectDue(reader, kept, { months, at: reader.now, limit: batchSize, but: failed })
  })
  let erased = 0
  for (const id of ids) {
    const done = await write(ground, system(agencyId), writer =>
      eraseThese(writer, kept, { ids: [id], reason: 'Its time is over.' }),
    ).catch(() => undefined)
    if (done === undefined || done === 0) failed.push(id)
    else erased += done
  }
  return erased
}

/** Erases what is due of a kind, at most `limit`, in one transaction with the row that counts it. */
export async function eraseDue(
  writer: Writer<SystemActor>,
  kept: Kept,
  { but, limit }: { readonly but: readonly string[]; readonly limit: number },
): Promise<Recorded<number> | Already<number>> {
  await waitForOtherNight(writer.db, writer.actor.agencyId)
  const months = await monthsOf(writer, kept.kind)
  const ids = await selectDue(writer, kept, { months, at: writer.now, limit, but })
  return eraseThese(writer, kept, { ids, reason: `Its time is over: ${monthsInWords(months)}.` })
}

async function eraseThese(
  writer: Writer<SystemActor>,
  kept: Kept,
  { ids, reason }: { readonly ids: readonly string[]; readonly reason: string },
): Promise<Recorded<number> | Already<number>> {
  let erased = 0
  for (const id of ids) {
    const done = await eraseThing(writer, kept, { id, reason })
    if (!(done instanceof Already)) erased += 1
  }
  // What says something still, and of which nothing could be erased: it is looked at by itself.
  if (erased < ids.length) throw new Error(`${ids.length - erased} of ${kept.kind} could not be erased`)
  if (erased === 0) return new Already(0)
  const row = await putDown(writer, 'erasing.done', { kind: kept.kind, erased, failed: [] })
  return row.with(erased)
}

/** A batch is on the record: how many of which kind, or what could not be erased. */
async function putDown(
  writer: Writer<SystemActor>,
  event: 'erasing.done' | 'erasing.failed',
  what: Pick<ErasureBatchTable, 'kind' | 'erased' | 'failed'>,
): Promise<Recorded<undefined>> {
  const { actor, now, db } = writer
  const row: ErasureBatchTable = {
    ...what,
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    done_at: now,
    entry_id: newEntryId(writer),
  }
  const done = await record(
    writer,
    {
      event,
      about: [{ kind: 'erasure-batch', id: row.id }],
      cites: restsOn,
      content: contentOf(batchEvidence, row),
    },
    { id: row.entry_id },
  )
  await insertBatch(db, row)
  return done
}

/** The administrators hear of what could not be erased, and owe a look; after a night in which nothing failed, no longer. */
async function tellOfFailed(
  writer: Writer<SystemActor>,
  failed: readonly { readonly kind: KeptKind; readonly ids: readonly string[] }[],
): Promise<Recorded<undefined> | Already<undefined>> {
  const { agencyId } = writer.actor
  const about = { kind: 'agency', id: agencyId }
  let last: Recorded<undefined> | undefined
  for (const { kind, ids } of failed)
    last = await putDown(writer, 'erasing.failed', { kind, erased: 0, failed: ids })
  if (last) {
    const administrators = await withRole(writer, 'administrator')
    await openDuties(writer, 'erasing-failed', administrators, about, last.entryId)
    return last
  }
  if ((await whoOwes(writer, 'erasing-failed', agencyId)).length === 0) return new Already(undefined)
  const over = await record(writer, {
    event: 'erasing.goes-on',
    about: [about],
    cites: [],
    content: { at: writer.now.toISOString() },
  })
  await closeDuties(writer, { kind: 'erasing-failed', aboutId: agencyId }, over.entryId)
  return over
}

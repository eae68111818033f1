import { setTimeout as wait } from 'node:timers/promises'
import { agency, familyOf, hasRole } from '../people/index.ts'
import {
  type AgencyId,
  type EntryId,
  firstPositionAbout,
  type Ground,
  type Head,
  headOf,
  type PersonActor,
  type PersonId,
  positionOf,
  type Reader,
  read,
  rootAt,
  system,
} from '../records/index.ts'
import { type ExportHere, exportOfMine } from './access.ts'
import type { Making } from './body.ts'
import { elsewhereOf } from './elsewhere.ts'
import { gather } from './gather.ts'
import { maskedFor } from './mask.ts'
import { namedIn } from './named-in.ts'
import { tellProgress } from './progress.ts'
import { selectEverybody, selectExport } from './queries.ts'
import { mayExportAll, witnessedWithin } from './rules.ts'
import type { ExportId } from './tables.ts'

/** An export as a job is given it. */
export interface Asked {
  readonly agencyId: AgencyId
  readonly exportId: ExportId
}

/** As far as two entries of one change stand apart in the log at most: so far before the first about a thing is looked too. */
const sameChange = 4096

/**
 * Waits until an entry is in the log and a witness has cosigned a checkpoint that has it. Throws when that takes too long: the
 * job comes again.
 */
export async function witnessedWith(ground: Ground, agencyId: AgencyId, entry: EntryId): Promise<Head> {
  for (const until = Date.now() + witnessedWithin; Date.now() < until; await wait(200)) {
    const found = await read(ground, system(agencyId), async ({ db }) => {
      const [position, head] = [await positionOf(db, agencyId, entry), await headOf(db, agencyId)]
      return position !== undefined && head && position < head.size ? head : undefined
    })
    if (found) return found
  }
  throw new Error('The record has not been witnessed for two minutes: the export waits.')
}

/** Whoever asked, as they stand now, while the export is theirs. */
export async function askerOf(
  ground: Ground,
  { agencyId, exportId }: Asked,
): Promise<PersonActor | undefined> {
  const found = await read(ground, system(agencyId), ({ db }) => selectExport(db, agencyId, exportId))
  if (!found) return undefined
  return { kind: 'staff', agencyId, personId: found.asked_by, name: found.asker, place: '', roles: [] }
}

/** Looks through the log for everything that belongs into an export, and for whom it names. */
export async function lookThrough(ground: Ground, asked: Asked): Promise<void> {
  const { agencyId, exportId: id } = asked
  const actor = await askerOf(ground, asked)
  const mine = actor && (await read(ground, actor, reader => exportOfMine(reader, id)))
  if (!actor || !mine) return tellProgress(ground, { agencyId, id }, { state: 'failed' })
  if (mine.export.state !== 'looking') return
  const { size } = await witnessedWith(ground, agencyId, mine.export.entry_id)
  const { entries, everybody, own } = await read(ground, actor, reader => gathered(reader, mine, size))
  const named = namedIn(entries, { subject: mine.of.id, everybody, own })
  await tellProgress(ground, { agencyId, id }, { state: 'choosing', size, entries: entries.length, named })
}

async function gathered(reader: Reader<PersonActor>, { of }: ExportHere, size: number) {
  const { db, actor } = reader
  const { agencyId } = actor
  const first = (await firstPositionAbout(db, agencyId, of.id)) ?? 0
  const from = Math.max(0, first - sameChange)
  // A parent or carer is given what is about them: not what others said of them in confidence, nor the staff among themselves.
  const inside = of.kind !== 'parent'
  const designated = inside && (await hasRole(reader, ...mayExportAll))
  const found = await gather(db, { agencyId, subject: of.id, from, to: size, designated, inside })
  const everybody = await selectEverybody(db, agencyId)
  const entries = await maskedFor(reader, found, everybody)
  const family = of.kind === 'conversation' ? [] : await familyOf(reader, of.id as PersonId)
  return { entries, everybody, own: new Set<string>(family.map(one => one.id)), designated, from }
}

/** Everything that an export is made of, as far as the log was looked through for it. */
export async function makingOf(reader: Reader<PersonActor>, here: ExportHere): Promise<Making | undefined> {
  const { db, actor } = reader
  const { export: row, of } = here
  if (row.size === null || !row.choices) return undefined
  const covered = await rootAt(db, actor.agencyId, row.size)
  if (!covered) throw new Error(`no checkpoint has the size ${row.size}`)
  const { entries, everybody, designated, from } = await gathered(reader, here, row.size)
  const { name } = await agency(reader)
  return {
    export: row.id,
    kind: row.kind,
    about: { id: of.id, name: of.name },
    organisation: name,
    asked: { by: row.asker, at: row.asked_at.toISOString(), reason: row.reason },
    covers: { from, size: row.size, root: covered.root, at: covered.at.toISOString() },
    entries,
    everybody,
    named: row.named ?? [],
    choices: row.choices,
    designated,
    ...(of.kind === 'child' ? { elsewhere: await elsewhereOf(reader, of) } : {}),
  }
}

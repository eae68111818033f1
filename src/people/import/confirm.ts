import { enqueue } from '../../kit/jobs/index.ts'
import { Already, type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import type { PersonActor, Recorded, Writer } from '../../records/index.ts'
import { changeImport } from './change-import.ts'
import type { CheckedFile } from './check.ts'
import { type ImportId, type ImportTable, type ProgressTable, putProgress, selectImport } from './queries.ts'

// The work says how far it is several times a second: when it has said nothing for so long, its process has ended.
const quietFor = 60_000

/** Whether an import that was confirmed has stopped on its way. Nothing of it stands then. */
export const hasStopped = (one: ImportTable, progress: ProgressTable | undefined, now: Date): boolean =>
  one.state === 'confirmed' &&
  now.getTime() - (progress?.at ?? one.confirmed_at ?? one.uploaded_at).getTime() > quietFor

/**
 * Has exactly the file that was previewed imported, once this commits. Confirming twice is confirming once; one that has
 * stopped on its way is started again from its beginning. Refuses when anything is wrong with it by now.
 */
export async function confirmImport(
  writer: Writer<PersonActor>,
  asked: Permitted<'import', ImportTable>,
  about: {
    readonly file: CheckedFile | undefined
    readonly progress: ProgressTable | undefined
    readonly invite: boolean
  },
): Promise<Recorded<ImportId> | Already<ImportId> | Refused<'problems'> | Refused<'gone'>> {
  const { db, now, actor } = writer
  // Waits for an import that is under way at this moment: then it is done, and stands.
  const one = await selectImport(db, actor.agencyId, asked.id, true)
  const again = one && hasStopped(one, about.progress, now)
  if (!one || one.state === 'expired' || (one.state !== 'done' && one.expires_at <= now))
    return refuse('gone')
  if (one.state === 'done' || (one.state === 'confirmed' && !again)) return new Already(one.id)
  if (!about.file) return refuse('gone')
  if (about.file.checked.problems.length > 0) return refuse('problems')
  const invite = one.kind === 'staff' && (again ? one.invite : about.invite)
  await Promise.all([
    putProgress(db, { agency_id: one.agency_id, import_id: one.id, done: 0, at: now }),
    enqueue(db, {
      task: 'people-import',
      payload: { agencyId: one.agency_id, importId: one.id },
      key: `people-import:${one.id}`,
    }),
  ])
  return changeImport(writer, one, { state: 'confirmed', invite, confirmed_at: now })
}

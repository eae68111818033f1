import { Already } from '../../kit/proof.ts'
import {
  type AgencyId,
  type Ground,
  type PersonActor,
  type Reader,
  type Recorded,
  read,
  system,
  type Writer,
  write,
} from '../../records/index.ts'
import { holdAgency, selectAgency, selectPerson, selectStanding } from '../queries.ts'
import { mayImport } from './access.ts'
import { changeImport } from './change-import.ts'
import { checkFile } from './check.ts'
import { importFamilies } from './import-families.ts'
import { importStaff } from './import-staff.ts'
import { type Telling, telling } from './progress.ts'
import { type ImportId, type ImportTable, selectFile, selectImport } from './queries.ts'

interface About {
  readonly agencyId: AgencyId
  readonly importId: ImportId
}

/** What becomes of an import after it was confirmed, and of one that never is. */
export const importJobs = (ground: Ground) => ({
  'people-import': (about: About) => runImport(ground, about),
  'people-import-expiry': ({ agencyId, importId }: About) =>
    write(ground, system(agencyId), async writer => {
      const one = await selectImport(writer.db, agencyId, importId, true)
      if (!one || one.state === 'done' || one.state === 'expired') return new Already(undefined)
      return (await changeImport(writer, one, { state: 'expired', ended_at: writer.now })).with(undefined)
    }),
})

/**
 * Imports the file in one transaction, on behalf of the administrator who confirmed it: every person of it is added, or
 * nobody is. Safe to run twice: whoever comes second waits for the first, and finds it done.
 */
async function runImport(ground: Ground, { agencyId, importId }: About): Promise<void> {
  const actor = await read(ground, system(agencyId), reader => uploaderOf(reader, importId))
  if (!actor) return
  const progress = telling(ground, { agency_id: agencyId, id: importId })
  try {
    await write(ground, actor, async writer => {
      const one = await selectImport(writer.db, agencyId, importId, true)
      return one?.state === 'confirmed' ? bringIn(writer, one, progress.tell) : new Already(importId)
    })
  } finally {
    await progress.settled()
  }
}

/** Checks once more, as time has passed since the preview; then adds everybody. */
async function bringIn(
  writer: Writer<PersonActor>,
  one: ImportTable,
  tell: Telling['tell'],
): Promise<Recorded<ImportId>> {
  await holdAgency(writer.db, one.agency_id)
  const refused = () => changeImport(writer, one, { state: 'refused', ended_at: writer.now })
  const content = (await mayImport(writer)) && (await selectFile(writer.db, one.agency_id, one.id))
  if (!content) return refused()
  const file = await checkFile(writer, one.kind, content)
  if ('sentences' in file || file.checked.problems.length > 0) return refused()
  const people =
    file.kind === 'staff'
      ? await importStaff(writer, file.checked.rows, { here: file.here, invite: one.invite, tell })
      : await importFamilies(writer, file.checked.rows, { here: file.here, tell })
  return changeImport(writer, one, { state: 'done', people, ended_at: writer.now })
}

/** The administrator who uploaded it, as they stand now. */
async function uploaderOf(reader: Reader, importId: ImportId): Promise<PersonActor | undefined> {
  const { agencyId } = reader.actor
  const one = await selectImport(reader.db, agencyId, importId)
  if (!one) return undefined
  const [person, agency, { roles }] = await Promise.all([
    selectPerson(reader.db, agencyId, one.uploaded_by),
    selectAgency(reader.db, agencyId),
    selectStanding(reader.db, agencyId, one.uploaded_by),
  ])
  if (!person) return undefined
  return { kind: 'staff', agencyId, personId: person.id, name: person.name, place: agency.name, roles }
}

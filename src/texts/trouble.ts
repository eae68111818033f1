import { openDuties } from '../duties/index.ts'
import { newId } from '../kit/ids.ts'
import { withRole } from '../people/index.ts'
import { type AgencyId, contentOf, type Ground, newEntryId, record, system, write } from '../records/index.ts'
import { textTroubleEvidence } from './evidence.ts'
import { textTables } from './tables.ts'

/** Puts down that Notify refused us, and has the administrators told by a duty: they hold its key and its template. */
export async function tellAdministrators(
  ground: Ground,
  agencyId: AgencyId,
  { status, error }: { readonly status: number; readonly error: string },
): Promise<void> {
  await write(ground, system(agencyId), async writer => {
    const entryId = newEntryId(writer)
    const row = {
      agency_id: agencyId,
      id: newId<'text-trouble'>(writer.now.getTime()),
      at: writer.now,
      status,
      error,
      entry_id: entryId,
    }
    const done = await record(
      writer,
      {
        event: 'texts.refused',
        about: [{ kind: 'agency', id: agencyId }],
        cites: [],
        content: contentOf(textTroubleEvidence, row),
      },
      { id: entryId },
    )
    await textTables(writer.db).insertInto('text_trouble').values(row).execute()
    const administrators = await withRole(writer, 'administrator')
    await openDuties(writer, 'texts-refused', administrators, { kind: 'agency', id: agencyId }, entryId)
    return done
  })
}

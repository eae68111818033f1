import { sql } from 'kysely'
import type { Ground } from '../records/index.ts'
import { type Asked, lookThrough } from './look.ts'
import { makeExport } from './make.ts'
import { besideRecord, putProgress } from './progress.ts'
import { deleteFiles } from './queries.ts'

/** What becomes of an export once it is asked for, and when its files’ time is over. */
export const exportJobs = (ground: Ground) => ({
  'export-look': (asked: Asked) => lookThrough(ground, asked),
  'export-make': (asked: Asked) => makeExport(ground, asked),
  'export-expiry': ({ agencyId, exportId: id }: Asked) =>
    besideRecord(ground, agencyId, async (db, now) => {
      await deleteFiles(db, agencyId, id)
      await putProgress(db, { agencyId, id }, { state: 'gone' }, now)
      // Whom it names, and where, is kept no longer than the files.
      await sql`update export_progress set named = null, choices = null
        where agency_id = ${agencyId} and export_id = ${id}`.execute(db)
    }),
})

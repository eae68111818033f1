import { Already } from '../../kit/proof.ts'
import { type AgencyId, type Ground, inVault, record, system, write } from '../../records/index.ts'
import { selectConcernExport } from './queries.ts'
import { type ConcernExportId, tables } from './tables.ts'

/** When the week of an export is over, what it says is deleted; that it was is on the record. */
export const exportJobs = (ground: Ground) => ({
  'concern-export-expiry': ({
    agencyId,
    exportId,
  }: {
    readonly agencyId: AgencyId
    readonly exportId: ConcernExportId
  }) =>
    write(ground, system(agencyId), writer =>
      inVault(writer, async inside => {
        const { db, actor } = inside
        const row = await selectConcernExport(db, actor.agencyId, exportId)
        if (!row?.there) return new Already(undefined)
        await tables(db)
          .deleteFrom('concern_export_body')
          .where('agency_id', '=', actor.agencyId)
          .where('export_id', '=', exportId)
          .execute()
        return record(inside, {
          event: 'concern-export.deleted',
          about: [{ kind: 'concern-export', id: exportId }],
          cites: ['REP-4'],
          content: { export: exportId },
        })
      }),
    ),
})

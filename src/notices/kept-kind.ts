import { sql } from 'kysely'
import { idFrom } from '../kit/ids.ts'
import { type Kept, partOf } from '../retention/index.ts'
import { noticeEvidence } from './evidence.ts'
import { routes } from './routes.ts'
import { tables } from './tables.ts'

/** What a notice said. Copies have no words of their own: they go with it. */
export const keptNotices: Kept = {
  kind: 'notice',
  event: 'notice.written',
  standing: agencyId => sql`
    select n.id, n.written_at as counts_from from notice n
    where n.agency_id = ${agencyId} and n.body <> '(erased)'`,
  parts: async ({ db, actor }, text) => {
    const id = idFrom<'notice'>(text)
    const row =
      id &&
      (await tables(db)
        .selectFrom('notice')
        .selectAll()
        .where('agency_id', '=', actor.agencyId)
        .where('id', '=', id)
        .executeTakeFirst())
    return row ? [partOf(noticeEvidence, row)] : []
  },
  page: id => routes.notice.to({ notice: id }),
}

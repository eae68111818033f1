import { sql } from 'kysely'
import { idFrom } from '../../kit/ids.ts'
import { type Kept, partOf } from '../../retention/index.ts'
import { linkDecisionEvidence, personalLinkEvidence } from './evidence.ts'
import { linkRoutes } from './routes.ts'
import { linkTables } from './tables.ts'

/** What was said of a personal link, and within which limits; from when it was over. */
export const keptLinks: Kept = {
  kind: 'personal-link',
  event: 'personal-link.declared',
  standing: agencyId => sql`
    select l.id, e.ended_at as counts_from from personal_link l
    join personal_link_end e on e.agency_id = l.agency_id and e.link_id = l.id
    where l.agency_id = ${agencyId} and (l.says is not null or l.described <> '(erased)' or exists (
      select from personal_link_decision d
      where d.agency_id = l.agency_id and d.link_id = l.id and d.limits <> '(erased)'))`,
  parts: async ({ db, actor }, text) => {
    const id = idFrom<'personal-link'>(text)
    const row =
      id &&
      (await linkTables(db)
        .selectFrom('personal_link')
        .selectAll()
        .where('agency_id', '=', actor.agencyId)
        .where('id', '=', id)
        .executeTakeFirst())
    if (!row) return []
    const decisions = await linkTables(db)
      .selectFrom('personal_link_decision')
      .selectAll()
      .where('agency_id', '=', actor.agencyId)
      .where('link_id', '=', row.id)
      .execute()
    return [
      partOf(personalLinkEvidence, row),
      ...decisions.map(decision => partOf(linkDecisionEvidence, decision, 'alone')),
    ]
  },
  page: id => linkRoutes.link.to({ declared: id }),
}

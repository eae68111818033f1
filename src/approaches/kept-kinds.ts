import { sql } from 'kysely'
import { idFrom } from '../kit/ids.ts'
import { fromAdulthood, type Kept, partOf } from '../retention/index.ts'
import { answerEvidence, approachEvidence } from './evidence.ts'
import { keptLinks } from './links/kept-kind.ts'
import { routes } from './routes.ts'
import { tables } from './tables.ts'

/** What was told of an approach, and the answers to it. */
const keptApproaches: Kept = {
  kind: 'approach',
  event: 'approach.told',
  standing: agencyId => sql`
    select a.id, ${fromAdulthood(agencyId, sql`a.told_at`, sql`a.person_id`)} as counts_from from approach a
    where a.agency_id = ${agencyId} and (a.happened is not null or a.platform_name is not null
      or a.described <> '(erased)' or exists (select from approach_answer n
        where n.agency_id = a.agency_id and n.approach_id = a.id and n.words <> '(erased)'))`,
  parts: async ({ db, actor }, text) => {
    const id = idFrom<'approach'>(text)
    const row =
      id &&
      (await tables(db)
        .selectFrom('approach')
        .selectAll()
        .where('agency_id', '=', actor.agencyId)
        .where('id', '=', id)
        .executeTakeFirst())
    if (!row) return []
    const answers = await tables(db)
      .selectFrom('approach_answer')
      .selectAll()
      .where('agency_id', '=', actor.agencyId)
      .where('approach_id', '=', row.id)
      .execute()
    return [partOf(approachEvidence, row), ...answers.map(answer => partOf(answerEvidence, answer, 'alone'))]
  },
  page: id => routes.approach.to({ approach: id }),
}

export const approachesKept: readonly Kept[] = [keptApproaches, keptLinks]

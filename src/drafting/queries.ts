import { sql } from 'kysely'
import type { MadeOf } from '../clauses/index.ts'
import type { CalendarDay } from '../guidance/index.ts'
import type { Db } from '../kit/db/index.ts'
import type { Id } from '../kit/ids.ts'
import type { DraftId, PolicyId } from '../policies/index.ts'
import type { AgencyId, EntryId, PersonId } from '../records/index.ts'
import type { Seen } from './fit/seen.ts'
import type { Step } from './rules.ts'

export interface DraftTable {
  agency_id: AgencyId
  id: DraftId
  policy_id: PolicyId
  /** Whether it is put together from clauses, or is words that were written here or uploaded. */
  way: 'clauses' | 'words'
  begun_by: PersonId
  begun_at: Date
  entry_id: EntryId
}
export interface RevisionTable {
  agency_id: AgencyId
  id: Id<'draft-revision'>
  draft_id: DraftId
  number: number
  made_of: MadeOf
  /** Whether words were changed. Without it, parts were only held against the guidance. */
  wrote: boolean
  saved_by: PersonId
  saved_at: Date
  entry_id: EntryId
}
export interface StepTable {
  agency_id: AgencyId
  id: Id<'draft-step'>
  draft_id: DraftId
  number: number
  step: Step
  /** The newest revision there was. */
  revision: number
  /** Null when it was published by the day that had come. */
  person_id: PersonId | null
  at: Date
  /** What changed, for one that asks; why, for the others. */
  words: string
  asked_of: PersonId | null
  sign_again: boolean | null
  effective_on: CalendarDay | null
  review_on: CalendarDay | null
  text: string | null
  seen: Seen | null
  entry_id: EntryId
}

const tables = (db: Db) =>
  db.withTables<{
    policy_draft: DraftTable
    policy_draft_revision: RevisionTable
    policy_draft_step: StepTable
  }>()

export async function insertDraft(db: Db, row: DraftTable): Promise<void> {
  await tables(db).insertInto('policy_draft').values(row).execute()
}
export async function insertRevision(db: Db, row: RevisionTable): Promise<void> {
  await tables(db).insertInto('policy_draft_revision').values(row).execute()
}
export async function insertStep(db: Db, row: StepTable): Promise<void> {
  await tables(db).insertInto('policy_draft_step').values(row).execute()
}

/** The draft of a policy that was begun last, whatever became of it. */
export function selectNewestDraft(db: Db, agencyId: AgencyId, policyId: PolicyId) {
  return tables(db)
    .selectFrom('policy_draft')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('policy_id', '=', policyId)
    .orderBy('begun_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export function selectNewestRevision(db: Db, agencyId: AgencyId, draftId: DraftId) {
  return tables(db)
    .selectFrom('policy_draft_revision')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('draft_id', '=', draftId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** One saving of a draft, by its number. */
export function selectRevision(db: Db, agencyId: AgencyId, draftId: DraftId, number: number) {
  return tables(db)
    .selectFrom('policy_draft_revision')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('draft_id', '=', draftId)
    .where('number', '=', number)
    .executeTakeFirst()
}

/** What became of a draft, step by step. */
export function selectSteps(db: Db, agencyId: AgencyId, draftId: DraftId): Promise<StepTable[]> {
  return tables(db)
    .selectFrom('policy_draft_step')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('draft_id', '=', draftId)
    .orderBy('number')
    .execute()
}

/** Who wrote how much of a draft, whoever wrote last first. */
export function selectWriters(
  db: Db,
  agencyId: AgencyId,
  draftId: DraftId,
): Promise<{ person_id: PersonId; last_at: Date }[]> {
  return tables(db)
    .selectFrom('policy_draft_revision')
    .select(({ fn }) => ['saved_by as person_id', fn.max('saved_at').as('last_at')])
    .where('agency_id', '=', agencyId)
    .where('draft_id', '=', draftId)
    .where('wrote', '=', true)
    .groupBy('saved_by')
    .orderBy('last_at', 'desc')
    .execute()
}

/** Approved drafts whose day has come and that are not published yet. */
export async function selectDayHasCome(db: Db, agencyId: AgencyId, today: CalendarDay): Promise<PolicyId[]> {
  const rows = await tables(db)
    .selectFrom('policy_draft as d')
    .innerJoin('policy_draft_step as s', on =>
      on.onRef('s.agency_id', '=', 'd.agency_id').onRef('s.draft_id', '=', 'd.id'),
    )
    .select('d.policy_id')
    .where('d.agency_id', '=', agencyId)
    .where('s.step', '=', 'approved')
    .where('s.effective_on', '<=', today)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('policy_draft_step as n')
            .select('n.id')
            .whereRef('n.agency_id', '=', 's.agency_id')
            .whereRef('n.draft_id', '=', 's.draft_id')
            .whereRef('n.number', '>', 's.number'),
        ),
      ),
    )
    .execute()
  return rows.map(row => row.policy_id)
}

/** The newest saving of a draft that had this part. */
export function selectRevisionWith(db: Db, agencyId: AgencyId, draftId: DraftId, part: string) {
  return tables(db)
    .selectFrom('policy_draft_revision')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('draft_id', '=', draftId)
    .where(sql<boolean>`made_of @> ${JSON.stringify({ parts: [{ id: part }] })}::jsonb`)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

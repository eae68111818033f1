import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { AgencyId, PersonId } from '../../records/index.ts'
import type { ConcernId, ConcernTable, PieceKind, StepTable } from '../tables.ts'

/** One thing that happened in a concern: that it was told of, where there is no step, no piece and no action. */
export interface Past {
  readonly concern_id: ConcernId
  readonly at: Date
  /** When it was kept, and when the concern was told of. */
  readonly kept_at: Date
  readonly told_at: Date
  readonly what: ConcernTable['what']
  readonly step: StepTable['step'] | null
  readonly body: StepTable['body']
  /** Something that was written, and is no part of a step or of an action. */
  readonly piece: PieceKind | 'document' | null
  /** By when something is to be done that somebody was given. */
  readonly due_at: Date | null
  readonly by: PersonId | null
}

/** So much is shown of one child: the newest of it, in so many concerns. */
const most = { events: 500, concerns: 100 } as const

/** Whether there may be more than is shown. */
export const isPartOf = (past: readonly Past[]): boolean =>
  past.length === most.events || new Set(past.map(one => one.concern_id)).size === most.concerns

/** What happened in those concerns that a child is linked to and whoever asks may read, the oldest first: the newest of it. */
export async function selectChronology(db: Db, agencyId: AgencyId, child: PersonId): Promise<Past[]> {
  const { rows } = await sql<Past>`
    with theirs as (
      select c.id, c.agency_id, c.reported_at, c.what from concern_link l
        join concern c on c.agency_id = l.agency_id and c.id = l.concern_id
        where l.agency_id = ${agencyId} and l.person_id = ${child} and l.part = 'child'
        order by l.linked_at desc limit ${most.concerns}
    )
    select * from (
      select id as concern_id, reported_at as at, reported_at as kept_at, reported_at as told_at, what, null as step, null as body, null as piece,
        null::timestamptz as due_at, null::uuid as by from theirs
      union all
      select t.id, coalesce(s.happened_at, s.taken_at), s.taken_at, t.reported_at, t.what, s.step, s.body, null, null, s.taken_by from theirs t
        join concern_step s on s.agency_id = t.agency_id and s.concern_id = t.id and s.step not in ('opened', 'seen-together', 'gone-through')
      union all
      select t.id, p.written_at, p.written_at, t.reported_at, t.what, null, null, p.kind, null, p.written_by from theirs t
        join concern_piece p on p.agency_id = t.agency_id and p.concern_id = t.id
          and p.kind in ('addition', 'reply', 'note', 'correction', 'plan', 'body')
        where not exists (select from concern_step s where s.agency_id = p.agency_id
          and s.concern_id = p.concern_id and s.piece_id = p.id)
      union all
      select t.id, a.set_at, a.set_at, t.reported_at, t.what, null, null, null, a.due_at, a.owner_id from theirs t
        join concern_action a on a.agency_id = t.agency_id and a.concern_id = t.id
      union all
      select t.id, d.handed_in_at, d.handed_in_at, t.reported_at, t.what, null, null, 'document', null, d.handed_in_by from theirs t
        join concern_document d on d.agency_id = t.agency_id and d.concern_id = t.id and d.about is not null
      order by at desc limit ${most.events}) newest
    order by at`.execute(db)
  return rows
}

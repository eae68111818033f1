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
  /** The same of each: how many concerns there are, how many of them were looked at, and how much happened in those. */
  readonly linked: number
  readonly looked: number
  readonly events: number
}

/** So much is shown of one child at first: the newest of it, in so many concerns, those that were linked last. */
const atFirst = { events: 500, concerns: 100 } as const
const everything = { events: null, concerns: null } as const

/** What is left out, where there is more than is shown at first: so many concerns, and so much that happened in the others. */
export interface LeftOut {
  readonly linked: number
  readonly concerns: number
  readonly events: number
}

/** Undefined where everything is there. */
export function leftOutOf(past: readonly Past[]): LeftOut | undefined {
  const [first] = past
  if (!first) return undefined
  const { linked, looked, events } = first
  const left = { linked, concerns: linked - looked, events: events - past.length }
  return left.concerns > 0 || left.events > 0 ? left : undefined
}

/** What happened in those concerns that a child is linked to and whoever asks may read, the oldest first: the newest of it, unless `whole`. */
export async function selectChronology(
  db: Db,
  agencyId: AgencyId,
  { child, whole }: { readonly child: PersonId; readonly whole: boolean },
): Promise<Past[]> {
  const most = whole ? everything : atFirst
  const { rows } = await sql<Past>`
    with theirs as (
      select c.id, c.agency_id, c.reported_at, c.what, count(*) over ()::int as linked from concern_link l
        join concern c on c.agency_id = l.agency_id and c.id = l.concern_id
        where l.agency_id = ${agencyId} and l.person_id = ${child} and l.part = 'child'
        order by l.linked_at desc limit ${most.concerns}
    )
    select newest.*, many.linked, many.looked from (select max(linked) as linked, count(*)::int as looked from theirs) many,
      (select past.*, count(*) over ()::int as events from (
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
      ) past order by at desc limit ${most.events}) newest
    order by at`.execute(db)
  return rows
}

import type pg from 'pg'
import { cast } from '../../src/demo/index.ts'

/** Ten years of it. */
const days = 3650
/** One child is linked to as many at every size. */
export const ofOneChild = 20

/**
 * Makes as many concerns out of the one that is there, each sealed as that one is: told over ten years, opened and, but for the
 * newest twenty, closed. What was made before is replaced. `owner` is in nobody's way (see setup/owner.ts).
 */
export async function fill(owner: pg.Client, concerns: number): Promise<void> {
  await owner.query('set synchronous_commit = off')
  await owner.query('create table if not exists one_concern as select * from concern limit 1')
  await owner.query('truncate concern_step, concern_link, concern_listed')
  await owner.query('delete from concern')
  await owner.query(`delete from duty where about_kind = 'concern'`)
  await owner.query(
    `insert into concern (agency_id, id, what, about, facts, came_by, reported_by, reported_at, heard_by, subjects, within_reach, recipient,
       keys, report, commitment, locator, reporter_recipient, reporter_key, draft_key, entry_id)
     select one.agency_id, (substr(m.at, 1, 8) || '-' || substr(m.at, 9) || '-7' || substr(m.h, 1, 3) || '-8' || substr(m.h, 4, 3) || '-' || substr(m.h, 7, 12))::uuid,
       one.what, one.about, one.facts, one.came_by, one.reported_by, m.told, one.heard_by, one.subjects, one.within_reach, one.recipient,
       one.keys, one.report, one.commitment, sha256(m.h::bytea), one.reporter_recipient, one.reporter_key, gen_random_uuid(), gen_random_uuid()
     from (select md5(n::text) as h, at.told, lpad(to_hex(floor(extract(epoch from at.told) * 1000)::bigint), 12, '0') as at
       from generate_series(1, $1::int) n,
         lateral (select now() - interval '${days} days' + (n::float8 / $1) * interval '${days - 1} days' as told) at) m, one_concern one`,
    [concerns],
  )
  // What triggers keep while people tell.
  await owner.query(
    `insert into concern_listed (agency_id, person_id, at, concern_id)
     select c.agency_id, who, c.reported_at, c.id from concern c, unnest(c.heard_by) who`,
  )
  await owner.query(
    `insert into concern_step (agency_id, id, concern_id, step, taken_by, taken_at, entry_id, reason, piece_id)
     select c.agency_id, gen_random_uuid(), c.id, step.step, $1, c.reported_at + step.after, gen_random_uuid(), step.reason,
       case when step.step = 'closed' then gen_random_uuid() end
     from (select c.*, row_number() over (order by c.reported_at desc) as newest from concern c) c,
       (values ('opened', interval '1 hour', 'work'), ('closed', interval '20 hours', null)) step (step, after, reason)
     where step.step = 'opened' or c.newest > 20`,
    [cast.ellen.id],
  )
  await owner.query(
    `insert into concern_link (agency_id, id, concern_id, person_id, part, linked_by, linked_at, entry_id)
     select c.agency_id, gen_random_uuid(), c.id, case when c.at % ($1::int / ${ofOneChild}) = 0 then $2::uuid else gen_random_uuid() end,
       'child', $3, c.reported_at + interval '2 hours', gen_random_uuid()
     from (select *, row_number() over (order by reported_at) as at from concern) c`,
    [concerns, cast.jamie.id, cast.ellen.id],
  )
  await owner.query('vacuum analyze')
}

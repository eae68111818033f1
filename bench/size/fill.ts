import type pg from 'pg'
import { agencies, cast } from '../../src/demo/index.ts'

/** How many messages each conversation has, and how many conversations each worker. */
const each = 50
const ofWorker = 25
/** Two years, so that a search by day has many of them to go through. */
const days = 730

/** What people say to families about a club, put together two at a time. */
const sentences = [
  'Thursday starts at half past six this week, in the big hall.',
  'Please bring trainers and a drink.',
  'The minibus leaves from the car park at four.',
  'Thank you for letting us know, we will see you next week.',
  'The form for the trip is on the table by the door.',
  'Can you tell us whether anybody has an allergy?',
  'He did really well today and helped the younger ones.',
  'She has left her coat here, we will keep it safe.',
  'Football is off because the pitch is under water.',
  'We are back at the centre by nine at the latest.',
  'Is there anything we should know before the weekend?',
  'The photographs will not be taken by us this time.',
  'Yes, that is fine with us.',
  'We are running ten minutes late, sorry.',
  'The drama group needs two more people for the play.',
  'Homework club is in the library until half term.',
]

/** A word that is in every eighth message or so, one in every two hundredth, and one in ten messages of all. */
export const words = { common: 'trainers', some: 'kayak', rare: 'harbourmaster' } as const

/**
 * Makes one organisation in which as many messages were said over two years, by workers who have twenty-five conversations each with
 * fifty messages. Amira and seven others answer to Carys; the more messages, the more other workers there are. What was there
 * before is replaced. `owner` is in nobody's way (see setup/owner.ts).
 */
export async function fill(owner: pg.Client, messages: number): Promise<void> {
  const conversations = Math.ceil(messages / each)
  await owner.query(`set maintenance_work_mem = '512MB'; set work_mem = '64MB'; set synchronous_commit = off`)
  await owner.query('drop index if exists message_by_words, message_in_order')
  await owner.query(
    'alter table message drop constraint if exists message_agency_id_conversation_id_author_id_draft_key_key',
  )
  await owner.query('truncate message, participant, conversation cascade')
  await owner.query(`delete from person where name like 'Filled %'`)
  await people(owner, conversations)
  await owner.query(
    `insert into conversation (agency_id, id, subject, opened_by, opened_at, entry_id)
     select $1, c.id, 'Group ' || c.number, c.worker, now() - interval '${days} days', gen_random_uuid() from filled c`,
    [agencies.riverside.id],
  )
  await owner.query(
    `insert into participant (agency_id, conversation_id, person_id, part, added_at, seen_at, entry_id)
     select $1, c.id, who.id, who.part, now() - interval '${days} days', now(), gen_random_uuid() from filled c,
       lateral (values (c.worker, 'worker'), (c.parent, 'parent'), ($2::uuid, 'second-adult')) as who (id, part)
     where who.part <> 'second-adult' or c.number % ${ofWorker} = 0`,
    [agencies.riverside.id, cast.dev.id],
  )
  await owner.query(
    `insert into message (agency_id, id, conversation_id, author_id, body, sent_at, draft_key, entry_id)
     select $1, (substr(m.at, 1, 8) || '-' || substr(m.at, 9) || '-7' || substr(m.h, 1, 3) || '-8' || substr(m.h, 4, 3) || '-' || substr(m.h, 7, 12))::uuid,
       c.id, case when m.n % 2 = 0 then c.worker else c.parent end,
       ($2::text[])[1 + ('x' || substr(m.h, 20, 4))::bit(16)::int % $3] || ' ' || ($2::text[])[1 + ('x' || substr(m.h, 24, 4))::bit(16)::int % $3]
         || case when ('x' || substr(m.h, 28, 4))::bit(16)::int % 200 = 0 then ' Bring the kayak.' else '' end
         || case when m.n % $4 = 7 then ' Ask the harbourmaster.' else '' end,
       m.sent, gen_random_uuid(), gen_random_uuid()
     from (select n, md5(n::text) as h, at.sent, lpad(to_hex(floor(extract(epoch from at.sent) * 1000)::bigint), 12, '0') as at
       from generate_series(1, $5::int) n,
         lateral (select now() - interval '${days} days' + (n::float8 / $5) * interval '${days} days' as sent) at) m
     join filled c on c.number = (m.n::bigint * 7919) % $6`,
    [
      agencies.riverside.id,
      sentences,
      sentences.length,
      Math.max(8, Math.floor(messages / 10)),
      messages,
      conversations,
    ],
  )
  await indexes(owner)
  // What triggers keep while people write.
  await owner.query(
    `insert into conversation_newest (agency_id, conversation_id, newest)
     select c.agency_id, c.id, coalesce((select m.id from message m
       where m.agency_id = c.agency_id and m.conversation_id = c.id order by m.id desc limit 1), c.id) from conversation c`,
  )
  await owner.query('vacuum analyze')
}

/** Who works with whom: amira and seven more to Carys, everybody else to nobody in particular. */
async function people(owner: pg.Client, conversations: number): Promise<void> {
  const workers = Math.ceil(conversations / ofWorker)
  const like = (count: number, model: string, name: string, manager: string | null) =>
    owner.query(
      `insert into person select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'email', null, 'phone', null,
         'login_id', null, 'manager_id', case when n < 8 then $4::text end, 'name', 'Filled ' || $3 || n))).*
       from person p, generate_series(1, $1::int) n where p.id = $2`,
      [count, model, name, manager],
    )
  await like(Math.max(workers - 1, 0), cast.amira.id, 'worker ', cast.carys.id)
  await like(Math.ceil(conversations / 4), cast.sam.id, 'parent ', null)
  await owner.query(`drop table if exists filled`)
  await owner.query(
    `create temporary table filled as
     with w as (select id, row_number() over (order by id <> $2::uuid, manager_id is null, name) - 1 as at from person
         where id = $2 or name like 'Filled worker %'),
       p as (select id, row_number() over (order by id) - 1 as at from person where name like 'Filled parent %')
     select number::bigint, gen_random_uuid() as id, w.id as worker, p.id as parent from generate_series(0, $1::int - 1) number
       join w on w.at = number / ${ofWorker} join p on p.at = number / 4`,
    [conversations, cast.amira.id],
  )
  await owner.query('create index on filled (number); analyze filled')
}

async function indexes(owner: pg.Client): Promise<void> {
  await owner.query('create index message_in_order on message (agency_id, conversation_id, id)')
  await owner.query(
    'create index message_by_words on message using gin (words_of_day(agency_id, sent_at, body)) with (gin_pending_list_limit = 256)',
  )
}

import { randomUUID } from 'node:crypto'
import { agencies, cast } from '../../src/demo/index.ts'
import { newId } from '../../src/kit/ids.ts'
import { newToken, tokenHash } from '../../src/kit/tokens.ts'
import type { Lanyard } from '../setup/lanyard.ts'
import { asOwner } from '../setup/owner.ts'
import { signedToken } from '../setup/people.ts'

/** A conversation of one worker with one parent, and the cookie by which each of them comes. */
export interface Pair {
  readonly conversation: string
  readonly worker: string
  readonly parent: string
}

/** How many conversations each worker has: nobody may keep more than twenty streams open. */
const each = 20

const clones = (table: string) => `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object(
  'person_id', n.id, 'id', gen_random_uuid()))).* from ${table} t, unnest($1::uuid[]) as n (id) where t.person_id = $2`

/** As many conversations between workers like Amira and parents like Sam, everybody signed in. */
export const openCrowd = ({ ownerUrl, secrets }: Lanyard, count: number): Promise<readonly Pair[]> =>
  asOwner(ownerUrl, async owner => {
    const workers = Array.from({ length: Math.ceil(count / each) }, () => newId())
    const parents = Array.from({ length: count }, () => newId())
    const like = (ids: readonly string[], model: string) =>
      owner.query(
        `insert into person select (jsonb_populate_record(p, jsonb_build_object('id', n.id, 'email', null, 'phone', null,
           'name', 'Person ' || n.number, 'login_id', case when p.login_id is not null then n.id::text end))).*
         from person p, unnest($1::uuid[]) with ordinality as n (id, number) where p.id = $2`,
        [ids, model],
      )
    await like(workers, cast.amira.id)
    await like(parents, cast.sam.id)
    await owner.query(clones('role_grant'), [workers, cast.amira.id])
    await owner.query(clones('signature'), [workers, cast.amira.id])
    const tokens = workers.map(() => randomUUID())
    await owner.query(
      `insert into auth.session (id, token, "expiresAt", "updatedAt", "userId", factor)
       select token, token, now() + interval '1 day', now(), id, 'totp' from unnest($1::text[], $2::text[]) as n (token, id)`,
      [tokens, workers],
    )
    const familyTokens = parents.map(newToken)
    await owner.query(
      `insert into family_session (token_hash, agency_id, person_id, link_id, started_at, expires_at)
       select hash, $3, id, gen_random_uuid(), now(), now() + interval '1 day' from unnest($1::bytea[], $2::uuid[]) as n (hash, id)`,
      [familyTokens.map(tokenHash), parents, agencies.riverside.id],
    )
    const conversations = parents.map(() => newId())
    const ofWorker = <T>(all: readonly T[], at: number) => all[Math.floor(at / each)] as T
    await owner.query(
      `insert into conversation (agency_id, id, subject, opened_by, opened_at, entry_id)
       select $3, id, 'Thursday', worker, now(), gen_random_uuid() from unnest($1::uuid[], $2::uuid[]) as n (id, worker)`,
      [conversations, parents.map((_, at) => ofWorker(workers, at)), agencies.riverside.id],
    )
    // What a trigger keeps while people write.
    await owner.query(
      `insert into conversation_newest (agency_id, conversation_id, newest) select $2, id, id from unnest($1::uuid[]) as n (id)`,
      [conversations, agencies.riverside.id],
    )
    await owner.query(
      `insert into participant (agency_id, conversation_id, person_id, part, added_at, seen_at, notified_at, entry_id)
       select $4, n.id, who.id, who.part, now(), now(), now(), gen_random_uuid()
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as n (id, worker, parent),
         lateral (values (n.worker, 'worker'), (n.parent, 'parent')) as who (id, part)`,
      [conversations, parents.map((_, at) => ofWorker(workers, at)), parents, agencies.riverside.id],
    )
    return conversations.map((conversation, at) => ({
      conversation,
      worker: `lanyard.session_token=${signedToken(secrets, ofWorker(tokens, at))}`,
      parent: `lanyard.family=${familyTokens[at]}`,
    }))
  })

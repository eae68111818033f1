import { sql } from 'kysely'
import { hasRole, lineOf } from '../people/index.ts'
import type { PersonActor, PersonId, Reader } from '../records/index.ts'
import { maySupervise, maySuperviseAll } from './rules.ts'
import type { ConversationId } from './tables.ts'

/** Somebody of a family in a conversation that goes on, with the staff and the others of the family who are in it. */
export interface FamilyPlace {
  readonly conversation: ConversationId
  readonly subject: string
  readonly person: PersonId
  readonly name: string
  readonly staff: string
  readonly family: string | null
}

/**
 * Where words that came from outside may belong: the families in the conversations that the reader answers for and that go on,
 * by a part of a name or subject, or of one person; the newest first, at most twenty. Nobody for whoever answers for none.
 */
export async function familyPlaces(
  reader: Reader<PersonActor>,
  which: { readonly find: string } | { readonly person: PersonId },
): Promise<readonly FamilyPlace[]> {
  const { db, actor } = reader
  const all = await hasRole(reader, ...maySuperviseAll)
  if (!all && !(await hasRole(reader, ...maySupervise))) return []
  const line = all ? [] : [...(await lineOf(reader, actor.personId))]
  const like = 'find' in which ? `%${which.find.replace(/[\\%_]/g, '\\$&')}%` : null
  const one = 'person' in which ? which.person : null
  const { rows } = await sql<FamilyPlace>`
    select c.id as conversation, c.subject, p.person_id as person, who.name, s.names as staff, f.names as family
    from conversation c
    join participant p on p.agency_id = c.agency_id and p.conversation_id = c.id and p.left_at is null
      and p.part in ('child', 'parent')
    join person who on who.agency_id = p.agency_id and who.id = p.person_id
    cross join lateral (select string_agg(n.name, ', ' order by n.name) as names,
        bool_or(o.person_id = any(${line}::uuid[])) as theirs
      from participant o join person n on n.agency_id = o.agency_id and n.id = o.person_id
      where o.agency_id = c.agency_id and o.conversation_id = c.id and o.left_at is null
        and o.part in ('worker', 'second-adult')) s
    cross join lateral (select string_agg(n.name, ', ' order by n.name) as names
      from participant o join person n on n.agency_id = o.agency_id and n.id = o.person_id
      where o.agency_id = c.agency_id and o.conversation_id = c.id and o.left_at is null
        and n.kind <> 'staff' and o.person_id <> p.person_id) f
    where c.agency_id = ${actor.agencyId} and c.ended_at is null and (${all} or s.theirs)
      and (${one}::uuid is null or p.person_id = ${one}::uuid)
      and (${like}::text is null or who.name ilike ${like} or c.subject ilike ${like})
    order by c.id desc, who.name limit 20`.execute(db)
  return rows
}

import type { Permitted } from '../../kit/proof.ts'
import { type PersonActor, type PersonId, type Recorded, record, type Writer } from '../../records/index.ts'
import type { PersonHere } from '../access.ts'
import { goneTopic } from '../leaving/gone.ts'
import { tables } from '../queries.ts'

/**
 * Ends every link that a child, parent or carer was sent, and every session that came of one: for a lost phone, or an
 * address that others can read. What is open to them closes. The next message to them brings a new link.
 */
export async function endLinks(
  writer: Writer<PersonActor>,
  { person }: Permitted<'end-links', PersonHere>,
): Promise<Recorded<PersonId>> {
  return endWaysIn(writer, person.id)
}

/** The same for somebody who has no way in any more because of what was decided about them; the caller has checked who decides. */
export async function endWaysIn(writer: Writer<PersonActor>, id: PersonId): Promise<Recorded<PersonId>> {
  const { db, actor, now } = writer
  for (const table of ['family_link', 'family_session'] as const)
    await tables(db)
      .updateTable(table)
      .set({ ended_at: now })
      .where('agency_id', '=', actor.agencyId)
      .where('person_id', '=', id)
      .where('ended_at', 'is', null)
      .execute()
  writer.announce(goneTopic(id))
  const done = await record(writer, {
    event: 'family-link.ended',
    about: [{ kind: 'person', id: id }],
    cites: [],
    content: { person: id, at: now.toISOString() },
  })
  return done.with(id)
}

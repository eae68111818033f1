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
  const { db, actor, now } = writer
  for (const table of ['family_link', 'family_session'] as const)
    await tables(db)
      .updateTable(table)
      .set({ ended_at: now })
      .where('agency_id', '=', actor.agencyId)
      .where('person_id', '=', person.id)
      .where('ended_at', 'is', null)
      .execute()
  writer.announce(goneTopic(person.id))
  const done = await record(writer, {
    event: 'family-link.ended',
    about: [{ kind: 'person', id: person.id }],
    cites: [],
    content: { person: person.id, at: now.toISOString() },
  })
  return done.with(person.id)
}

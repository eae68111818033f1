import { sql } from 'kysely'
import { routes as agreements } from '../agreements/index.ts'
import { inDays } from '../kit/clock.ts'
import type { Reader } from '../records/index.ts'
import { Inset, Link } from '../ui/index.ts'
import type { ConversationId, ConversationRow } from './queries.ts'
import type { ConversationEndTable } from './tables.ts'

export interface EndRow {
  readonly ended_at: Date
  readonly worker_name: string
  readonly purpose: string
  readonly why: ConversationEndTable['why']
}

/** How a conversation ended; undefined when it has not. */
export async function selectEnd({ db, actor }: Reader, id: ConversationId): Promise<EndRow | undefined> {
  const { rows } = await sql<EndRow>`
    select e.ended_at, e.purpose, e.why, p.name as worker_name from conversation_end e
    join person p on p.agency_id = e.agency_id and p.id = e.worker_id
    where e.agency_id = ${actor.agencyId} and e.conversation_id = ${id}`.execute(db)
  return rows[0]
}

/** Said by the organisation, to everybody who can read it. */
export const Ended = ({ end, place }: { readonly end: EndRow; readonly place: string }) => (
  <Inset>
    <strong>{place}:</strong> this conversation ended on {inDays(end.ended_at)}, because{' '}
    {end.why === 'work'
      ? `${end.worker_name}’s work with the family (${end.purpose}) ended`
      : 'nobody of the family is in it any more'}
    . Everybody here can still read it, and nothing more is sent in it.
  </Inset>
)

/** The children in it whom nobody may write to on the page today. */
export const notAgreedIn = ({ participants }: ConversationRow) =>
  participants.filter(one => one.agreed === false)

/** Whether contact with every child in it is agreed to. */
export const isOpen = (conversation: ConversationRow): boolean => notAgreedIn(conversation).length === 0

/** Said to staff above where they would write. */
export const NotAgreed = ({ conversation }: { readonly conversation: ConversationRow }) => (
  <>
    {notAgreedIn(conversation).map(({ person_id, name }) => (
      <Inset key={person_id}>
        <strong>Closed for now.</strong> Nobody has agreed to contact with {name} here, or somebody says no to
        it. Nothing can be sent to them or from them; what {name} writes all the same reaches the designated
        person. <Link href={agreements.child.to({ child: person_id })}>Ask for agreement, or read why</Link>
      </Inset>
    ))}
  </>
)

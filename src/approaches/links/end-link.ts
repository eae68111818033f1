import { closeDuties } from '../../duties/index.ts'
import { newId } from '../../kit/ids.ts'
import type { Permitted } from '../../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import { linkEndEvidence } from './evidence.ts'
import { insertLinkEnd, type LinkRow } from './queries.ts'
import type { LinkEndTable, LinkId } from './tables.ts'

/** Whoever declared a personal link says that it is no longer so. Nothing is owed about it from then on. */
export const endLink = (
  writer: Writer<PersonActor>,
  link: Permitted<'end', LinkRow>,
): Promise<Recorded<LinkId>> =>
  endOne(writer, link, { ended_by: writer.actor.personId, because: 'no-longer' })

/** Ends one: as whoever declared it says; or because they have left. */
export async function endOne(
  writer: Writer,
  link: LinkRow,
  how: Pick<LinkEndTable, 'ended_by' | 'because'>,
): Promise<Recorded<LinkId>> {
  const { db, actor, now } = writer
  const row: LinkEndTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    link_id: link.id,
    ...how,
    ended_at: now,
    entry_id: newEntryId(writer),
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'personal-link.ended',
        about: [
          { kind: 'personal-link-end', id: row.id },
          { kind: 'personal-link', id: link.id },
        ],
        cites: ['SN-DONT-2'],
        content: contentOf(linkEndEvidence, row),
      },
      { id: row.entry_id, value: link.id },
    ),
    insertLinkEnd(db, row),
  ])
  for (const kind of ['decide-link', 'review-link', 'read-link'] as const)
    await closeDuties(writer, { kind, aboutId: link.id }, row.entry_id)
  return done
}

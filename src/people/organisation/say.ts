import { newId } from '../../kit/ids.ts'
import { enqueue } from '../../kit/jobs/index.ts'
import { Already, type Permitted } from '../../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import { selectAgency, tables } from '../queries.ts'
import { organisationEvidence } from './evidence.ts'
import type { OrganisationFacts } from './organisation-facts.ts'
import type { Part, Said } from './parts.ts'
import { factTables } from './queries.ts'

/** Posters are bound to what the organisation says of itself: they are looked at as soon as this commits. */
const postersAreLookedAt = ({ db, actor }: Writer): Promise<void> =>
  enqueue(db, {
    task: 'look-at-posters-of',
    payload: { agencyId: actor.agencyId },
    key: `look-at-posters-of ${actor.agencyId}`,
  })

type Here = Permitted<'change-organisation', OrganisationFacts>

/** Says one part of what the organisation says of itself: it stands from now on, and what stood before stays in its row. */
export async function say<P extends Part>(
  writer: Writer<PersonActor>,
  _here: Here,
  part: P,
  said: Said[P],
  personId: PersonId | null = null,
): Promise<Recorded<undefined>> {
  const { db, actor, now } = writer
  const entryId = newEntryId(writer)
  const row = {
    agency_id: actor.agencyId,
    id: newId<'organisation-fact'>(now.getTime()),
    part,
    person_id: personId,
    said,
    set_by: actor.personId,
    set_at: now,
    entry_id: entryId,
  }
  const about = { kind: 'organisation-fact', id: row.id }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'organisation.said',
        about: personId ? [about, { kind: 'person', id: personId }] : [about],
        cites: part === 'contact' || part === 'lado' || part === 'outside' ? ['REP-4'] : [],
        content: contentOf(organisationEvidence, row),
      },
      { id: entryId, value: undefined },
    ),
    postersAreLookedAt(writer),
    factTables(db)
      .insertInto('organisation_fact')
      .values({ ...row, said: JSON.stringify(said) })
      .execute(),
  ])
  return done
}

export type Reach = Record<'phone' | 'email' | 'web' | 'out_of_hours', string | null>

/** Changes how the organisation itself is reached: what a family may be given, and what a message may hold. */
export async function changeReach(
  writer: Writer<PersonActor>,
  _here: Here,
  reach: Reach,
): Promise<Recorded<undefined> | Already<undefined>> {
  const { db, actor } = writer
  const { phone, email, web, out_of_hours } = await selectAgency(db, actor.agencyId)
  const before: Reach = { phone, email, web, out_of_hours }
  if (Object.entries(reach).every(([name, value]) => before[name as keyof Reach] === value))
    return new Already(undefined)
  const [done] = await Promise.all([
    record(writer, {
      event: 'agency.changed',
      about: [{ kind: 'agency', id: actor.agencyId }],
      cites: [],
      content: { id: actor.agencyId, before, now: reach },
    }),
    postersAreLookedAt(writer),
    tables(db).updateTable('agency').set(reach).where('id', '=', actor.agencyId).execute(),
  ])
  return done
}

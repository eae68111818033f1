import { endDuties, openDuties } from '../../duties/index.ts'
import type { StatementId } from '../../guidance/index.ts'
import { newId } from '../../kit/ids.ts'
import { Already, type Permitted, Refused, refuse } from '../../kit/proof.ts'
import {
  type Change,
  contentOf,
  type EntryId,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Reader,
  type Recorded,
  type Role,
  record,
  type Writer,
} from '../../records/index.ts'
import type { PersonHere } from '../access.ts'
import { handoverEvidence } from '../evidence.ts'
import { changePerson } from '../person/change-person.ts'
import { endRole, lastOf } from '../person/change-roles.ts'
import { type Choosable, selectChoosable, selectGrants } from '../person/queries.ts'
import { holdAgency, type PersonTable, tables, type Went } from '../queries.ts'
import { endSignIn } from '../sign-in/end-sign-in.ts'
import { leaveTeam } from '../teams/members.ts'
import { selectTeamsOf } from '../teams/queries.ts'
import { goneTopic } from './gone.ts'
import type { AskedAnew, Chosen, HandingRefusal, Held, Holding } from './holding.ts'
import { holdPerson, wouldOpenToNobody } from './queries.ts'

/** Who takes over each kind of thing, by the holding's kind. */
export type Takers = Readonly<Record<string, PersonId | undefined>>

export type LeavingRefusal =
  | Refused<'last-of-role', { readonly name: string; readonly role: Role }>
  | Refused<'nobody-chosen', Chosen>
  | Refused<'cannot-take', Chosen>
  | Refused<'opens-to-nobody', { readonly name: string }>
  | HandingRefusal

type Part = { readonly held: readonly Held[] } & (
  | { readonly holding: Chosen; readonly to: PersonId }
  | { readonly holding: AskedAnew; readonly to: null }
)

/**
 * Lets somebody leave the agency, now. Everything that was theirs is another's when this commits, and their sessions,
 * sign-ins under way, invitation and links to a new password are gone; streams that are open to them end as soon as the
 * commit is told. Refuses, and then nothing is done, while anything would be nobody's. The database refuses the same.
 */
export async function leaveAgency(
  writer: Writer<PersonActor>,
  { person: { id } }: Permitted<'let-leave', PersonHere>,
  holdings: readonly Holding[],
  takers: Takers,
): Promise<Change<PersonId, LeavingRefusal>> {
  const { db, actor, now } = writer
  await holdAgency(db, actor.agencyId)
  const person = await holdPerson(db, actor.agencyId, id)
  if (!person || person.left_at) return new Already(id)
  const grants = await selectGrants(db, actor.agencyId, id)
  const last = await lastOf(writer, id, grants)
  if (last) return refuse('last-of-role', { name: person.name, role: last })
  const parts = await partsOf(writer, id, holdings, takers)
  if (parts instanceof Refused) return parts
  // Last, so that nobody asks it who would not have let them leave that moment.
  if (await wouldOpenToNobody(db, id)) return refuse('opens-to-nobody', { name: person.name })

  const entry = newEntryId(writer)
  await changePerson(writer, person, { left_at: now }, { event: 'person.left', cites: leavingCites })
  for (const grant of grants) await endRole(writer, grant)
  for (const { holding, held, to } of parts) {
    const no = await (to === null
      ? holding.handOver(writer, { from: id, entry })
      : holding.handOver(writer, { from: id, to, held, entry }))
    if (no) return no
  }
  await endTheRest(writer, person, entry)
  return recordHandover(writer, id, parts, entry)
}

// Contact ends with the work, and nothing of it is kept for private use.
const leavingCites: readonly StatementId[] = ['SN-POOR-2', 'EM-POOR-2']

/**
 * Who may be given what a leaver had. Nobody gives it to themselves, unless nobody else is there who could take it: an
 * organisation of two must be able to let one of them leave.
 */
export async function takersOf(
  { db, actor }: Reader<PersonActor>,
  { roles }: Chosen,
  from: PersonId,
): Promise<readonly Choosable[]> {
  const fit = (await selectChoosable(db, actor.agencyId)).filter(
    one => one.id !== from && one.roles.some(role => roles.includes(role)),
  )
  const others = fit.filter(({ id }) => id !== actor.personId)
  return others.length > 0 ? others : fit
}

/** What there is to hand over and to whom; or the first thing of it that nobody, or nobody who may, was chosen for. */
async function partsOf(
  writer: Writer<PersonActor>,
  from: PersonId,
  holdings: readonly Holding[],
  takers: Takers,
): Promise<readonly Part[] | Refused<'nobody-chosen', Chosen> | Refused<'cannot-take', Chosen>> {
  const parts: Part[] = []
  for (const holding of holdings) {
    const held = await holding.heldBy(writer, from)
    if (held.length === 0) continue
    if (holding.roles === 'asked-anew') {
      parts.push({ holding, held, to: null })
      continue
    }
    const to = takers[holding.kind]
    if (!to) return refuse('nobody-chosen', holding)
    const taker = (await takersOf(writer, holding, from)).find(({ id }) => id === to)
    if (!taker) return refuse('cannot-take', holding)
    parts.push({ holding, held, to })
  }
  return parts
}

/** What is the person's alone and ends with them. */
async function endTheRest(writer: Writer, person: PersonTable, entry: EntryId): Promise<void> {
  const { db, actor, now } = writer
  for (const { team_name: _, ...place } of await selectTeamsOf(db, actor.agencyId, person.id))
    await leaveTeam(writer, place)
  await endDuties(writer, person.id, entry)
  await tables(db)
    .updateTable('invitation')
    .set({ expires_at: now, token_hash: null })
    .where('agency_id', '=', actor.agencyId)
    .where('person_id', '=', person.id)
    .where('accepted_at', 'is', null)
    .execute()
  if (person.login_id) await endSignIn(db, person.login_id)
  writer.announce(goneTopic(person.id))
}

/** One entry for the whole of it: what went to whom. Everybody who was given something has a duty to take it up. */
async function recordHandover(
  writer: Writer,
  from: PersonId,
  parts: readonly Part[],
  entry: EntryId,
): Promise<Recorded<PersonId>> {
  const { db, actor, now } = writer
  const went = parts.map(
    ({ holding, held, to }): Went => ({ kind: holding.kind, to, things: held.map(one => one.id) }),
  )
  const row = {
    agency_id: actor.agencyId,
    id: newId<'handover'>(now.getTime()),
    person_id: from,
    made_at: now,
    went,
    entry_id: entry,
  }
  const takers = [...new Set(parts.flatMap(part => part.to ?? []))]
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'handover.made',
        about: [
          { kind: 'handover', id: row.id },
          { kind: 'person', id: from },
          ...takers.map(id => ({ kind: 'person', id })),
        ],
        cites: leavingCites,
        content: contentOf(handoverEvidence, row),
      },
      { id: entry, value: from },
    ),
    tables(db)
      .insertInto('handover')
      .values({ ...row, went: JSON.stringify(went) })
      .execute(),
  ])
  await openDuties(writer, 'take-over', takers, { kind: 'person', id: from }, entry)
  return done
}

import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { days, later } from '../kit/clock.ts'
import { newId } from '../kit/ids.ts'
import { enqueue } from '../kit/jobs/index.ts'
import { type Refused, refuse } from '../kit/proof.ts'
import { newCode, newToken, tokenHash } from '../kit/tokens.ts'
import type { PersonId, Reader, Writer } from '../records/index.ts'
import { goneTopic } from './leaving/gone.ts'
import { type FamilyLinkTable, tables } from './queries.ts'
import { routes } from './routes.ts'

/** How long a link stays good, a code stays good, and how many wrong codes end a link. */
export const linkGoodFor = days(14)
const codeGoodFor = 15 * 60_000
const wrongCodesAllowed = 5

/** Has a person of a family sent a link to their conversations. Its secret is made when the mail is, and kept only as a hash. */
export async function notifyFamily(writer: Writer, personId: PersonId): Promise<void> {
  const { agencyId } = writer.actor
  await enqueue(writer.db, {
    task: 'family-link',
    payload: { agencyId, personId },
    key: `family-link:${personId}`,
  })
}

/** Makes a fresh link for a person. Earlier links stay good until they end by themselves. */
export async function makeFamilyLink(writer: Writer, personId: PersonId): Promise<string> {
  const token = newToken()
  const row: FamilyLinkTable = {
    agency_id: writer.actor.agencyId,
    id: newId(writer.now.getTime()),
    person_id: personId,
    conversation_id: null,
    token_hash: tokenHash(token),
    code_hash: null,
    code_expires_at: null,
    wrong_codes: 0,
    expires_at: later(writer.now, linkGoodFor),
    ended_at: null,
  }
  await tables(writer.db).insertInto('family_link').values(row).execute()
  return token
}

/** Makes a fresh link for a person, to be sent by another way than mail: where it leads, without the address of this installation. */
export const familyLink = async (writer: Writer, personId: PersonId): Promise<string> =>
  routes.familyLink.to({ token: await makeFamilyLink(writer, personId) })

/** Makes the code that goes with a link, to be sent to the address on file. A new one replaces the last. */
export async function makeCode(writer: Writer, linkId: FamilyLinkTable['id']): Promise<string> {
  const code = newCode()
  await change(writer, linkId, {
    code_hash: hashOf(linkId, code),
    code_expires_at: later(writer.now, codeGoodFor),
  })
  return code
}

const hashOf = (linkId: string, code: string) => tokenHash(`${linkId}:${code}`)

/** Opens a session if the code is right: a cookie's secret for as long as `minutes`. Five wrong codes end the link. */
export async function enterByCode(
  writer: Writer,
  linkId: FamilyLinkTable['id'],
  code: string,
  minutes: number,
): Promise<string | Refused<'wrong'> | Refused<'ended'>> {
  const { db, now, actor } = writer
  const link = await tables(db)
    .selectFrom('family_link')
    .selectAll()
    .where('agency_id', '=', actor.agencyId)
    .where('id', '=', linkId)
    .forUpdate()
    .executeTakeFirst()
  if (!link || link.ended_at) return refuse('ended')
  const right =
    link.code_hash &&
    link.code_expires_at &&
    link.code_expires_at > now &&
    timingSafeEqual(link.code_hash, hashOf(linkId, code))
  if (!right) {
    const wrong = link.wrong_codes + 1
    await change(writer, linkId, {
      wrong_codes: wrong,
      ...(wrong >= wrongCodesAllowed ? { ended_at: now } : {}),
    })
    return wrong >= wrongCodesAllowed ? refuse('ended') : refuse('wrong')
  }
  // A code is good once: a second use of the same one is a wrong code.
  await change(writer, linkId, { code_hash: null, wrong_codes: 0 })
  const token = newToken()
  await tables(db)
    .insertInto('family_session')
    .values({
      token_hash: tokenHash(token),
      agency_id: actor.agencyId,
      person_id: link.person_id,
      link_id: linkId,
      started_at: now,
      expires_at: later(now, minutes * 60_000),
      ended_at: null,
    })
    .execute()
  return token
}

/** Ends one session of a person of a family. Whatever is open to them closes; on another device it opens again. */
export async function endFamilySession(writer: Writer, personId: PersonId, token: string): Promise<void> {
  await tables(writer.db)
    .updateTable('family_session')
    .set({ ended_at: writer.now })
    .where('token_hash', '=', tokenHash(token))
    .execute()
  writer.announce(goneTopic(personId))
}

async function change(
  writer: Writer,
  linkId: FamilyLinkTable['id'],
  set: Partial<FamilyLinkTable>,
): Promise<void> {
  await tables(writer.db)
    .updateTable('family_link')
    .set(set)
    .where('agency_id', '=', writer.actor.agencyId)
    .where('id', '=', linkId)
    .execute()
}

/** Not somebody who was a parent or carer here and is nobody's any more. */
const hearsOf = sql<boolean>`coalesce((select bool_or(t.until is null) from family_tie t
    where t.agency_id = person.agency_id and t.parent_id = person.id), true)`

/** Whom a link belongs to, for sending them their code. Nobody who has left, or is to hear of no child any more, is sent anything. */
export function linkHolder(reader: Reader, personId: PersonId) {
  return tables(reader.db)
    .selectFrom('person')
    .select(['name', 'email', 'phone', 'way'])
    .where('agency_id', '=', reader.actor.agencyId)
    .where('id', '=', personId)
    .where('left_at', 'is', null)
    .where(hearsOf)
    .executeTakeFirst()
}

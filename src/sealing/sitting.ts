import { sql } from 'kysely'
import { later } from '../kit/clock.ts'
import type { Db } from '../kit/db/index.ts'
import { seal, unseal } from '../kit/seal.ts'
import { newToken } from '../kit/tokens.ts'
import { hasRole } from '../people/index.ts'
import { type Ground, type PersonActor, type Reader, withoutEntry } from '../records/index.ts'
import { carriedBy, sealingCookie } from './carried.ts'
import { keepForRecovery } from './recovery/keep.ts'
import { mayHaveKey, unlockedFor as times } from './rules.ts'
import { type KeyId, type SittingTable, tables } from './tables.ts'
import { type Unlocked, unlocked } from './unlocked.ts'

const purpose = 'an unlocked key'

const about = ({ agencyId, personId }: PersonActor, sessionId: string) =>
  `${agencyId} ${personId} ${sessionId}`

/** A use is noted this seldom, in milliseconds. */
const noted = 60_000

interface Sitting extends SittingTable {
  readonly in_force: boolean
}

async function selectSitting(db: Db, actor: PersonActor, session: string): Promise<Sitting | undefined> {
  const { rows } = await sql<Sitting>`
    select s.*, exists (select from sealing_key k where k.agency_id = s.agency_id and k.id = s.key_id
        and k.ended_at is null) as in_force
    from sealing_sitting s join auth.session a on a.id = s.session_id
    where s.agency_id = ${actor.agencyId} and s.person_id = ${actor.personId} and a.token = ${session}`.execute(
    db,
  )
  return rows[0]
}

/** Whether it stands still: not too long unused, and not too long at all. */
const stands = ({ opened_at, used_at, in_force }: Sitting, now: Date): boolean =>
  in_force && later(opened_at, times.most) > now && later(used_at, times.unused) > now

/**
 * The reader's own key, if they have unlocked it in this sign-in and on this device and it is not locked again. It is asked
 * for anew at each request: signing out, leaving, losing the role and locking it take effect at once.
 */
export async function unlockedFor(reader: Reader<PersonActor>): Promise<Unlocked | undefined> {
  const { actor, db, now } = reader
  const carried = carriedBy(actor)
  if (!carried) return undefined
  const [sitting, may] = await Promise.all([
    selectSitting(db, actor, carried.session),
    hasRole(reader, ...mayHaveKey),
  ])
  if (!sitting || !may || !stands(sitting, now)) return undefined
  const text = unseal(carried.secret, purpose, about(actor, sitting.session_id), sitting.sealed)
  if (text === undefined) return undefined
  if (later(sitting.used_at, noted) <= now) noteUse(carried.ground, actor, sitting)
  return unlocked(text.split('\n'), sitting.opened_at)
}

/** Whether a key is unlocked in this sign-in, whatever this request brings: a link from elsewhere brings no such cookie. */
export async function isUnlockedHere(reader: Reader<PersonActor>, session: string): Promise<boolean> {
  const sitting = await selectSitting(reader.db, reader.actor, session)
  return sitting !== undefined && stands(sitting, reader.now)
}

/** In a transaction of its own, as what reads cannot write. When it cannot be noted the key is locked the sooner, and that is all. */
function noteUse(ground: Ground, actor: PersonActor, { session_id }: Sitting): void {
  const note = withoutEntry(ground, actor, ({ db, now }) =>
    tables(db)
      .updateTable('sealing_sitting')
      .set({ used_at: now })
      .where('agency_id', '=', actor.agencyId)
      .where('session_id', '=', session_id)
      .execute(),
  )
  note.catch(() => {})
}

/** Keeps a key unlocked for this sign-in; gives the cookie without which what is kept opens nothing. */
export async function openSitting(
  ground: Ground,
  actor: PersonActor,
  opening: {
    readonly session: string
    readonly keyId: KeyId
    readonly identities: readonly string[]
    readonly secure: boolean
  },
): Promise<string> {
  const secret = newToken()
  await withoutEntry(ground, actor, async writer => {
    const { db, now } = writer
    const { rows } = await sql<{ id: string }>`
      select id from auth.session where token = ${opening.session}`.execute(db)
    const [session] = rows
    if (!session) throw new Error('a sign-in ended while its key was unlocked')
    const row: SittingTable = {
      agency_id: actor.agencyId,
      session_id: session.id,
      person_id: actor.personId,
      key_id: opening.keyId,
      sealed: seal(secret, purpose, about(actor, session.id), opening.identities.join('\n')),
      opened_at: now,
      used_at: now,
    }
    await tables(db)
      .deleteFrom('sealing_sitting')
      .where('agency_id', '=', row.agency_id)
      .where('session_id', '=', row.session_id)
      .execute()
    await tables(db).insertInto('sealing_sitting').values(row).execute()
    await keepForRecovery(writer, opening.keyId, opening.identities)
  })
  return sealingCookie(secret, opening.secure, times.most / 1000)
}

/** Locks the key again in this sign-in. Gives the cookie that forgets. */
export async function endSitting(
  ground: Ground,
  actor: PersonActor,
  { session, secure }: { readonly session: string; readonly secure: boolean },
): Promise<string> {
  await withoutEntry(ground, actor, async ({ db }) => {
    await sql`delete from sealing_sitting s using auth.session a
      where a.id = s.session_id and a.token = ${session} and s.agency_id = ${actor.agencyId}`.execute(db)
  })
  return sealingCookie('', secure, 0)
}

import { sql } from 'kysely'
import type { Db } from '../kit/db/index.ts'
import type { AgencyId, PersonId } from '../records/index.ts'
import type { NoticeId } from './tables.ts'

interface Which {
  readonly agencyId: AgencyId
  readonly noticeId: NoticeId
  readonly personId: PersonId
}

/** What a letter says of a notice. */
export interface Letter {
  readonly subject: string
  readonly body: string
  readonly written_by_name: string
}

/** Claims the letter about a copy that was given: for whoever claims it first, once. */
export async function claimLetter(db: Db, which: Which, at: Date): Promise<Letter | undefined> {
  const { rows } = await sql<Letter>`
    update notice_copy k set claimed_at = ${at} from notice n
      join person w on w.agency_id = n.agency_id and w.id = n.written_by
    where k.agency_id = ${which.agencyId} and k.notice_id = ${which.noticeId} and k.person_id = ${which.personId}
      and k.given_at is not null and k.claimed_at is null
      and n.agency_id = k.agency_id and n.id = k.notice_id
    returning n.subject, n.body, w.name as written_by_name`.execute(db)
  return rows[0]
}

export async function setHanded(db: Db, which: Which, at: Date): Promise<void> {
  await sql`update notice_copy set handed_at = ${at} where agency_id = ${which.agencyId}
    and notice_id = ${which.noticeId} and person_id = ${which.personId} and claimed_at is not null`.execute(
    db,
  )
}

/** Surely not taken: it may be claimed again. */
export async function unclaim(db: Db, which: Which): Promise<void> {
  await sql`update notice_copy set claimed_at = null where agency_id = ${which.agencyId}
    and notice_id = ${which.noticeId} and person_id = ${which.personId} and handed_at is null`.execute(db)
}

/** Everybody of a notice whose letter was claimed before a time and never said to be taken, claimed no more. */
export async function unclaimUnsure(
  db: Db,
  which: Pick<Which, 'agencyId' | 'noticeId'>,
  before: Date,
): Promise<PersonId[]> {
  const { rows } = await sql<{ person_id: PersonId }>`
    update notice_copy set claimed_at = null where agency_id = ${which.agencyId} and notice_id = ${which.noticeId}
      and claimed_at < ${before} and handed_at is null returning person_id`.execute(db)
  return rows.map(({ person_id }) => person_id)
}

import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'

/**
 * Ends everything that a login has begun, in the caller's own transaction: every session, each sign-in that is half-way
 * through its second step, and each link to a new password. The login itself stays: it may be somebody's elsewhere too.
 */
export async function endSignIn(db: Db, loginId: string): Promise<void> {
  await sql`delete from auth.session where "userId" = ${loginId}`.execute(db)
  await sql`delete from auth.verification where value = ${loginId}`.execute(db)
}

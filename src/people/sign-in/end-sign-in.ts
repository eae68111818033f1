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

/**
 * Takes away everything a login is proved with (password, authenticator app and backup codes, passkeys) and ends what it
 * has begun. Whoever reads its mailbox sets all of it up anew, by an invitation or a link to a new password.
 */
export async function forgetProofs(db: Db, loginId: string): Promise<void> {
  await endSignIn(db, loginId)
  await sql`delete from auth.passkey where "userId" = ${loginId}`.execute(db)
  await sql`delete from auth."twoFactor" where "userId" = ${loginId}`.execute(db)
  await sql`delete from auth.account where "userId" = ${loginId} and "providerId" = 'credential'`.execute(db)
  await sql`update auth."user" set "twoFactorEnabled" = false where id = ${loginId}`.execute(db)
}

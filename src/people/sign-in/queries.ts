import { sql } from 'kysely'
import type { Db } from '../../kit/db/index.ts'
import type { AgencyId, PersonId } from '../../records/index.ts'

export interface PasskeyRow {
  id: string
  name: string | null
  createdAt: Date
}

/** A person's own passkeys, and whether an authenticator app stands beside them. Both are the sign-in library's rows. */
export async function selectSecondStep(
  db: Db,
  { agencyId, personId }: { agencyId: AgencyId; personId: PersonId },
): Promise<{ passkeys: PasskeyRow[]; app: boolean }> {
  const { rows } = await sql<{ passkeys: PasskeyRow[]; app: boolean }>`
    select coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name, 'createdAt', k."createdAt")
          order by k."createdAt") from auth.passkey k where k."userId" = p.login_id), '[]') as passkeys,
      exists (select from auth."twoFactor" t where t."userId" = p.login_id and t.verified) as app
    from person p where p.agency_id = ${agencyId} and p.id = ${personId}`.execute(db)
  const { passkeys, app } = rows[0] ?? { passkeys: [], app: false }
  return { passkeys: passkeys.map(row => ({ ...row, createdAt: new Date(row.createdAt) })), app }
}

/** Takes away one passkey of this person's login; nobody else's, whatever the id. */
export async function deletePasskey(
  db: Db,
  { agencyId, personId }: { agencyId: AgencyId; personId: PersonId },
  id: string,
): Promise<void> {
  await sql`delete from auth.passkey k using person p
    where k.id = ${id} and k."userId" = p.login_id and p.agency_id = ${agencyId} and p.id = ${personId}`.execute(
    db,
  )
}

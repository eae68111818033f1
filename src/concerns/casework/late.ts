import { sql } from 'kysely'
import type { AgencyId, Reader } from '../../records/index.ts'

/**
 * How many concerns of a member agency are late, for somebody who sits on its board: a number, and nothing that says which. One
 * that may be about the reader themself is never counted: db/migrations/0092-late-concerns.sql.
 */
export async function lateConcerns({ db, now }: Reader, agency: AgencyId): Promise<number> {
  const { rows } = await sql<{ late: number }>`select late_concerns(${agency}, ${now}) as late`.execute(db)
  return rows[0]?.late ?? 0
}

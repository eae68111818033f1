import type { PersonId } from './actor.ts'
import { selectCheckpointBefore, selectHappenings } from './queries.ts'
import type { Reader } from './transaction.ts'

/** The last checkpoint that the agency's log had before `at`: its size, and its root in base64. */
export async function checkpointBefore(
  { db, actor }: Reader,
  at: Date,
): Promise<{ readonly size: number; readonly root: string } | undefined> {
  const found = await selectCheckpointBefore(db, actor.agencyId, at)
  return found && { size: Number(found.size), root: Buffer.from(found.root).toString('base64') }
}

/** When `event` happened to a thing and who did it, the newest first, at most `limit`. */
export async function happenings(
  { db, actor }: Reader,
  which: { readonly aboutId: string; readonly event: string; readonly limit: number },
): Promise<readonly { readonly at: Date; readonly personId: PersonId | null }[]> {
  const rows = await selectHappenings(db, { agencyId: actor.agencyId, ...which })
  return rows.map(({ at, person_id }) => ({ at, personId: person_id }))
}

/** When somebody last did this to a thing, if since then. Looks at the newest hundred. */
export async function lastOf(
  reader: Reader,
  which: {
    readonly aboutId: string
    readonly event: string
    readonly personId: PersonId
    readonly since: Date
  },
): Promise<Date | undefined> {
  const found = await happenings(reader, { ...which, limit: 100 })
  return found.find(({ personId, at }) => personId === which.personId && at >= which.since)?.at
}

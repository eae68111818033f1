import { sql } from 'kysely'
import type { PersonActor, PersonId, Reader, ReceiptEntry } from '../records/index.ts'

/** A signature on paper: the entry is the second person's act, and names the signer and who recorded it. */
const event = 'policy.signed-on-paper'

interface Told {
  readonly event: string
  readonly who: string
  readonly about: readonly { readonly kind: string; readonly id: string }[]
}
// A leaf is this shape wherever it is made: src/records/log/leaf.ts.
const leafOf = ({ leaf }: Pick<ReceiptEntry, 'leaf'>) => JSON.parse(leaf) as Told
const idOf = (leaf: Told, kind: string) => leaf.about.find(one => one.kind === kind)?.id

/** Whether the entry is of this person's own signature on paper. */
export function isSigner(entry: Pick<ReceiptEntry, 'leaf'>, person: PersonId): boolean {
  const leaf = leafOf(entry)
  return leaf.event === event && idOf(leaf, 'signer') === person
}

/** By whom a signature on paper was recorded and confirmed, by name. Undefined for what was not done on paper. */
export async function onPaper(
  { db, actor }: Reader<PersonActor>,
  entry: Pick<ReceiptEntry, 'leaf'>,
): Promise<{ readonly signer: string; readonly recorder: string; readonly confirmer: string } | undefined> {
  const leaf = leafOf(entry)
  if (leaf.event !== event) return undefined
  const ids = [idOf(leaf, 'signer'), idOf(leaf, 'recorder'), leaf.who]
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from person where agency_id = ${actor.agencyId} and id = any(${ids}::uuid[])`.execute(db)
  const [signer = '', recorder = '', confirmer = ''] = ids.map(
    id => rows.find(row => row.id === id)?.name ?? '',
  )
  return { signer, recorder, confirmer }
}

import { closeDuties, type DutyTable, openDuties } from '../../duties/index.ts'
import type { EntryId, PersonId, Writer } from '../../records/index.ts'
import { concernDuties } from '../casework/rules.ts'

/** Everything that is owed in a vault because of a concern, and may be another's to do. */
export const passingDuties = [...concernDuties, 'do-concern-action'] as const
export type Passing = (typeof passingDuties)[number]

export const isPassing = (kind: DutyTable['kind']): kind is Passing => passingDuties.some(one => one === kind)

/** A duty becomes another's, due when it was due: what was late is late. `inside` is in the vault. */
export async function pass(
  inside: Writer,
  duty: Pick<DutyTable, 'kind' | 'about_kind' | 'about_id' | 'person_id' | 'due_at'>,
  { to, entry }: { readonly to: PersonId; readonly entry: EntryId },
): Promise<void> {
  const { kind, about_id: id, about_kind, person_id: person, due_at } = duty
  await closeDuties(inside, { kind, aboutId: id, person }, entry)
  await openDuties(inside, kind, [to], { kind: about_kind, id }, entry, due_at)
}

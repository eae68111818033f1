import { type Permitted, Refused, refuse } from '../../kit/proof.ts'
import {
  newEntryId,
  type PersonActor,
  type PersonId,
  type Recorded,
  type Writer,
} from '../../records/index.ts'
import type { Unlocked } from '../unlocked.ts'
import type { Held } from './access.ts'
import { askRecovery } from './ask-recovery.ts'
import { first, type HelpRefusal } from './help-recovery.ts'
import { namedAmong } from './make-recovery-key.ts'
import { selectOpenChange } from './queries.ts'
import type { RecoveryId, RecoveryKeyTable } from './tables.ts'

/** Asks another keyholder for other keyholders, and does one's own part of it at once: whoever asks is the first of the two. */
export async function askChange(
  writer: Writer<PersonActor>,
  held: Permitted<'change-keyholders', Held & { readonly key: RecoveryKeyTable }>,
  persons: readonly PersonId[],
  unlocked: Unlocked | undefined,
): Promise<Recorded<RecoveryId> | HelpRefusal | Refused<'under-way'>> {
  if (!unlocked) return refuse('locked')
  if (await selectOpenChange(writer.db, writer.actor.agencyId)) return refuse('under-way')
  const named = namedAmong(held.nameable, persons)
  if (named instanceof Refused) return named
  // One entry for both: it is asked, and the first of the two has begun.
  const entry = newEntryId(writer)
  const asked = { kind: 'keyholders', holders: named.map(({ id }) => id) } as const
  return first(writer, await askRecovery(writer, held, asked, entry), unlocked, entry)
}

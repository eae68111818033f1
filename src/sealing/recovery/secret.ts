import { newIdentity, openerOf, openWith, sealFor } from '../../kit/age/index.ts'
import type { AgencyId, PersonId } from '../../records/index.ts'
import type { Nameable } from './holder-queries.ts'
import type { PairTable, RecoveryKeyId, RecoveryKeyTable } from './tables.ts'

const inBytes = (text: string): Uint8Array => new TextEncoder().encode(text)
export const inText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** A new recovery key: its public half, the ones before it sealed to it, and what each two of its keyholders have of it. */
export interface NewRecoveryKey {
  readonly recipient: string
  readonly previous: Uint8Array | null
  readonly pairs: readonly PairTable[]
}

/**
 * Draws a recovery key. Its secret half leaves this function only sealed twice over: to one keyholder, within what is sealed
 * to another. `before` opens what was kept with those that came before it.
 */
export async function newRecoveryKey(
  which: { readonly agencyId: AgencyId; readonly id: RecoveryKeyId },
  holders: readonly Nameable[],
  before: readonly string[],
): Promise<NewRecoveryKey> {
  const { identity, recipient } = await newIdentity()
  const twos = holders.flatMap(first =>
    holders.filter(second => second.id !== first.id).map(second => [first, second] as const),
  )
  const pairs = await Promise.all(
    twos.map(
      async ([first, second]): Promise<PairTable> => ({
        agency_id: which.agencyId,
        recovery_id: which.id,
        first_id: first.id,
        second_id: second.id,
        sealed: await sealFor([first.recipient], await sealFor([second.recipient], inBytes(identity))),
      }),
    ),
  )
  const previous = before.length > 0 ? await sealFor([recipient], inBytes(before.join('\n'))) : null
  return { recipient, previous, pairs }
}

/** What a recovery key’s secret half opens with it: the secret halves of those before it. The newest first. */
export async function withPrevious(
  secret: string,
  { previous_sealed }: Pick<RecoveryKeyTable, 'previous_sealed'>,
): Promise<readonly string[]> {
  const before = previous_sealed && (await openWith(secret, previous_sealed))
  return [secret, ...(before ? inText(before).split('\n') : [])]
}

/** What opens a person’s keys, sealed so that two keyholders together get it back. */
export const keptFor = (recipient: string, identities: readonly string[]): Promise<Uint8Array> =>
  sealFor([recipient], inBytes(identities.join('\n')))

/** Everything that these kept things open with, each once. What none of the secrets opens is left out. */
export async function openKept(
  secrets: readonly string[],
  kept: readonly { readonly sealed: Uint8Array }[],
): Promise<readonly string[]> {
  const open = openerOf(secrets)
  const opened = await Promise.all(kept.map(({ sealed }) => open(sealed)))
  return [...new Set(opened.flatMap(bytes => (bytes ? inText(bytes).split('\n') : [])))]
}

/** What the first of two opens of each pair: for whom it is, and what they alone open. */
export async function halvesOf(
  pairs: readonly PairTable[],
  open: (sealed: Uint8Array) => Promise<Uint8Array | undefined>,
): Promise<readonly { readonly for_id: PersonId; readonly sealed: Uint8Array }[]> {
  const opened = await Promise.all(
    pairs.map(async ({ second_id, sealed }) => ({ for_id: second_id, sealed: await open(sealed) })),
  )
  return opened.flatMap(({ for_id, sealed }) => (sealed ? [{ for_id, sealed }] : []))
}

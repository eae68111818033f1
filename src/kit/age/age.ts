import { Decrypter, identityToRecipient } from 'age-encryption'
import { fileFor } from './file.ts'
import { identityFrom, newKey, recipientFrom } from './x25519.ts'

/** A key of age (age-encryption.org/v1, X25519): the secret half, `AGE-SECRET-KEY-1…`, and the public one, `age1…`. */
export interface AgeKey {
  readonly identity: string
  readonly recipient: string
}

export async function newIdentity(): Promise<AgeKey> {
  return newKey()
}

/** The public half of a secret one. Throws for what is none. */
export const recipientOf = (identity: string): Promise<string> => identityToRecipient(identity)

/** Seals bytes, so that each of these public halves’ owners opens them and nobody else: a whole age file. Throws for a half that is none. */
export async function sealFor(recipients: readonly string[], bytes: Uint8Array): Promise<Uint8Array> {
  if (recipients.length === 0) throw new TypeError('what is sealed to nobody is lost')
  return fileFor([...new Set(recipients)].map(recipientFrom), bytes)
}

/** Opens what is sealed to any of these keys; undefined for what is sealed to others, altered, or no age file. */
export function openerOf(
  identities: readonly string[],
): (sealed: Uint8Array) => Promise<Uint8Array | undefined> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identityFrom(identity))
  return sealed => decrypter.decrypt(new Uint8Array(sealed)).catch(() => undefined)
}

export const openWith = (identity: string, sealed: Uint8Array): Promise<Uint8Array | undefined> =>
  openerOf([identity])(sealed)

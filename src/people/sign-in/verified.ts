import { APIError } from 'better-auth'

/**
 * A passkey counts as both steps only where the device asked for a finger, a face or a PIN (WebAuthn's user
 * verification). The library lets one pass that did not; here it is turned away.
 */
export function opened(info: { readonly userVerified: boolean } | undefined): void {
  if (!info?.userVerified)
    throw new APIError('UNAUTHORIZED', { message: 'the device did not ask who holds it' })
}

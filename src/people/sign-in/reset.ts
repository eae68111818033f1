import { withinLimit } from '../../kit/limits.ts'
import { type Refused, refuse } from '../../kit/proof.ts'
import { newToken } from '../../kit/tokens.ts'
import type { Entrance } from './entrance.ts'

const goodFor = 3_600_000
const asks = { most: 3, seconds: 3600 }
const name = (token: string) => `reset-password:${token}`

/** A secret for a link that sets a new password, or undefined when nobody has this address. Never say which. */
export async function requestReset(
  { auth, pool, now }: Entrance,
  email: string,
): Promise<{ token: string } | undefined> {
  const { internalAdapter } = await auth.$context
  const address = email.trim().toLowerCase()
  if (!(await withinLimit(pool, `reset:${address}`, asks, now()))) return undefined
  const found = await internalAdapter.findUserByEmail(address)
  if (!found) return undefined
  const token = newToken()
  const expiresAt = new Date(now().getTime() + goodFor)
  await internalAdapter.createVerificationValue({ identifier: name(token), value: found.user.id, expiresAt })
  return { token }
}

/** Sets a new password. The second step stays as it is. A link is good once. */
export async function resetPassword(
  { auth, pool, now }: Entrance,
  token: string,
  password: string,
): Promise<{ loginId: string } | Refused<'link-used'>> {
  const { internalAdapter, password: hasher } = await auth.$context
  const found = await internalAdapter.consumeVerificationValue(name(token))
  if (!found || found.expiresAt < now()) return refuse('link-used')
  const hash = await hasher.hash(password)
  const accounts = await internalAdapter.findAccounts(found.value)
  if (accounts.some(account => account.providerId === 'credential'))
    await internalAdapter.updatePassword(found.value, hash)
  else {
    const account = { userId: found.value, providerId: 'credential', accountId: found.value, password: hash }
    await internalAdapter.linkAccount(account)
  }
  // Other links that were sent, and a sign-in that waits for its code after the old password, are worth nothing now.
  await pool.query('delete from auth.verification where value = $1', [found.value])
  return { loginId: found.value }
}

import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { generateRandomString, symmetricEncrypt } from 'better-auth/crypto'
import type { Auth } from './auth.ts'

export interface StartedTotp {
  /** otpauth:// address, for the QR code. */
  readonly uri: string
  /** The same secret in base32, to type by hand. */
  readonly secret: string
  readonly backupCodes: readonly string[]
}

/**
 * Begins an authenticator app for a login, as the library's own enableTwoFactor does, in the library's own table and
 * cipher. That one asks for the password again; whoever comes here gave it one page ago, and this opens nothing by
 * itself: the code that follows does. Replaces one that was begun and not finished; never one that is in use.
 */
export async function startTotp(context: Awaited<Auth['$context']>, loginId: string): Promise<StartedTotp> {
  const { adapter, internalAdapter, secretConfig: key } = context
  const where = [{ field: 'userId', value: loginId }]
  const before = await adapter.findOne<{ id: string; verified: boolean | null }>({
    model: 'twoFactor',
    where,
  })
  if (before && before.verified !== false) throw new Error('this login has its second step already')
  const user = await internalAdapter.findUserById(loginId)
  if (!user) throw new Error('a login is gone')

  const secret = generateRandomString(32)
  const backupCodes = Array.from(
    { length: 10 },
    () => `${generateRandomString(5, 'a-z', '0-9')}-${generateRandomString(5, 'a-z', '0-9')}`,
  )
  const data = {
    secret: await symmetricEncrypt({ key, data: secret }),
    backupCodes: await symmetricEncrypt({ key, data: JSON.stringify(backupCodes) }),
    verified: false,
  }
  if (before) await adapter.update({ model: 'twoFactor', update: data, where })
  else await adapter.create({ model: 'twoFactor', data: { ...data, userId: loginId } })
  const uri = createOTP(secret).url('Lanyard', user.email)
  return { uri, secret: base32.encode(secret, { padding: false }), backupCodes }
}

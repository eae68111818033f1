import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { generateRandomString, symmetricEncrypt } from 'better-auth/crypto'
import { type Refused, refuse } from '../../kit/proof.ts'
import type { Auth } from './auth.ts'

export interface StartedTotp {
  /** otpauth:// address, for the QR code. */
  readonly uri: string
  /** The same secret in base32, to type by hand. */
  readonly secret: string
  /** Shown once. None when the login has its codes already. */
  readonly backupCodes: readonly string[]
}

type Context = Awaited<Auth['$context']>

const newBackupCodes = (): string[] =>
  Array.from(
    { length: 10 },
    () => `${generateRandomString(5, 'a-z', '0-9')}-${generateRandomString(5, 'a-z', '0-9')}`,
  )

const rowOf = (context: Context, loginId: string) =>
  context.adapter.findOne<{ id: string; verified: boolean | null }>({
    model: 'twoFactor',
    where: [{ field: 'userId', value: loginId }],
  })

/**
 * Begins an authenticator app for a login, as the library's own enableTwoFactor does, in the library's own table and
 * cipher. That one asks for the password again; whoever comes here gave it one page ago, and this opens nothing by
 * itself: the code that follows does. Replaces one that was begun and not finished; never one that is in use.
 */
export async function startTotp(context: Context, loginId: string): Promise<StartedTotp | Refused<'in-use'>> {
  const { adapter, internalAdapter, secretConfig: key } = context
  const before = await rowOf(context, loginId)
  if (before && before.verified !== false) return refuse('in-use')
  const user = (await internalAdapter.findUserById(loginId)) as
    | { email: string; twoFactorEnabled?: boolean | null }
    | undefined
  if (!user) throw new Error('a login is gone')

  const secret = generateRandomString(32)
  // Whoever has a passkey was given their codes with it, and keeps them.
  const backupCodes = user.twoFactorEnabled ? [] : newBackupCodes()
  const data = {
    secret: await symmetricEncrypt({ key, data: secret }),
    ...(backupCodes.length > 0
      ? { backupCodes: await symmetricEncrypt({ key, data: JSON.stringify(backupCodes) }) }
      : {}),
    verified: false,
  }
  const where = [{ field: 'userId', value: loginId }]
  if (before) await adapter.update({ model: 'twoFactor', update: data, where })
  else await adapter.create({ model: 'twoFactor', data: { ...data, userId: loginId } })
  const uri = createOTP(secret).url('Lanyard', user.email)
  return { uri, secret: base32.encode(secret, { padding: false }), backupCodes }
}

/**
 * Makes a passkey the second step of a login that had none: from now on a password alone opens nothing. The backup
 * codes are for the day the passkey is lost. None when the login has them already.
 */
export async function backupCodesFor(context: Context, loginId: string): Promise<readonly string[]> {
  const { adapter, internalAdapter, secretConfig: key } = context
  const user = (await internalAdapter.findUserById(loginId)) as { twoFactorEnabled?: boolean } | undefined
  if (user?.twoFactorEnabled) return []
  const codes = newBackupCodes()
  const data = {
    secret: await symmetricEncrypt({ key, data: generateRandomString(32) }),
    backupCodes: await symmetricEncrypt({ key, data: JSON.stringify(codes) }),
    verified: false,
  }
  const where = [{ field: 'userId', value: loginId }]
  if (await rowOf(context, loginId)) await adapter.update({ model: 'twoFactor', update: data, where })
  else await adapter.create({ model: 'twoFactor', data: { ...data, userId: loginId } })
  await internalAdapter.updateUser(loginId, { twoFactorEnabled: true })
  return codes
}

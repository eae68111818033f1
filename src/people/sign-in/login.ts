import type { Entrance } from './entrance.ts'

/**
 * The login of an e-mail address, made when there is none: an address has one, in however many agencies. The caller
 * knows that whoever asks holds the address. A password is set where the login has none yet, and never replaces one.
 */
export async function createLogin(
  { auth, now }: Entrance,
  email: string,
  name: string,
  password?: string,
): Promise<string> {
  const { internalAdapter, password: hasher } = await auth.$context
  const at = now()
  const known = await internalAdapter.findUserByEmail(email)
  const user =
    known?.user ??
    (await internalAdapter.createUser(
      { email, name, emailVerified: true, createdAt: at, updatedAt: at },
      { method: 'invitation' },
    ))
  if (password !== undefined && !(await hasPassword({ auth }, email))) {
    await internalAdapter.linkAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password: await hasher.hash(password),
    })
  }
  return user.id
}

/** Whether a password stands for this address already. For the holder of a link to it, never for a stranger. */
export async function hasPassword({ auth }: Pick<Entrance, 'auth'>, email: string): Promise<boolean> {
  const { internalAdapter } = await auth.$context
  const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true })
  return found?.accounts.some(account => account.providerId === 'credential') ?? false
}

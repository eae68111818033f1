import { lockWithSecret, newIdentity, unlockWithSecret } from '../kit/age/index.ts'
import { inDays } from '../kit/clock.ts'
import { Already, Refused, refuse } from '../kit/proof.ts'
import { safeNext } from '../people/index.ts'
import { read, write } from '../records/index.ts'
import { type Content, handler, screen } from '../screens/index.ts'
import { Button, ButtonLink, Heading, Inset, Paragraph } from '../ui/index.ts'
import { ownKey } from './access.ts'
import { addLock, type NewLock, removeLock } from './change-lock.ts'
import { freshlyUnlocked, newestOf } from './fresh.ts'
import { makeKey } from './make-key.ts'
import type { Sealing } from './page-of.ts'
import { askedPasskey, madePasskey } from './passkey-form.tsx'
import { routes } from './routes.ts'
import { openSitting } from './sitting.ts'
import { tryLock } from './try-lock.ts'
import { UnlockFirst } from './unlock.screen.tsx'

/** Each is named by the day it was added: a browser says nothing of the device. */
const lockOf = async (
  identity: string,
  made: NonNullable<ReturnType<typeof madePasskey>>,
  at: Date,
): Promise<NewLock> => ({
  locked: await lockWithSecret(made.secret, identity),
  passkey: { credential: made.credential, salt: made.salt, name: `Passkey of ${inDays(at)}` },
})

/** Makes a key that a passkey unlocks: for whoever signs in without a password of ours, too. */
export const makeWithPasskeyPage = ({ ground, secure, tokenOf }: Sealing) =>
  handler(routes.makeWithPasskey, {
    async post({ actor, page, go, missing, form, request, now }) {
      const session = tokenOf(request)
      if (!actor || !session || !(await read(ground, actor, ownKey))) return missing()
      const sent = await form()
      const made = madePasskey(sent)
      if (!made) return page(notUsed, { status: 422 })
      const { identity, recipient } = await newIdentity()
      const lock = await lockOf(identity, made, now)
      const keyId = await write(ground, actor, async writer => {
        const here = await ownKey(writer)
        return here ? makeKey(writer, here, { recipient, lock }) : refuse('has-one')
      })
      if (keyId instanceof Refused) return go(routes.key.to())
      return go(safeNext(`${sent.get('next') ?? routes.key.to()}`), [
        await openSitting(ground, actor, { session, keyId, identities: [identity], secure }),
      ])
    },
  })

/** One more way to unlock the key that one has. */
export const addPasskeyPage = ({ ground }: Sealing) =>
  handler(routes.addPasskey, {
    async post({ actor, page, go, missing, form, now }) {
      const found = actor && (await read(ground, actor, freshlyUnlocked))
      if (!actor || !found?.keeping) return missing()
      const made = madePasskey(await form())
      if (!made) return page(notUsed, { status: 422 })
      if (!found.fresh) return go(`${routes.unlock.to()}?next=${encodeURIComponent(routes.key.to())}`)
      const lock = await lockOf(newestOf(found.fresh), made, now)
      await write(ground, actor, async writer => {
        const here = await freshlyUnlocked(writer)
        return here.keeping?.key && here.fresh
          ? addLock(writer, here.keeping.key, lock)
          : new Already(undefined)
      })
      return go(routes.key.to())
    },
  })

export const unlockWithPasskeyPage = ({ ground, secure, tokenOf }: Sealing) =>
  handler(routes.unlockWithPasskey, {
    async post({ actor, page, go, missing, form, request }) {
      const session = tokenOf(request)
      const keeping = actor && (await read(ground, actor, ownKey))
      if (!actor || !keeping?.key || !session) return missing()
      const sent = await form()
      const asked = askedPasskey(sent)
      const lock = keeping.locks.find(
        ({ credential }) => asked && credential && Buffer.from(credential).equals(asked.credential),
      )
      if (!asked || !lock) return page(notUsed, { status: 422 })
      const identities = await tryLock(ground, actor, lock, () => unlockWithSecret(asked.secret, lock.locked))
      if (identities instanceof Refused) return page(notUsed, { status: 422 })
      return go(safeNext(`${sent.get('next') ?? routes.key.to()}`), [
        await openSitting(ground, actor, { session, keyId: keeping.key.id, identities, secure }),
      ])
    },
  })

const notUsed: Content = {
  title: 'That passkey does not unlock your key',
  back: { href: routes.key.to(), text: 'Your key' },
  body: (
    <>
      <Heading>That passkey does not unlock your key</Heading>
      <Paragraph>
        It may be one that signs you in, or it was removed here. Nothing was changed. Use another passkey, or
        your passphrase.
      </Paragraph>
      <ButtonLink href={routes.unlock.to()}>Unlock your key</ButtonLink>
    </>
  ),
}

/** Takes a passkey away from the key. It stays on its device, and opens nothing. */
export const removeLockScreen = screen({
  address: routes.removeLock,
  fields: {},
  load: async (reader, { lock: id }) => {
    const { keeping, fresh } = await freshlyUnlocked(reader)
    const lock = keeping?.locks.find(one => one.id === id && one.kind === 'passkey')
    return keeping && lock && { lock, locks: keeping.locks, fresh }
  },
  show: ({ thing: { lock, fresh } }) => ({
    title: 'Remove a passkey from your key',
    back: { href: routes.key.to(), text: 'Your key' },
    body: (
      <>
        <Heading>Remove a passkey from your key</Heading>
        <Paragraph>
          {lock.name}. It will not unlock your key any more. Whether it signs you in stays as it is.
        </Paragraph>
        {fresh ? (
          <form method="post">
            <Button kind="warning">Remove it</Button>
          </form>
        ) : (
          <UnlockFirst next={routes.removeLock.to({ lock: lock.id })} />
        )}
        <Inset>
          Is the device lost? What it gives is worth nothing to anybody who cannot also sign in as you.
        </Inset>
      </>
    ),
  }),
  submit: async (writer, { lock, locks, fresh }) =>
    fresh ? removeLock(writer, locks, lock) : refuse('locked'),
  done: () => routes.key.to(),
  told: () => 'The passkey unlocks your key no longer.',
  refused: {
    'only-lock': () => 'Nothing else unlocks your key. Choose a passphrase first, then remove this passkey.',
    locked: () => 'Unlock your key first. Then remove the passkey within ten minutes.',
  },
})

import { parseForm, secret } from '../kit/forms/index.ts'
import { Refused } from '../kit/proof.ts'
import { safeNext } from '../people/index.ts'
import { read } from '../records/index.ts'
import { type Content, handler } from '../screens/index.ts'
import { Button, ButtonLink, Heading, Hidden, Inset, Link, Paragraph, PasswordInput } from '../ui/index.ts'
import { ownKey } from './access.ts'
import { carriedBy } from './carried.ts'
import type { Sealing } from './page-of.ts'
import { AskPasskeyForm, prfScript } from './passkey-form.tsx'
import { routes } from './routes.ts'
import { endSitting, isUnlockedHere, openSitting } from './sitting.ts'
import type { LockTable } from './tables.ts'
import { tryWords } from './try-lock.ts'

const fields = { words: secret('Enter your passphrase') }

/** Unlocks one’s own key for a while, and goes on to where one was. */
export const unlockPage = ({ ground, secure, tokenOf }: Sealing) =>
  handler(routes.unlock, {
    async get({ actor, page, missing, request, url }) {
      const session = tokenOf(request)
      if (!actor || !session) return missing()
      const next = safeNext(url.searchParams.get('next') ?? routes.key.to())
      const found = await read(ground, actor, async reader => ({
        keeping: await ownKey(reader),
        // Whoever follows a link from a letter brings no such cookie with them: one step further, they do.
        already: carriedBy(actor) === undefined && (await isUnlockedHere(reader, session)),
      }))
      if (!found.keeping) return missing()
      if (!found.keeping.key) return page(makeFirst(next))
      return page(unlockForm({ next, already: found.already, locks: found.keeping.locks }))
    },
    async post({ actor, page, go, missing, form, request }) {
      const session = tokenOf(request)
      const keeping = actor && (await read(ground, actor, ownKey))
      if (!actor || !keeping || !session) return missing()
      const sent = await form()
      const next = safeNext(`${sent.get('next') ?? routes.key.to()}`)
      const { key, locks } = keeping
      const lock = locks.find(({ kind }) => kind === 'words')
      if (!key || !lock) return go(`${routes.unlock.to()}?next=${encodeURIComponent(next)}`)
      const parsed = parseForm(fields, sent)
      const again = (errors: { readonly words?: string | undefined }) =>
        page(unlockForm({ next, locks, error: errors.words }), { status: 422, errors: { ...errors } })
      if (!parsed.ok) return again(parsed.state.errors)
      const identities = await tryWords(ground, actor, lock, parsed.values.words)
      if (identities instanceof Refused) return again({ words: wrongWords })
      return go(next, [await openSitting(ground, actor, { session, keyId: key.id, identities, secure })])
    },
  })

const wrongWords = 'That passphrase does not unlock your key. Check each word, and try again'

/** Locks it again in this sign-in, at once. */
export const lockPage = ({ ground, secure, tokenOf }: Sealing) =>
  handler(routes.lock, {
    async post({ actor, go, missing, request }) {
      const session = tokenOf(request)
      if (!actor || !session) return missing()
      return go(routes.key.to(), [await endSitting(ground, actor, { session, secure })])
    },
  })

export const makeFirst = (next: string): Content => ({
  title: 'Make your key first',
  body: (
    <>
      <Heading>Make your key first</Heading>
      <Paragraph>
        You have no key yet. Once you have one, what is sealed from then on can be sealed to you.
      </Paragraph>
      <ButtonLink href={`${routes.make.to()}?next=${encodeURIComponent(next)}`}>Make your key</ButtonLink>
    </>
  ),
})

interface Unlocking {
  readonly next: string
  readonly locks: readonly LockTable[]
  readonly already?: boolean
  readonly error?: string | undefined
}

/** The page on which a key is unlocked, and which leads on from there. */
export const unlockForm = (about: Unlocking): Content => ({
  title: 'Unlock your key',
  scripts: [prfScript],
  body: (
    <>
      <Heading>Unlock your key</Heading>
      {about.already ? (
        <Inset>
          <p class="govuk-body">Your key is unlocked on this device already.</p>
          <ButtonLink href={about.next}>Go on</ButtonLink>
        </Inset>
      ) : (
        <Paragraph>
          What you are about to read is sealed to you. Your key stays unlocked on this device until you have
          read nothing sealed for 30 minutes, for eight hours at most, or until you lock it or sign out.
        </Paragraph>
      )}
      <UnlockForm {...about} />
      <Paragraph>
        <Link href={routes.lost.to()}>I cannot unlock it any more</Link>
      </Paragraph>
    </>
  ),
})

/** The form by itself, for a page whose words are sealed: it leads back to that page. */
export const UnlockForm = ({ next, locks, error }: Omit<Unlocking, 'already'>) => (
  <>
    {locks.some(({ kind }) => kind === 'words') && (
      <form method="post" action={routes.unlock.to()} noValidate>
        <Hidden name="next" value={next} />
        <PasswordInput
          name="words"
          label="Your passphrase"
          hint="The words of your key. They are not your password."
          autocomplete="current-password"
          error={error}
        />
        <Button>Unlock</Button>
      </form>
    )}
    <AskPasskeyForm
      action={routes.unlockWithPasskey.to()}
      next={next}
      text="Unlock with a passkey"
      locks={locks}
    />
  </>
)

/**
 * In place of words that are sealed to the reader while their key is locked. `next` is the page they stand on; `typed`, what they
 * had typed there before it was locked.
 */
export const UnlockFirst = ({
  next,
  typed,
}: {
  readonly next: string
  readonly typed?: string | undefined
}) => (
  <Inset>
    {typed && (
      <>
        <p class="govuk-body">What you typed was not sent. Copy it, to put it in again:</p>
        <p class="govuk-body ly-lines">{typed}</p>
      </>
    )}
    <p class="govuk-body">This is sealed to you. Unlock your key to read it.</p>
    <ButtonLink href={`${routes.unlock.to()}?next=${encodeURIComponent(next)}`}>Unlock my key</ButtonLink>
    <Paragraph>
      <Link href={routes.key.to()}>What a key is</Link>
    </Paragraph>
  </Inset>
)

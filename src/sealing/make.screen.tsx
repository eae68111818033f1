import { lockWithWords, newIdentity } from '../kit/age/index.ts'
import { Refused, refuse } from '../kit/proof.ts'
import { safeNext } from '../people/index.ts'
import { type PersonActor, read, write } from '../records/index.ts'
import { type Content, handler } from '../screens/index.ts'
import { Button, ButtonLink, Heading, Hidden, List, Paragraph } from '../ui/index.ts'
import { ownKey } from './access.ts'
import { makeKey } from './make-key.ts'
import type { Sealing } from './page-of.ts'
import { NewPasskeyForm, prfScript } from './passkey-form.tsx'
import { routes } from './routes.ts'
import { openSitting } from './sitting.ts'
import { parseWords, WordsFields, type Wrong } from './words-form.tsx'

/** Makes a person’s own key. The secret half is locked before anything is stored, and unlocked for the sitting that made it. */
export const makePage = ({ ground, secure, tokenOf }: Sealing) =>
  handler(routes.make, {
    async get({ actor, page, missing, url }) {
      const keeping = actor && (await read(ground, actor, ownKey))
      if (!actor || !keeping) return missing()
      if (keeping.key) return page(hasOne)
      return page(makeForm(actor, safeNext(url.searchParams.get('next') ?? routes.key.to())))
    },
    async post({ actor, page, go, missing, form, request }) {
      const session = tokenOf(request)
      const keeping = actor && (await read(ground, actor, ownKey))
      if (!actor || !keeping || !session) return missing()
      if (keeping.key) return go(routes.key.to())
      const sent = await form()
      const next = safeNext(`${sent.get('next') ?? routes.key.to()}`)
      const parsed = parseWords(sent, actor)
      if ('errors' in parsed) {
        return page(makeForm(actor, next, parsed), { status: 422, errors: { ...parsed.errors } })
      }
      const { identity, recipient } = await newIdentity()
      const locked = await lockWithWords(parsed.words, identity)
      const made = await write(ground, actor, async writer => {
        const here = await ownKey(writer)
        return here ? makeKey(writer, here, { recipient, lock: { locked } }) : refuse('has-one')
      })
      if (made instanceof Refused) return go(routes.key.to())
      return go(next, [
        await openSitting(ground, actor, { session, keyId: made, identities: [identity], secure }),
      ])
    },
  })

const hasOne: Content = {
  title: 'You have a key already',
  back: { href: routes.key.to(), text: 'Your key' },
  body: (
    <>
      <Heading>You have a key already</Heading>
      <Paragraph>You can choose another passphrase for it, or unlock it, on its own page.</Paragraph>
      <ButtonLink href={routes.key.to()}>Go to your key</ButtonLink>
    </>
  ),
}

const makeForm = (actor: PersonActor, next: string, wrong?: Wrong): Content => ({
  title: 'Make your key',
  scripts: [prfScript],
  back: { href: routes.key.to(), text: 'Your key' },
  body: (
    <>
      <Heading>Make your key</Heading>
      <Paragraph>
        What you alone may read here is sealed, and your key opens it. It takes two minutes, once.
      </Paragraph>
      <List
        items={[
          'Nobody can open it without your passphrase: no administrator, and nobody who copies the database.',
          'We do not keep your passphrase, and cannot send you a new one.',
          'If you forget it, two of your organisation’s keyholders together can give you back what it opened.',
        ]}
      />
      <form method="post" action={routes.make.to()} noValidate>
        <Hidden name="next" value={next} />
        <WordsFields actor={actor} wrong={wrong} />
        <Button once>Make my key</Button>
      </form>
      <NewPasskeyForm
        action={routes.makeWithPasskey.to()}
        next={next}
        text="Use a passkey in place of a passphrase"
        account={`${actor.name}, key`}
      />
    </>
  ),
})

import { lockWithWords, newIdentity } from '../../kit/age/index.ts'
import { Refused, refuse } from '../../kit/proof.ts'
import { type PersonActor, type Reader, read, write } from '../../records/index.ts'
import { type Content, handler } from '../../screens/index.ts'
import { Button, Checkboxes, Heading, Inset, List, Paragraph } from '../../ui/index.ts'
import { ownKey } from '../access.ts'
import type { Sealing } from '../page-of.ts'
import { routes } from '../routes.ts'
import { openSitting } from '../sitting.ts'
import { parseWords, WordsFields, type Wrong } from '../words-form.tsx'
import { canOpen, heldNow } from './access.ts'
import { isKept } from './holder-queries.ts'
import { loseKey } from './lose-key.ts'

/** One's own key, and who could give back what it opened. */
async function losing(reader: Reader<PersonActor>) {
  const keeping = await ownKey(reader)
  if (!keeping?.key) return undefined
  const { agencyId, personId } = reader.actor
  const { holders } = await heldNow(reader)
  const others = holders.filter(({ id, works }) => works && id !== personId)
  const kept = await isKept(reader.db, { agencyId, keyId: keeping.key.id })
  return { key: keeping.key, others: kept && canOpen({ holders: others }) ? others : [] }
}
type Losing = NonNullable<Awaited<ReturnType<typeof losing>>>

const notSure = 'Say that you know that what was sealed to your old key stays closed'

/** A new key in place of one that cannot be unlocked any more. */
export const lostPage = ({ ground, secure, tokenOf }: Sealing) =>
  handler(routes.lost, {
    async get({ actor, page, missing }) {
      const found = actor && (await read(ground, actor, losing))
      return actor && found ? page(lostForm(actor, found)) : missing()
    },
    async post({ actor, page, go, missing, form, request }) {
      const session = tokenOf(request)
      const found = actor && (await read(ground, actor, losing))
      if (!actor || !found || !session) return missing()
      const sent = await form()
      const sure = found.others.length > 0 || sent.get('sure') === 'yes'
      const parsed = parseWords(sent, actor)
      if ('errors' in parsed || !sure) {
        const wrong = 'errors' in parsed ? parsed : undefined
        const errors = { ...wrong?.errors, ...(sure ? {} : { sure: notSure }) }
        return page(lostForm(actor, found, { wrong, notSure: !sure }), { status: 422, errors })
      }
      const { identity, recipient } = await newIdentity()
      const locked = await lockWithWords(parsed.words, identity)
      const keyId = await write(ground, actor, async writer => {
        const here = await losing(writer)
        return here?.key.id === found.key.id
          ? loseKey(writer, here.key, { recipient, lock: { locked } })
          : refuse('changed')
      })
      if (keyId instanceof Refused) return go(routes.key.to())
      return go(routes.key.to(), [
        await openSitting(ground, actor, { session, keyId, identities: [identity], secure }),
      ])
    },
  })

const lostForm = (
  actor: PersonActor,
  { others }: Losing,
  sent: { readonly wrong?: Wrong | undefined; readonly notSure?: boolean } = {},
): Content => ({
  title: 'You cannot unlock your key any more',
  back: { href: routes.key.to(), text: 'Your key' },
  body: (
    <>
      <Heading>You cannot unlock your key any more</Heading>
      <Paragraph>Make a new one. What is sealed to you from now on you read with it at once.</Paragraph>
      {others.length > 0 ? (
        <>
          <Paragraph>
            What your old key opened, two of these keyholders can give back to you. They are asked at once,
            and they will want to speak to you first:
          </Paragraph>
          <List items={others.map(({ name }) => name)} />
        </>
      ) : (
        <Inset>
          No two keyholders could give back what your old key opened. What was sealed to you alone stays
          closed for good; what others can read too, they can seal to you anew. If you may still remember, try
          again first.
        </Inset>
      )}
      <form method="post" action={routes.lost.to()} noValidate>
        <WordsFields actor={actor} wrong={sent.wrong} />
        {others.length === 0 && (
          <Checkboxes
            name="sure"
            label="Are you sure?"
            options={[{ value: 'yes', text: 'What was sealed to my old key stays closed' }]}
            error={sent.notSure ? notSure : undefined}
          />
        )}
        <Button once>Make a new key</Button>
      </form>
    </>
  ),
})

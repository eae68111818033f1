import { inDays } from '../../kit/clock.ts'
import { idFrom } from '../../kit/ids.ts'
import { Refused } from '../../kit/proof.ts'
import { type PersonActor, type PersonId, type Reader, read, write } from '../../records/index.ts'
import { type Content, handler, screen } from '../../screens/index.ts'
import {
  Button,
  ButtonLink,
  Checkboxes,
  Heading,
  Inset,
  Link,
  List,
  Paragraph,
  Subheading,
  SummaryList,
  Tag,
} from '../../ui/index.ts'
import type { Sealing } from '../page-of.ts'
import { routes } from '../routes.ts'
import { unlockedFor } from '../sitting.ts'
import { canOpen, type Held, keyholdersToChange, keyholdersToName, keyholdersToSee } from './access.ts'
import { askChange } from './change-keyholders.ts'
import { nameKeyholders } from './make-recovery-key.ts'
import { type RecoveryRow, selectRecoveries } from './queries.ts'
import { holders as count } from './rules.ts'
import { standing } from './words.ts'

/** Who holds the recovery key, whether they still can, and what they were asked. */
export const keyholdersScreen = screen({
  address: routes.keyholders,
  load: async reader => {
    const held = await keyholdersToSee(reader)
    if (!held) return undefined
    const [mayName, mayChange, asked] = await Promise.all([
      keyholdersToName(reader),
      keyholdersToChange(reader),
      selectRecoveries(reader.db, reader.actor.agencyId),
    ])
    return { held, asked, names: mayName !== undefined, changes: mayChange !== undefined }
  },
  show: ({ thing: { held, asked, names, changes } }) => ({
    title: 'Keyholders',
    back: { href: routes.key.to(), text: 'Your key' },
    body: (
      <>
        <Heading>Keyholders</Heading>
        <Paragraph>
          When somebody has forgotten their passphrase, any two keyholders together can give them back what
          their key opened. No one of them can, and nobody can for themselves.
        </Paragraph>
        {held.key ? (
          <Holders held={held} />
        ) : (
          <Inset>Nobody has been named yet: a passphrase that is forgotten is forgotten for good.</Inset>
        )}
        {names && <ButtonLink href={routes.nameKeyholders.to()}>Name keyholders</ButtonLink>}
        {changes && (
          <ButtonLink kind="secondary" href={routes.nameKeyholders.to()}>
            Ask for other keyholders
          </ButtonLink>
        )}
        <Paragraph>
          <Link href={routes.follow.to()}>Somebody is gone who cannot hand over what is sealed to them</Link>
        </Paragraph>
        <Asked asked={asked} />
      </>
    ),
  }),
})

const Holders = ({ held: { holders, key } }: { readonly held: Held }) => (
  <>
    {!canOpen({ holders }) && (
      <Inset>
        Fewer than two of them can open their part. A senior manager or a designated person names others now.
      </Inset>
    )}
    <SummaryList
      rows={holders.map(({ name, works }) => ({
        key: name,
        value: works ? (
          <Tag colour="green">Ready</Tag>
        ) : (
          <>
            <Tag colour="orange">Not ready</Tag> They have left, or have another key now.
          </>
        ),
      }))}
    />
    {key && <Paragraph>Named on {inDays(key.made_at)}.</Paragraph>}
  </>
)

const Asked = ({ asked }: { readonly asked: readonly RecoveryRow[] }) =>
  asked.length > 0 && (
    <>
      <Subheading>What they were asked</Subheading>
      <List
        items={asked.map(one => <Link href={routes.recovery.to({ recovery: one.id })}>{standing(one)}</Link>)}
      />
    </>
  )

const leave = async (reader: Reader<PersonActor>) => ({
  name: await keyholdersToName(reader),
  change: await keyholdersToChange(reader),
  unlocked: await unlockedFor(reader),
})

const sentences = {
  'too-few': `Choose ${count.least} to ${count.most} people`,
  'cannot-hold': 'One of them has no key any more, or has left. Look again, and choose',
  'nothing-opens': 'Your part does not open. Ask another keyholder to do this',
  'changed-since': 'The keyholders have changed meanwhile. Look again, and choose',
  'not-theirs': 'You are a keyholder no longer. Ask one of them',
  'under-way': 'Other keyholders are asked for already. Look among what was asked, and stop that first',
  locked: 'Unlock your key first. Then choose again',
} as const

/** Names keyholders: at first by one who may; later by one of them, whom another then follows. */
export const nameKeyholdersPage = ({ ground }: Sealing) =>
  handler(routes.nameKeyholders, {
    async get({ actor, page, missing }) {
      const may = actor && (await read(ground, actor, leave))
      const held = may?.name ?? may?.change
      if (!may || !held) return missing()
      return page(may.change && !may.unlocked ? unlockFirst : form(held, may.change !== undefined))
    },
    async post({ actor, page, go, missing, form: sent }) {
      if (!actor) return missing()
      const chosen = (await sent()).getAll('holders').flatMap(one => idFrom<'person'>(`${one}`) ?? [])
      const done = await write(ground, actor, async writer => {
        const may = await leave(writer)
        if (may.name) return nameKeyholders(writer, may.name, chosen)
        if (may.change) return askChange(writer, may.change, chosen, may.unlocked)
        return new Refused('gone' as const, undefined)
      })
      if (!(done instanceof Refused)) return go(routes.keyholders.to())
      const may = await read(ground, actor, leave)
      const held = may.name ?? may.change
      if (!held || done.reason === 'gone') return missing()
      const error = sentences[done.reason]
      return page(form(held, may.change !== undefined, { chosen, error }), {
        status: 422,
        errors: { holders: error },
      })
    },
  })

const unlockFirst: Content = {
  title: 'Unlock your key first',
  back: { href: routes.keyholders.to(), text: 'Keyholders' },
  body: (
    <>
      <Heading>Unlock your key first</Heading>
      <Paragraph>To ask for other keyholders you open your own part of the recovery key.</Paragraph>
      <ButtonLink href={`${routes.unlock.to()}?next=${encodeURIComponent(routes.nameKeyholders.to())}`}>
        Unlock your key
      </ButtonLink>
    </>
  ),
}

const form = (
  { nameable, holders }: Held,
  change: boolean,
  sent?: { readonly chosen: readonly PersonId[]; readonly error: string },
): Content => ({
  title: change ? 'Ask for other keyholders' : 'Name keyholders',
  back: { href: routes.keyholders.to(), text: 'Keyholders' },
  body: (
    <>
      <Heading>{change ? 'Ask for other keyholders' : 'Name keyholders'}</Heading>
      <Paragraph>
        {change
          ? 'One of the other keyholders has to agree before it is so. What they can give back stays the same.'
          : 'Choose people who can be reached, and who know the others by their voice: they give nothing back to anybody they have not spoken to.'}
      </Paragraph>
      {nameable.length < count.least ? (
        <Inset>
          There are {nameable.length} people with a key, and it takes {count.least}. Ask designated persons,
          deputies and senior managers to make theirs first.
        </Inset>
      ) : (
        <form method="post" noValidate>
          <Checkboxes
            name="holders"
            label={`Who? ${count.least} to ${count.most} people`}
            hint="Those who have a key of their own."
            options={nameable.map(({ id, name }) => ({
              value: id,
              text: name,
              checked: sent ? sent.chosen.includes(id) : holders.some(one => one.id === id && one.works),
            }))}
            error={sent?.error}
          />
          <Button once>{change ? 'Ask another keyholder' : 'Name them'}</Button>
        </form>
      )}
    </>
  ),
})

import { inDays, inTime, later } from '../kit/clock.ts'
import { screen } from '../screens/index.ts'
import { Button, ButtonLink, Details, Heading, Paragraph, Subheading, SummaryList, Tag } from '../ui/index.ts'
import { ownKey } from './access.ts'
import { NewPasskeyForm, prfScript } from './passkey-form.tsx'
import { IfLost, type Recoverability, recoverability } from './recovery/if-lost.tsx'
import { routes } from './routes.ts'
import { unlockedFor as times } from './rules.ts'
import { unlockedFor } from './sitting.ts'
import type { KeyTable, LockTable } from './tables.ts'

/** My key: whether it is unlocked here, what unlocks it, and since when I have it. */
export const keyScreen = screen({
  address: routes.key,
  load: async reader => {
    const keeping = await ownKey(reader)
    if (!keeping) return undefined
    const [unlocked, recoverable] = await Promise.all([unlockedFor(reader), recoverability(reader)])
    return { ...keeping, ...recoverable, until: unlocked && later(unlocked.since, times.most) }
  },
  show: ({ actor, thing: { key, locks, until, ...beside } }) => ({
    title: 'Your key',
    scripts: [prfScript],
    body: key ? (
      <Kept unlocked={until} locks={locks} made={key} account={actor.name} {...beside} />
    ) : (
      <None />
    ),
  }),
})

const WhatFor = () => (
  <Details summary="What a key is for">
    <p class="govuk-body">
      Some of what is written here is for a few people alone. It is sealed to their keys before it is stored,
      so that a copy of the database, or an administrator who is curious, shows nothing of it. Whoever writes
      needs no key.
    </p>
    <p class="govuk-body">
      The server opens it only while you have your key unlocked, to show it to you. Lock your key when you
      leave your desk.
    </p>
  </Details>
)

const None = () => (
  <>
    <Heading>Your key</Heading>
    <Paragraph>
      You have no key yet. Without one, nothing can be sealed to you and you can read none of it.
    </Paragraph>
    <ButtonLink href={routes.make.to()}>Make your key</ButtonLink>
    <WhatFor />
  </>
)

/** The end of a public half, by which two people can see that they mean the same key. */
const fingerprint = (recipient: string): string => (recipient.slice(-16).match(/.{4}/g) ?? []).join(' ')

function Kept(
  props: {
    readonly unlocked: Date | undefined
    readonly locks: readonly LockTable[]
    readonly made: KeyTable
    readonly account: string
  } & Recoverability,
) {
  const { unlocked, locks, made, account } = props
  return (
    <>
      <Heading>Your key</Heading>
      <div class={`ly-key ly-key--${unlocked ? 'open' : 'shut'}`}>
        <p class="ly-key__state">
          <Tag colour={unlocked ? 'green' : 'grey'}>{unlocked ? 'Unlocked' : 'Locked'}</Tag>
        </p>
        <Paragraph>
          {unlocked
            ? `On this device, until you have read nothing sealed for 30 minutes, and no later than ${inTime(unlocked)}.`
            : 'What is sealed to you cannot be read here until you unlock it.'}
        </Paragraph>
        {unlocked ? (
          <form method="post" action={routes.lock.to()}>
            <Button kind="secondary">Lock it now</Button>
          </form>
        ) : (
          <ButtonLink href={routes.unlock.to()}>Unlock</ButtonLink>
        )}
      </div>
      <Subheading>What unlocks it</Subheading>
      <SummaryList
        rows={locks.map(lock => ({
          key: lock.kind === 'words' ? 'Your passphrase' : (lock.name ?? 'A passkey'),
          value: `Since ${inDays(lock.added_at)}`,
          actions: [
            lock.kind === 'words'
              ? { href: routes.words.to(), text: 'Change', about: 'your passphrase' }
              : { href: routes.removeLock.to({ lock: lock.id }), text: 'Remove', about: lock.name ?? '' },
          ],
        }))}
      />
      <div class="ly-acts">
        {locks.every(({ kind }) => kind !== 'words') && (
          <ButtonLink kind="secondary" href={routes.words.to()}>
            Add a passphrase
          </ButtonLink>
        )}
        <NewPasskeyForm
          action={routes.addPasskey.to()}
          next={routes.key.to()}
          text="Add a passkey"
          account={`${account}, key`}
        />
      </div>
      <IfLost {...props} />
      <Subheading>About it</Subheading>
      <SummaryList
        rows={[
          { key: 'Made', value: inDays(made.made_at) },
          { key: 'Its last letters', value: <code>{fingerprint(made.recipient)}</code> },
        ]}
      />
      <WhatFor />
    </>
  )
}

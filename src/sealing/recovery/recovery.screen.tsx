import { closeDuties, owes } from '../../duties/index.ts'
import { inFull } from '../../kit/clock.ts'
import { tick } from '../../kit/forms/index.ts'
import { type PersonActor, record, type Writer } from '../../records/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Checkboxes, Heading, Inset, Paragraph, SummaryList } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { unlockedFor } from '../sitting.ts'
import { UnlockFirst } from '../unlock.screen.tsx'
import { type RecoveryHere, recoveryToSee } from './access.ts'
import { stopRecovery } from './ask-recovery.ts'
import { helpRecovery } from './help-recovery.ts'
import { askedWords } from './words.ts'

/** What two keyholders are asked: who did what of it; to one of them, their part. */
export const recoveryScreen = screen({
  address: routes.recovery,
  fields: { sure: tick('Say that you know that it is them, before you open your part') },
  loadOnRecord: async (writer, { recovery: id }) => {
    const here = await recoveryToSee(writer, id)
    if (!here) return undefined
    await seen(writer, here)
    return { here, unlocked: await unlockedFor(writer) }
  },
  show: ({ thing: { here, unlocked }, form }) => ({
    title: askedWords(here.recovery),
    back: { href: routes.keyholders.to(), text: 'Keyholders' },
    body: (
      <>
        <Heading>{askedWords(here.recovery)}</Heading>
        <Facts {...here} />
        {here.helps &&
          (unlocked ? (
            <Part {...here} error={form.errors.sure} />
          ) : (
            <UnlockFirst next={routes.recovery.to({ recovery: here.recovery.id })} />
          ))}
        {here.stops && (
          <form method="post" action={routes.stopRecovery.to({ recovery: here.recovery.id })}>
            <Button kind="secondary">Stop this</Button>
          </form>
        )}
      </>
    ),
  }),
  submit: (writer, { here, unlocked }) => helpRecovery(writer, here, unlocked),
  done: recovery => routes.recovery.to({ recovery }),
  told: (_, { here: { recovery } }) =>
    recovery.first_by ? 'It is done.' : 'You have opened your part. Another keyholder follows.',
  refused: {
    locked: () => 'Your key has locked itself meanwhile. Unlock it, and open your part then.',
    'not-theirs': () =>
      'It takes two keyholders, and neither of them twice or for themselves. Ask another keyholder to open theirs.',
    'nothing-opens': () =>
      'Your part does not open what is wanted: it was kept for other keyholders, or not kept at all. Ask another keyholder, or stop this.',
    'cannot-hold': () =>
      'One of those who were to be keyholders has no key any more. Stop this, and ask for others.',
    'too-few': () => 'Too few of those who were to be keyholders are left. Stop this, and ask for others.',
    'changed-since': () => 'Somebody else has done something here meanwhile. Look at what it is now.',
  },
})

/** Whoever was to see who did it has seen it. */
async function seen(writer: Writer<PersonActor>, { recovery }: RecoveryHere): Promise<void> {
  const which = { kind: 'see-recovery', person: writer.actor.personId, aboutId: recovery.id } as const
  if (!(await owes(writer, which))) return
  const { entryId } = await record(writer, {
    event: 'recovery.seen',
    about: [{ kind: 'recovery', id: recovery.id }],
    cites: [],
    content: { recovery: recovery.id, at: writer.now.toISOString() },
  })
  await closeDuties(writer, which, entryId)
}

const by = (name: string | null, at: Date | null) => name !== null && at !== null && `${name}, ${inFull(at)}`

const Facts = ({ recovery }: RecoveryHere) => (
  <SummaryList
    rows={[
      { key: 'Asked by', value: by(recovery.asked_name, recovery.asked_at) },
      recovery.holder_names !== null && { key: 'Who they would be', value: recovery.holder_names.join(', ') },
      recovery.first_at !== null && {
        key: 'First keyholder',
        value: by(recovery.first_name, recovery.first_at),
      },
      recovery.second_at !== null && {
        key: 'Second keyholder',
        value: by(recovery.second_name, recovery.second_at),
      },
      recovery.ended_at !== null && {
        key: 'Stopped by',
        value: by(recovery.ended_name ?? 'Nobody: its time was over', recovery.ended_at),
      },
    ]}
  />
)

function Part({ recovery, error }: RecoveryHere & { readonly error: string | undefined }) {
  const who = recovery.kind === 'key' ? recovery.for_name : recovery.asked_name
  return (
    <>
      <Inset>
        Speak to {who} first, face to face or on a number you know. Somebody who has only got into their
        mailbox would ask in just this way.
      </Inset>
      <Paragraph>
        {recovery.first_by
          ? 'With your part it is done. Both your names are on the record, and the designated persons are told.'
          : 'Your part alone opens nothing. Another keyholder has to follow, in their own sign-in.'}
      </Paragraph>
      <form method="post" noValidate>
        <Checkboxes
          name="sure"
          label="Do you know that it is them?"
          options={[{ value: 'yes', text: `I have spoken to ${who}, and it is their wish` }]}
          error={error}
        />
        <Button once>Open my part</Button>
      </form>
    </>
  )
}

/** Nothing comes of it. */
export const stopRecoveryScreen = screen({
  address: routes.stopRecovery,
  fields: {},
  load: (reader, { recovery }) => recoveryToSee(reader, recovery),
  show: ({ thing: { recovery, stops } }) => ({
    title: 'Stop this',
    back: { href: routes.recovery.to({ recovery: recovery.id }), text: askedWords(recovery) },
    body: (
      <>
        <Heading>Stop this</Heading>
        {stops ? (
          <>
            <Paragraph>
              {askedWords(recovery)}: nothing comes of it then. It can be asked for again.
            </Paragraph>
            <form method="post">
              <Button kind="warning">Stop this</Button>
            </form>
          </>
        ) : (
          <Paragraph>It is over already, or it is not yours to stop.</Paragraph>
        )}
      </>
    ),
  }),
  submit: (writer, here) => stopRecovery(writer, here),
  done: recovery => routes.recovery.to({ recovery }),
  told: () => 'It is stopped.',
  refused: { over: () => 'It is over already, or it is not yours to stop. Ask a keyholder.' },
})

import { chosen } from '../../kit/forms/index.ts'
import { refuse } from '../../kit/proof.ts'
import { screen } from '../../screens/index.ts'
import { UnlockFirst, unlockedFor } from '../../sealing/index.ts'
import { Button, Heading, Inset, Paragraph, Radios } from '../../ui/index.ts'
import { namesOf } from '../casework/queries.ts'
import { routes } from '../routes.ts'
import { handOver, whatIsThere, whoMayTakeOver } from './hand-over.ts'
import { handover } from './routes.ts'

/** Before somebody leaves: what they read becomes another's to read, in one step. */
export const handOverScreen = screen({
  address: handover.handOver,
  fields: { to: chosen<'person'>('Choose who takes over') },
  load: async reader => {
    const unlocked = await unlockedFor(reader)
    const takers = await whoMayTakeOver(reader)
    const names = await namesOf(reader.db, reader.actor.agencyId, [...takers.keys()])
    return { unlocked, names, ...(await whatIsThere(reader)) }
  },
  show: ({ thing: { unlocked, names, all, alone }, form: { typed, errors } }) => ({
    title: 'Hand over what you read',
    back: { href: routes.concerns.to(), text: 'Concerns' },
    body: (
      <>
        <Heading>Hand over what you read</Heading>
        <Paragraph>
          Before you leave, or give up your role: whoever follows you comes to read every concern that you
          read, open or closed, and what you owe because of one is theirs to do. Never one that is about them.
        </Paragraph>
        {alone.length > 0 && (
          <Inset>
            {alone.length === 1 ? 'One concern opens' : `${alone.length} concerns open`} to nobody here but
            you. You cannot leave before somebody else can read {alone.length === 1 ? 'it' : 'them'}.
          </Inset>
        )}
        {all === 0 ? (
          <Paragraph>There is nothing to hand over.</Paragraph>
        ) : names.size === 0 ? (
          <Paragraph>
            Nobody here can take over yet: a designated person, a deputy or a senior manager with a key. Ask
            an administrator to give somebody the role; they make their key under <em>My key</em>.
          </Paragraph>
        ) : unlocked ? (
          <form method="post" noValidate>
            <Radios
              name="to"
              label="Who takes over?"
              value={typed.to}
              error={errors.to}
              options={[...names].map(([value, text]) => ({ value, text }))}
            />
            <Button once>Hand over</Button>
          </form>
        ) : (
          <UnlockFirst next={handover.handOver.to()} />
        )}
      </>
    ),
  }),
  submit: async (writer, { unlocked }, { to }) =>
    unlocked ? handOver(writer, unlocked, to) : refuse('locked'),
  done: () => handover.handOver.to(),
  told: ({ handed, barred, shut, left }) =>
    [
      handed === 0 ? 'They read all of it already.' : `They read ${handed} more from now on.`,
      barred > 0 && `${barred} cannot be theirs: choose somebody else for ${barred === 1 ? 'it' : 'them'}.`,
      shut > 0 &&
        `${shut} your key opens no more: whoever follows you asks the keyholders, once you have left your role.`,
      left > 0 && `${left} are left: press it once more.`,
    ]
      .filter(Boolean)
      .join(' '),
  refused: {
    locked: () => 'Your key is locked again. Unlock it, and hand over then.',
    'cannot-take': () => 'They cannot take over any more. Choose one of those on the page.',
  },
})

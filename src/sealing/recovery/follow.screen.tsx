import { chosen } from '../../kit/forms/index.ts'
import { refuse } from '../../kit/proof.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Link, Paragraph, Radios } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { askToFollow, formerKeys } from './follow.ts'

/** Somebody is gone who cannot hand over: two keyholders are asked to give whoever follows what their key opened. */
export const followScreen = screen({
  address: routes.follow,
  fields: { person: chosen<'person'>('Choose whom you follow') },
  load: formerKeys,
  show: ({ thing: { key, former }, form: { typed, errors } }) => ({
    title: 'Follow somebody who is gone',
    back: { href: routes.key.to(), text: 'Your key' },
    body: (
      <>
        <Heading>Follow somebody who is gone</Heading>
        <Paragraph>
          Whoever leaves hands over themself what is sealed to them. Where they cannot, and their roles are
          ended, two keyholders can give you what their key opened. What is about you stays closed to you.
        </Paragraph>
        {!key ? (
          <Paragraph>
            You have no key of your own yet. <Link href={routes.key.to()}>Make it first</Link>.
          </Paragraph>
        ) : former.length === 0 ? (
          <Paragraph>
            There is nobody: everybody whose key could be opened still has a role, or you follow them already.
          </Paragraph>
        ) : (
          <form method="post" noValidate>
            <Radios
              name="person"
              label="Whom?"
              value={typed.person}
              error={errors.person}
              options={former.map(({ id, name }) => ({ value: id, text: name }))}
            />
            <Button once>Ask the keyholders</Button>
          </form>
        )}
      </>
    ),
  }),
  submit: async (writer, { key, former }, { person }) => {
    const found = former.find(({ id }) => id === person)
    return key && found ? askToFollow(writer, key, found) : refuse('cannot')
  },
  done: recovery => routes.recovery.to({ recovery }),
  told: () => 'The keyholders are asked. Speak to two of them yourself.',
  refused: {
    cannot: () =>
      'Two keyholders cannot give you that now. Ask a senior manager whether keyholders are named, and who they are.',
  },
})

import { inDays, inFull } from '../../kit/clock.ts'
import { choice } from '../../kit/forms/index.ts'
import { routes as people } from '../../people/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Hidden, Inset, Link, Paragraph, Subheading, Tag } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { chainToSee } from './access.ts'
import type { Chain, Link as ChainLink, Reached } from './links.ts'
import { sendLetters } from './send-letters.ts'
import { switchOn } from './switch-on.ts'

const fields = { do: choice(['letters', 'on'], 'Choose what to do') }

/** Whether a concern would reach somebody: every link, what is missing in each, and a way to try it. */
export const chainScreen = screen({
  address: routes.chain,
  fields,
  load: chainToSee,
  show: ({ thing, actor }) => ({
    title: 'Whether a concern would reach us',
    body: (
      <>
        <Heading>Whether a concern would reach us</Heading>
        <Standing chain={thing} place={actor.place} />
        <ul class="ly-list">
          {thing.links.map(link => (
            <One key={link.name} link={link} mends={actor.roles.some(role => mends.includes(role))} />
          ))}
        </ul>
        <Subheading>Try it</Subheading>
        <Paragraph>
          Each designated person and deputy gets a letter with a link. It counts once one of them has followed
          it, signed in. Once a month they are asked to do this again.
        </Paragraph>
        {thing.people.length > 0 && (
          <ul class="ly-list">
            {thing.people.map(one => (
              <Sent key={one.id} one={one} />
            ))}
          </ul>
        )}
        <form method="post" noValidate>
          <Hidden name="do" value="letters" />
          <Button kind="secondary" once>
            Send a test letter
          </Button>
        </form>
        {!thing.onSince && thing.ready && (
          <form method="post" noValidate>
            <Hidden name="do" value="on" />
            <Button once>Open the forms</Button>
          </form>
        )}
        <Paragraph>
          How soon the LADO is told, and whom to ring about a child:{' '}
          <Link href={people.outside.to()}>whom we tell outside, and how soon</Link>.
        </Paragraph>
        <Paragraph>
          What anybody who is worried sees: <Link href={routes.tell.to()}>our page for it</Link>.
        </Paragraph>
      </>
    ),
  }),
  submit: async (writer, chain, values) =>
    values.do === 'on' ? switchOn(writer, chain) : sendLetters(writer, chain),
  done: () => routes.chain.to(),
  told: (_, __, values) =>
    values.do === 'on'
      ? 'The forms are open. Whoever is worried can tell you now.'
      : 'The letters are on their way. Follow the link in yours.',
  refused: {
    'not-whole': () => 'Something is missing: it is marked below. Mend that first, then open the forms.',
    'nobody-to-write-to': () =>
      'There is no designated person and no deputy here. Give somebody the role first, under People.',
  },
})

/** Who may give the names and numbers, and roles. */
const mends: readonly string[] = ['administrator', 'senior-manager']

const Standing = ({ chain, place }: { readonly chain: Chain; readonly place: string }) => {
  if (!chain.onSince)
    return (
      <Inset>
        {chain.ready
          ? 'Every link is whole. You can open the forms.'
          : `The forms are not open yet: whoever is worried is told whom to call. They can be opened once every link here is whole.`}
      </Inset>
    )
  return (
    <Inset>
      {place} has taken concerns since {inDays(chain.onSince)}.{' '}
      {chain.ready
        ? 'Every link is whole.'
        : 'Something needs mending. The forms stay open as long as somebody can read what comes.'}
    </Inset>
  )
}

const One = ({ link, mends }: { readonly link: ChainLink; readonly mends: boolean }) => (
  <li>
    <strong>{link.name}</strong>{' '}
    <Tag colour={link.whole ? 'green' : 'red'}>{link.whole ? 'In place' : 'Missing'}</Tag>
    <span class="ly-list__aside">
      {link.says} {link.mend && mends && <Link href={link.mend.href}>{link.mend.text}</Link>}
    </span>
  </li>
)

const Sent = ({ one: { name, sentAt, cameAt } }: { readonly one: Reached }) => (
  <li>
    {name}
    <span class="ly-list__aside">
      {sentAt ? `Last sent at ${inFull(sentAt)}. ` : 'Nothing sent yet.'}
      {sentAt && (cameAt ? `Last came at ${inFull(cameAt)}.` : 'Not followed yet.')}
    </span>
  </li>
)

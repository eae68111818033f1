import { routes as ask } from '../ask/index.ts'
import { type Duty, routes as duties, dutiesOf } from '../duties/index.ts'
import { countUnseen, routes as messages, NewMessages } from '../messages/index.ts'
import { routes as people } from '../people/index.ts'
import { routes as policies } from '../policies/index.ts'
import type { Role } from '../records/index.ts'
import { type Opens, opensToOneOf, screen } from '../screens/index.ts'
import { Heading, Link, Paragraph, Subheading, Tag } from '../ui/index.ts'
import { routes } from './routes.ts'

/** What somebody does here is about one of these, and stands under its heading. */
const subjects = {
  families: 'Children and families',
  worries: 'Worries',
  people: 'Staff and volunteers',
  organisation: 'Our organisation',
  me: 'For myself',
} as const
type Subject = keyof typeof subjects

/** Something a person does here: shown to those to whom its address opens, so that nobody is led to a closed door. */
export interface Doing {
  readonly of: Subject
  readonly words: string
  readonly href: string
  readonly opens: Opens
}

const doings: readonly Doing[] = [
  {
    of: 'families',
    words: 'Message a child or family',
    href: messages.open.to(),
    opens: messages.open.opens,
  },
  {
    of: 'families',
    words: 'My conversations',
    href: messages.conversations.to(),
    opens: messages.open.opens,
  },
  {
    of: 'families',
    words: 'Enter a child and their family',
    href: people.addFamily.to(),
    opens: people.addFamily.opens,
  },
  { of: 'people', words: 'Find a person', href: people.people.to(), opens: people.people.opens },
  { of: 'people', words: 'Invite somebody', href: people.invite.to(), opens: people.invite.opens },
  { of: 'people', words: 'The team’s conversations', href: messages.team.to(), opens: messages.team.opens },
  {
    of: 'people',
    words: 'Policies, and who has signed',
    href: policies.policies.to(),
    opens: policies.signatures.opens,
  },
  {
    of: 'organisation',
    words: 'Our names and numbers',
    href: people.organisation.to(),
    opens: people.organisation.opens,
  },
]

/** As many duties as stand on the home page itself. */
const shown = 3

/** A person's home: ask before you act, my duties, what I do here. `more` is what the rooms above this one do. */
export const homeScreen = (more: readonly Doing[]) =>
  screen({
    address: routes.home,
    load: async reader => {
      const { db, actor } = reader
      const unseen = await countUnseen(db, actor.agencyId, actor.personId)
      return { owed: await dutiesOf(reader, actor.personId), unseen }
    },
    show: ({ thing: { owed, unseen }, actor }) => ({
      title: 'Home',
      body: (
        <div class="ly-wide">
          <Heading>Hello {actor.name.split(' ')[0]}</Heading>
          <ul class="ly-doors">
            <li class="ly-door">
              <Subheading>Ask before you act</Subheading>
              <Paragraph>
                Not sure whether you may? Five questions at most, and the answer in plain words.
              </Paragraph>
              <ul class="ly-door__list">
                <li>
                  <Link href={ask.ask.to()}>Ask about something</Link>
                </li>
                <li>
                  <Link href={policies.policies.to()}>Read the policy</Link>
                </li>
              </ul>
            </li>
            <li class="ly-door">
              <Subheading>My duties</Subheading>
              <Owed owed={owed} />
            </li>
            <li class="ly-door ly-door--wide">
              <Subheading>What I do here</Subheading>
              <Doings all={[...doings, ...more]} roles={actor.roles} unseen={unseen} />
            </li>
          </ul>
        </div>
      ),
    }),
  })

function Owed({ owed }: { readonly owed: readonly Duty[] }) {
  if (owed.length === 0) return <Paragraph>There is nothing for you to do now.</Paragraph>
  return (
    <>
      <ul class="ly-door__list">
        {owed.slice(0, shown).map(({ id, title, href, late }) => (
          <li key={id}>
            <Link href={href}>{title}</Link> {late && <Tag colour="red">Late</Tag>}
          </li>
        ))}
      </ul>
      {owed.length > shown && (
        <Paragraph>
          <Link href={duties.duties.to()}>See all {owed.length} duties</Link>
        </Paragraph>
      )}
    </>
  )
}

function Doings(about: {
  readonly all: readonly Doing[]
  readonly roles: readonly Role[]
  readonly unseen: number
}) {
  const mine = about.all.filter(({ opens }) => opensToOneOf(opens, about.roles))
  const groups = Object.entries(subjects).flatMap(([subject, heading]) => {
    const doings = mine.filter(({ of }) => of === subject)
    return doings.length > 0 ? [{ heading, doings }] : []
  })
  return (
    <div class="ly-door__groups">
      {groups.map(({ heading, doings }) => (
        <section key={heading}>
          <h3 class="govuk-heading-s">{heading}</h3>
          <ul class="ly-door__list">
            {doings.map(({ words, href }) => (
              <li key={href}>
                <Link href={href}>{words}</Link>{' '}
                {href === messages.conversations.to() && <NewMessages unseen={about.unseen} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

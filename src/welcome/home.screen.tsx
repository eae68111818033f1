import { routes as ask } from '../ask/index.ts'
import { routes as duties, dutiesOf } from '../duties/index.ts'
import { mayOpen, routes as messages } from '../messages/index.ts'
import { routes as policies } from '../policies/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Link, List, Paragraph, Subheading } from '../ui/index.ts'
import { routes } from './routes.ts'

/** A person's home: ask before you act, my duties, what I do here. */
export const home = screen({
  address: routes.home,
  load: async reader => ({ owed: await dutiesOf(reader, reader.actor.personId) }),
  show: ({ thing: { owed }, actor }) => ({
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
            <List
              items={[
                <Link href={ask.ask.to()} key="ask">
                  Ask about something
                </Link>,
                <Link href={policies.policies.to()} key="policy">
                  Read the policy
                </Link>,
              ]}
            />
          </li>
          <li class="ly-door">
            <Subheading>My duties</Subheading>
            <p class="ly-door__count">{owed.length}</p>
            <Paragraph>
              <Link href={duties.duties.to()}>
                {owed.length === 0
                  ? 'Nothing is owed'
                  : owed.length === 1
                    ? 'See what is owed'
                    : 'See what they are'}
              </Link>
            </Paragraph>
          </li>
          <li class="ly-door">
            <Subheading>What I do here</Subheading>
            <List
              items={[
                ...(mayOpen.some(role => actor.roles.includes(role))
                  ? [
                      <Link href={messages.open.to()} key="open">
                        Message a child or family
                      </Link>,
                    ]
                  : []),
                <Link href={messages.conversations.to()} key="conversations">
                  My conversations
                </Link>,
              ]}
            />
          </li>
        </ul>
      </div>
    ),
  }),
})

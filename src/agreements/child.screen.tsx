import { inFull } from '../kit/clock.ts'
import { screen } from '../screens/index.ts'
import { ButtonLink, Details, Heading, Inset, Link, List, Paragraph, Subheading } from '../ui/index.ts'
import { childToAgree } from './access.ts'
import { askedOf } from './ask.ts'
import { selectAge } from './queries.ts'
import { routes } from './routes.ts'
import { channels, maySetAge } from './rules.ts'
import { standingOf } from './standing.ts'
import { Channels, lawAndChoice, saidWords } from './words.tsx'

/** How contact with one child stands, for those who work with them: what is agreed to, by whom and until when. */
export const childScreen = screen({
  address: routes.child,
  load: async (reader, { child }) => {
    const about = await childToAgree(reader, child)
    if (!about) return undefined
    const [standing, age] = await Promise.all([
      standingOf(reader, about.child.id),
      selectAge(reader.db, reader.actor.agencyId),
    ])
    return { about, standing, age }
  },
  show: ({ thing: { about, standing, age }, actor }) => {
    const { child } = about
    const to = { child: child.id }
    const whom = askedOf(about).map(({ name }) => name)
    return {
      title: `Agreement to contact with ${child.name}`,
      back: { href: `/people/${child.id}`, text: child.name },
      body: (
        <>
          <Heading>Agreement to contact with {child.name}</Heading>
          <Channels over={standing.over} />
          <Paragraph>
            Over a way that nobody has agreed to, or that one of them says no to, nothing can be sent to or
            from {child.name}. What {child.name} writes all the same reaches the designated person.
          </Paragraph>
          {standing.ask && (
            <Inset>
              {standing.ask.asked_by_name} asked at {inFull(standing.ask.asked_at)} for:{' '}
              {standing.ask.channels.map(channel => channels[channel].words.toLowerCase()).join(', ')}.
            </Inset>
          )}
          <div class="ly-acts">
            {whom.length > 0 && <ButtonLink href={routes.ask.to(to)}>Ask {whom.join(' and ')}</ButtonLink>}
            <ButtonLink kind="secondary" href={routes.enter.to(to)}>
              Enter what was agreed on paper
            </ButtonLink>
          </div>
          {whom.length === 0 && (
            <Paragraph>
              No parent or carer of {child.name} is entered, so nobody can be asked. Your administrator enters
              them.
            </Paragraph>
          )}
          <Subheading>What was said</Subheading>
          {standing.said.length === 0 && <Paragraph>Nothing yet.</Paragraph>}
          {standing.said.length > 0 && <List items={standing.said.slice(0, 50).map(saidWords)} />}
          <Details summary={`Who may agree: from ${age.age}, young people themselves`}>
            <Paragraph>
              {age.said
                ? `Set by ${age.said.set_by_name}: ${age.said.reason}`
                : 'This is what Lanyard begins with; nobody here has chosen another age yet.'}
            </Paragraph>
            <List items={[...lawAndChoice]} />
            {maySetAge.some(role => actor.roles.includes(role)) && (
              <Paragraph>
                <Link href={routes.age.to()}>Change the age</Link>
              </Paragraph>
            )}
          </Details>
        </>
      ),
    }
  },
})

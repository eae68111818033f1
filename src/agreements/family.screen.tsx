import { dayAt, whenInWords } from '../guidance/index.ts'
import { hidden } from '../kit/forms/index.ts'
import type { PersonActor } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Hidden, Input, Inset, Link, Paragraph, Subheading } from '../ui/index.ts'
import { type AboutChild, childOfOnes, childrenToAnswer } from './access.ts'
import { answer } from './answer.ts'
import { ChannelBoxes, channelFields, lastField, shownTicked, tickedIn } from './fields.tsx'
import { routes } from './routes.ts'
import { allChannels, type Channel } from './rules.ts'
import { type OverChannel, type Standing, standingOf } from './standing.ts'
import { answerRefused, Channels, inAYear } from './words.tsx'

/** What a family has agreed to: each child of a parent's, or the young person themselves. */
export const familyAgreementsScreen = screen({
  address: routes.family,
  load: async reader => {
    const children = await childrenToAnswer(reader)
    return Promise.all(
      children.map(async about => ({ about, ...(await standingOf(reader, about.child.id)) })),
    )
  },
  show: ({ thing, actor }) => ({
    title: 'How we may be in touch',
    plain: true,
    back: { href: '/family', text: 'Your messages' },
    body: (
      <>
        <Heading>How we may be in touch</Heading>
        <Paragraph>
          {actor.place} writes to {actor.kind === 'child' ? 'you' : 'a child'} only in ways that somebody has
          agreed to. You can change your mind at any time: what you say no to stops at once.
        </Paragraph>
        {thing.length === 0 && <Paragraph>There is nobody here for you to agree for.</Paragraph>}
        {thing.map(({ about, over }) => (
          <section key={about.child.id}>
            <Subheading>{about.child.id === actor.personId ? 'You' : about.child.name}</Subheading>
            <Channels over={over} />
            <Paragraph>
              <Link href={routes.familyChild.to({ child: about.child.id })}>
                {over.some(({ asked }) => asked) ? 'Answer what was asked' : 'Change'}
                <span class="govuk-visually-hidden"> for {about.child.name}</span>
              </Link>
            </Paragraph>
          </section>
        ))}
      </>
    ),
  }),
})

/** Which boxes are ticked at first: what they said yes to; or what another did, until they say something of their own. */
function tickedAtFirst(over: readonly OverChannel[], by: string): ReadonlySet<Channel> {
  return new Set(
    over
      .filter(one => {
        const mine = one.said.find(({ given_by }) => given_by === by)
        return mine ? mine.answer === 'yes' : one.agreed
      })
      .map(({ channel }) => channel),
  )
}

const asks = ({ over, ask }: Standing): string | undefined =>
  ask && over.some(({ asked }) => asked) ? ask.asked_by_name : undefined

/** What a child may tick who cannot say yes by themselves: what is agreed to, and what they said no to. */
const theirs = (over: readonly OverChannel[], by: string): readonly Channel[] =>
  over.filter(one => one.agreed || one.said.some(({ given_by }) => given_by === by)).map(one => one.channel)

const Words = ({
  about,
  actor,
  asking,
}: {
  about: AboutChild
  actor: PersonActor
  asking: string | undefined
}) => (
  <>
    {asking && (
      <Inset>
        {asking} asks for your agreement to the ways that say so below. You need not agree to any of them.
      </Inset>
    )}
    {about.child.id === actor.personId && !about.ownYes && (
      <Paragraph>
        Your parents or carers agree for you until you are older. You can say no yourself: untick what you do
        not want. Nobody will be cross.
      </Paragraph>
    )}
    <Paragraph>
      There is always a second adult from {actor.place} who sees what is written, and all of it is kept. What
      you leave unticked is a no, and stops at once.
    </Paragraph>
  </>
)

/** A parent, or a young person, says over which channels the organisation may be in touch, and until when. */
export const familyChildScreen = screen({
  address: routes.familyChild,
  fields: { ...channelFields, last: lastField, sent: hidden(typed => (typed === '1' ? typed : undefined)) },
  load: async (reader, { child }) => {
    const about = await childOfOnes(reader, child)
    return about && { about, standing: await standingOf(reader, about.child.id) }
  },
  show: ({ thing: { about, standing }, form, actor, now }) => {
    const own = about.child.id === actor.personId
    const limited = own && !about.ownYes
    const only = limited ? theirs(standing.over, actor.personId) : allChannels
    const asked = (channel: Channel) => standing.over.find(one => one.channel === channel)?.asked
    const mine = standing.said.find(one => one.given_by === actor.personId && one.last_day)
    const title = own ? 'How we may be in touch with you' : `How we may be in touch with ${about.child.name}`
    return {
      title,
      plain: true,
      back: { href: routes.family.to(), text: 'How we may be in touch' },
      body: (
        <>
          <Heading>{title}</Heading>
          <Words about={about} actor={actor} asking={asks(standing)} />
          {only.length === 0 && <Paragraph>Nothing is agreed to yet, so there is nothing to stop.</Paragraph>}
          {only.length > 0 && (
            <form method="post" noValidate>
              <Hidden name="sent" value="1" />
              <ChannelBoxes
                label={own ? 'They may be in touch with me by' : 'I agree to'}
                only={only}
                ticked={shownTicked(form.typed, tickedAtFirst(standing.over, actor.personId))}
                said={channel => (asked(channel) ? `${asks(standing)} asks for this.` : undefined)}
              />
              {limited ? (
                <Hidden name="last" value={dayAt(now)} />
              ) : (
                <Input
                  name="last"
                  type="date"
                  width={10}
                  label="Until"
                  hint={`We ask again before then. A year is usual: ${whenInWords(inAYear(now))}.`}
                  value={form.typed.last ?? mine?.last_day ?? inAYear(now)}
                  error={form.errors.last}
                />
              )}
              <Button once>Save</Button>
            </form>
          )}
        </>
      ),
    }
  },
  submit: (writer, { about }, { last, sent: _, ...ticks }) =>
    answer(writer, about, { by: writer.actor.personId, yes: tickedIn(ticks), last, how: 'page' }),
  done: () => routes.family.to(),
  told: () => 'Saved. What you said no to has stopped.',
  refused: answerRefused,
})

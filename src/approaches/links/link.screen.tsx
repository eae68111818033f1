import { whenInWords } from '../../guidance/index.ts'
import { inDays } from '../../kit/clock.ts'
import { choice, type FormState, maybeDate, maybeText } from '../../kit/forms/index.ts'
import { EraseLink, mayBeErasedBy } from '../../retention/index.ts'
import { screen } from '../../screens/index.ts'
import {
  Button,
  ButtonLink,
  Heading,
  Input,
  Inset,
  Paragraph,
  Radios,
  Subheading,
  SummaryList,
  Textarea,
} from '../../ui/index.ts'
import { platforms } from '../rules.ts'
import { linkToDecide, linkToEnd, linkToRead } from './access.ts'
import { decideLink, decisionSeen } from './decide-link.ts'
import { endLink } from './end-link.ts'
import type { LinkRow } from './queries.ts'
import { linkRoutes } from './routes.ts'
import { decisionList, decisions, longestLink, relations } from './rules.ts'
import { isOver, isToReview, latestReview, usualReview } from './standing.ts'
import { decidedWords, LinkStanding } from './words.tsx'

/** One personal link: to whoever declared it, what was decided; to whoever hears them, what is to be. */
export const linkScreen = screen({
  address: linkRoutes.link,
  loadOnRecord: async (writer, { declared }) => {
    const found = await linkToRead(writer, declared)
    if (!found) return undefined
    if (found.mine) await decisionSeen(writer, found.link.id)
    const erases = await mayBeErasedBy(writer, { event: 'personal-link.declared', id: found.link.id })
    return { ...found, erases }
  },
  show: ({ thing: { link, mine, erases }, now }) => ({
    title: 'A personal link',
    back: mine
      ? { href: linkRoutes.links.to(), text: 'Personal links' }
      : { href: linkRoutes.team.to(), text: 'The team’s personal links' },
    body: (
      <>
        {!mine && <p class="govuk-caption-l">Declared by {link.declared_by_name}</p>}
        <Heading>{link.who}</Heading>
        {!mine && (
          <Inset>
            To know somebody is no fault, and declaring it is what we ask for. That you read this, and when,
            is on the record.
          </Inset>
        )}
        <Facts link={link} now={now} />
        {mine && !isOver(link) && <Mine link={link} />}
        {!mine && !isOver(link) && (
          <>
            <Subheading>{link.decision ? 'Look at it again' : 'Decide'}</Subheading>
            {isToReview(link, now) && (
              <Paragraph>
                Ask {link.declared_by_name} how it is now, then decide anew, or leave it as it is with a new
                day.
              </Paragraph>
            )}
            <DecideForm link={link} now={now} />
          </>
        )}
        <EraseLink kind="personal-link" id={link.id} may={erases} />
      </>
    ),
  }),
})

function Mine({ link }: { readonly link: LinkRow }) {
  return (
    <>
      <Paragraph>
        {link.decision
          ? 'Keep to what was decided. If it changes, say so to your manager, or declare it anew.'
          : 'Until it is decided: keep whatever has to do with work here, and off your own accounts.'}
      </Paragraph>
      <ButtonLink kind="secondary" href={linkRoutes.end.to({ declared: link.id })}>
        It is no longer so
      </ButtonLink>
    </>
  )
}

const Facts = ({ link, now }: { readonly link: LinkRow; readonly now: Date }) => (
  <SummaryList
    rows={[
      { key: 'Standing', value: <LinkStanding link={link} now={now} /> },
      { key: 'How they know each other', value: relations[link.relation] },
      link.platform !== null && { key: 'Connected online', value: platforms[link.platform] },
      link.says !== null && { key: 'Said besides', value: <span class="ly-lines">{link.says}</span> },
      { key: 'Declared', value: inDays(link.declared_at) },
      { key: 'Decided', value: decidedWords(link) },
      link.limits !== null && {
        key: 'The limits',
        value: <span class="ly-lines">{link.limits}</span>,
      },
      link.decided_at !== null && {
        key: 'By',
        value: `${link.decided_by_name}, ${inDays(link.decided_at)}`,
      },
      link.review_on !== null &&
        !isOver(link) && { key: 'Looked at again by', value: whenInWords(link.review_on) },
      link.ended_at !== null && { key: 'Ended', value: inDays(link.ended_at) },
    ]}
  />
)

const fields = {
  decision: choice(decisionList, 'Choose what you decide'),
  limits: maybeText({ max: longestLink.limits, called: 'The limits' }),
  ends: maybeDate('The day it ends by'),
  review: maybeDate('The day it is looked at again'),
}

function DecideForm(props: {
  readonly link: LinkRow
  readonly now: Date
  readonly form?: FormState<typeof fields>
}) {
  const { link, now, form = { typed: {}, errors: {} } } = props
  const { typed, errors } = form
  return (
    <form method="post" action={linkRoutes.decide.to({ declared: link.id })} noValidate>
      <Radios
        name="decision"
        label="What do you decide?"
        options={decisionList.map(value => ({ value, text: decisions[value].words }))}
        value={typed.decision ?? link.decision ?? undefined}
        error={errors.decision}
      />
      <Textarea
        name="limits"
        label="The limits, if there are any"
        hint="What is all right, and what is not. For example: lifts to football with his own son, no messages about school."
        rows={3}
        value={typed.limits ?? link.limits ?? undefined}
        error={errors.limits}
      />
      <Input
        name="ends"
        type="date"
        label="The day it ends by, if it ends"
        value={typed.ends}
        error={errors.ends}
      />
      <Input
        name="review"
        type="date"
        label="The day it is looked at again"
        hint="Within a year. Whoever they answer to is told before it. What ends by a day is looked at on that day."
        value={typed.review ?? usualReview(now)}
        error={errors.review}
      />
      <Button once>Decide</Button>
    </form>
  )
}

export const decideLinkScreen = screen({
  address: linkRoutes.decide,
  fields,
  load: (reader, { declared }) => linkToDecide(reader, declared),
  show: ({ thing: link, form, now }) => ({
    title: 'Decide on a personal link',
    back: { href: linkRoutes.link.to({ declared: link.id }), text: 'The personal link' },
    body: (
      <>
        <p class="govuk-caption-l">Declared by {link.declared_by_name}</p>
        <Heading>Decide on a personal link</Heading>
        <DecideForm link={link} now={now} form={form} />
      </>
    ),
  }),
  submit: (writer, link, { decision, limits, ends, review }) =>
    decideLink(writer, link, { decision, limits, endsOn: ends, reviewOn: review }),
  done: link => linkRoutes.link.to({ declared: link }),
  told: (_, { declared_by_name }) => `${declared_by_name} is told what you decided.`,
  refused: {
    'no-limits': () => 'Say what the limits are: what is all right, and what is not.',
    'no-end': () => 'Enter the day by which the contact ends.',
    'no-day': () =>
      `Enter a day after today and not after ${whenInWords(latestReview(new Date()))} on which it is looked at again.`,
  },
})

/** One's own, to say that it is over. */
export const endLinkScreen = screen({
  address: linkRoutes.end,
  fields: {},
  load: (reader, { declared }) => linkToEnd(reader, declared),
  show: ({ thing: link }) => ({
    title: 'It is no longer so',
    back: { href: linkRoutes.link.to({ declared: link.id }), text: 'The personal link' },
    body: (
      <>
        <Heading>It is no longer so</Heading>
        <Paragraph>
          You have no tie to {link.who} any more, online or otherwise. It stays on the record that you had,
          and what was decided.
        </Paragraph>
        <form method="post" noValidate>
          <Button once>Say that it is over</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, link) => endLink(writer, link),
  done: link => linkRoutes.link.to({ declared: link }),
  told: () => 'It is over. Those who read it see that.',
  refused: {},
})

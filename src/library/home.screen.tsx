import { routes as ask } from '../ask/index.ts'
import { notes, reviewState, statements, toBeReviewed, whenInWords } from '../guidance/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Link, Paragraph, Subheading, Warning } from '../ui/index.ts'
import { type Checks, checksOf, stateOf } from './checks.ts'
import { routes } from './routes.ts'
import { type Way, ways } from './rules.ts'
import { SearchForm } from './search-form.tsx'

interface Door {
  readonly href: string
  readonly text: string
  readonly about: string
}

// Object.entries forgets the names of a table that has exactly these.
const wayDoors = (Object.entries(ways) as [Way, { title: string; about: string }][]).map(
  ([way, { title, about }]): Door => ({ href: routes.way.to({ way }), text: title, about }),
)
const readFirst: readonly Door[] = [
  {
    href: routes.general.to(),
    text: 'What to do and what not to do',
    about: 'The general rules, in two lists',
  },
  {
    href: routes.reporting.to(),
    text: 'If you are worried',
    about: 'Who to tell, and where to report it',
  },
  {
    href: routes.cases.to(),
    text: 'Three cases',
    about: 'What people did online, and what came of it',
  },
]
const more: readonly Door[] = [
  {
    href: routes.law.to(),
    text: 'The law, then and now',
    about: 'Offences and penalties in England and Wales',
  },
  {
    href: routes.notes.to(),
    text: 'What has changed since 2015',
    about: `${notes.length} notes, each with its source`,
  },
  { href: routes.sources.to(), text: 'Where to find out more', about: 'And which addresses still hold' },
  {
    href: routes.words.to(),
    text: 'What the words mean',
    about: 'Social media, live streaming, LADO and others',
  },
  {
    href: routes.about.to(),
    text: 'About the document',
    about: 'What it is, and the policies an organisation should hold',
  },
  {
    href: routes.trace.to(),
    text: 'What Lanyard makes of it',
    about: `All ${statements.length} statements, one by one`,
  },
]

/** The way into the guidance: ask it something, or read. */
export const libraryHome = screen({
  address: routes.home,
  load: async reader => ({ checks: await checksOf(reader) }),
  show: ({ thing: { checks }, now, actor }) => ({
    title: 'Guidance',
    body: (
      <div class="ly-wide">
        <Heading>Guidance</Heading>
        <SearchForm />
        <Paragraph>
          Not sure whether you may do something? <Link href={ask.ask.to()}>Ask before you act</Link>.
        </Paragraph>
        {reviewState(toBeReviewed, now) === 'overdue' && (
          <Warning>
            The guidance was to be reviewed in {whenInWords(toBeReviewed)}, and its review is overdue. What
            has changed since 2015 stands beside it.
          </Warning>
        )}
        <Doors title="Read first" doors={readFirst} />
        <Doors title="Six ways of being in contact" doors={wayDoors} />
        <Doors title="More" doors={more} />
        <Checking checks={checks} now={now} place={actor.place} />
      </div>
    ),
  }),
})

const Doors = ({ title, doors }: { title: string; doors: readonly Door[] }) => (
  <>
    <Subheading>{title}</Subheading>
    <ul class="ly-doors ly-doors--short">
      {doors.map(({ href, text, about }) => (
        <li class="ly-door" key={href}>
          <p class="ly-door__way">
            <Link href={href}>{text}</Link>
          </p>
          <p class="govuk-body">{about}</p>
        </li>
      ))}
    </ul>
  </>
)

function Checking({ checks, now, place }: { checks: Checks; now: Date; place: string }) {
  const checked = notes.filter(one => stateOf(one, checks.get(one.id), now) === 'checked').length
  return (
    <Paragraph>
      {place} has checked {checked} of {notes.length} notes against their sources. None of this is legal
      advice.
    </Paragraph>
  )
}

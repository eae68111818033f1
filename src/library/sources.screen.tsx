import { type KnownPlace, newerPlaces, note, placeStates, printedPlaces } from '../guidance/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Link, Paragraph, Subheading, Tag } from '../ui/index.ts'
import { routes } from './routes.ts'
import { inSections } from './shelf.ts'
import { StatementList } from './statement-list.tsx'

const colours = { current: 'green', moved: 'blue', gone: 'red', 'not checked': 'grey' } as const
const words = { current: 'Current', moved: 'Moved', gone: 'Gone', 'not checked': 'Not checked' } as const

/** A place: what it is and how it stands; what was printed; where it is today. */
const Places = ({ places }: { places: readonly KnownPlace[] }) => (
  <ul class="ly-list">
    {places.map(place => (
      <li key={place.name}>
        <Tag colour={colours[place.state]}>{words[place.state]}</Tag>{' '}
        {place.statement ? (
          <Link href={routes.statement.to({ statement: place.statement })}>{place.name}</Link>
        ) : (
          place.name
        )}
        {place.printed && <span class="ly-list__aside ly-address">Printed in 2015: {place.printed}</span>}
        {(place.now || place.more || place.note) && <Today place={place} />}
      </li>
    ))}
  </ul>
)

const Today = ({ place: { now, more, note: id, name } }: { place: KnownPlace }) => (
  <span class="ly-list__aside ly-address">
    {now && (
      <>
        Today: <Link href={now.href}>{now.text}</Link>.
      </>
    )}{' '}
    {more}{' '}
    {id && (
      <Link href={`${routes.topic.to({ topic: note(id).topic })}#${id}`}>
        Source<span class="govuk-visually-hidden"> of what is said of {name}</span>
      </Link>
    )}
  </span>
)

/** Where to find out more, and how each address of 2015 stands today. */
export const sourcesScreen = screen({
  address: routes.sources,
  load: async () => ({}),
  show: () => ({
    title: 'Where to find out more',
    back: { href: routes.home.to(), text: 'Guidance' },
    body: (
      <>
        <Heading>Where to find out more</Heading>
        <Paragraph>
          The addresses are those that were printed in 2015. Where one was not checked, take it as history.
        </Paragraph>
        <ul class="govuk-list govuk-list--bullet">
          {Object.entries(placeStates).map(([state, meaning]) => (
            <li key={state}>
              <strong>{words[state as keyof typeof words]}</strong>: {lower(meaning)}.
            </li>
          ))}
        </ul>
        <Subheading>Addresses and numbers of 2015</Subheading>
        <Places places={printedPlaces} />
        <Subheading>Others</Subheading>
        <Places places={newerPlaces} />
        <Subheading>What the 2015 text says of each</Subheading>
        <StatementList statements={inSections('sources')} />
      </>
    ),
  }),
})

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

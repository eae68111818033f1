import { newerPlaces, note, printedPlaces, type Standing, standings } from '../guidance/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Link, Paragraph, Subheading, Table, Tag } from '../ui/index.ts'
import { routes } from './routes.ts'
import { inSections } from './shelf.ts'
import { StatementList } from './statement-list.tsx'

const colours = { current: 'green', moved: 'blue', gone: 'red', 'not checked': 'grey' } as const
const words = { current: 'Current', moved: 'Moved', gone: 'Gone', 'not checked': 'Not checked' } as const

const rowOf = (place: Standing) => [
  place.statement ? (
    <Link href={routes.statement.to({ statement: place.statement })}>{place.name}</Link>
  ) : (
    place.name
  ),
  <span class="ly-address" key="printed">
    {place.printed ?? '—'}
  </span>,
  <Tag colour={colours[place.standing]} key="standing">
    {words[place.standing]}
  </Tag>,
  <span class="ly-address" key="now">
    {place.now && <Link href={place.now.href}>{place.now.text}</Link>} {place.more}{' '}
    {place.note && (
      <Link href={`${routes.topic.to({ topic: note(place.note).topic })}#${place.note}`}>
        Source<span class="govuk-visually-hidden"> of what is said of {place.name}</span>
      </Link>
    )}
  </span>,
]

/** Where to find out more, and how each address of 2015 stands today. */
export const sourcesScreen = screen({
  address: routes.sources,
  load: async () => ({}),
  show: () => ({
    title: 'Where to find out more',
    back: { href: routes.home.to(), text: 'Guidance' },
    body: (
      <div class="ly-wide">
        <Heading>Where to find out more</Heading>
        <Paragraph>
          The addresses are those that were printed in 2015. Where one was not checked, take it as history.
        </Paragraph>
        <ul class="govuk-list govuk-list--bullet">
          {Object.entries(standings).map(([standing, meaning]) => (
            <li key={standing}>
              <strong>{words[standing as keyof typeof words]}</strong>: {lower(meaning)}.
            </li>
          ))}
        </ul>
        <Table
          caption="Addresses and numbers of 2015"
          columns={[{ head: 'Who' }, { head: 'Printed in 2015' }, { head: 'Standing' }, { head: 'Today' }]}
          rows={printedPlaces.map(rowOf)}
        />
        <Table
          caption="Others"
          columns={[{ head: 'Who' }, { head: 'Printed in 2015' }, { head: 'Standing' }, { head: 'Today' }]}
          rows={newerPlaces.map(rowOf)}
        />
        <Subheading>What the 2015 text says of each</Subheading>
        <StatementList statements={inSections('sources')} />
      </div>
    ),
  }),
})

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

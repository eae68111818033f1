import { notesOn } from '../guidance/index.ts'
import { organisationFacts } from '../people/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Link, List, Paragraph, Subheading, Warning } from '../ui/index.ts'
import { checksOf } from './checks.ts'
import { NoteCard } from './note-card.tsx'
import { routes } from './routes.ts'
import { inSections, these } from './shelf.ts'
import { StatementList } from './statement-list.tsx'

/** Notes on where to go, which the page shows in the order of who should think of them first. */
const first = ['never-copy', 'lado', 'low-level', 'ceop-address', 'iwf-remit']

/** What to do when something is worrying: 999, then the agency's own people, then the bodies outside it. */
export const reportingScreen = screen({
  address: routes.reporting,
  load: async reader => {
    const [office, checks] = await Promise.all([organisationFacts(reader), checksOf(reader)])
    return { office, checks }
  },
  show: ({ thing: { office, checks }, now, actor }) => {
    const looking = { checks, now, actor }
    const notes = notesOn('concerns').toSorted((one, other) => place(one.id) - place(other.id))
    return {
      title: 'If you are worried',
      back: { href: routes.home.to(), text: 'Guidance' },
      body: (
        <>
          <Heading>If you are worried</Heading>
          <Warning>If a child is in danger now, call 999. You need nobody’s leave.</Warning>
          <Subheading>Then</Subheading>
          <List
            numbered
            items={[
              <>
                Tell the designated person at {office.name}
                {office.phone && `: ${office.phone}`}.
                {office.outOfHours && ` Out of hours: ${office.outOfHours}.`} Or{' '}
                <Link href="/tell">write it here</Link>: two minutes, and it is on record.
              </>,
              'Do not promise to keep it secret, and do not look into it yourself.',
              'Write down what you saw or heard, in their words, with the time and the web address. Do not copy pictures.',
              'Report what happens online to CEOP or the police as well, at once. No step in your organisation stands before that.',
            ]}
          />
          <Subheading>What the guidance says</Subheading>
          <StatementList statements={[...inSections('worries', 'reporting'), ...these('REP-999-2')]} />
          <Subheading>What to know today</Subheading>
          <Paragraph>
            Where to go has changed since 2015, and some of what was printed no longer holds.
          </Paragraph>
          {notes.map(one => (
            <NoteCard key={one.id} note={one} looking={looking} />
          ))}
        </>
      ),
    }
  },
})

const place = (id: string): number => (first.includes(id) ? first.indexOf(id) : first.length)

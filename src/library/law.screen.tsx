import { note, notesOn } from '../guidance/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Inset, Link, Paragraph, Subheading, Table } from '../ui/index.ts'
import { checksOf } from './checks.ts'
import { NoteCard } from './note-card.tsx'
import { type Most, newerOffences, offences } from './offences.ts'
import { routes } from './routes.ts'
import { inSections } from './shelf.ts'
import { StatementList } from './statement-list.tsx'

const most = ({ magistrates, jury }: Most) => (jury ? `${magistrates}; before a jury ${jury}` : magistrates)

const [first, ...others] = newerOffences.map(note)

/** Offences and penalties as the document printed them, and as they are now. England and Wales, and it says so. */
export const lawScreen = screen({
  address: routes.law,
  load: async reader => ({ checks: await checksOf(reader) }),
  show: ({ thing: { checks }, now, actor }) => {
    const looking = { checks, now, actor }
    return {
      title: 'The law, then and now',
      back: { href: routes.home.to(), text: 'Guidance' },
      body: (
        <div class="ly-wide">
          <Heading>The law, then and now</Heading>
          <Inset>
            This is the law of England and Wales. Scotland and Northern Ireland have their own. None of it is
            legal advice.
          </Inset>
          <Table
            caption="The most that a court can give, in prison"
            columns={[{ head: 'Offence' }, { head: 'Then: July 2015' }, { head: 'Now' }, { head: 'Source' }]}
            rows={offences.map(({ name, in2015, today, by }) => [
              name,
              most(in2015),
              most(in2015) === most(today) ? `Still ${most(today)}` : <strong>{most(today)}</strong>,
              by.map((id, at) => (
                <span key={id}>
                  {at > 0 && ', '}
                  <Link href={`#${id}`}>{note(id).title}</Link>
                </span>
              )),
            ])}
          />
          <Paragraph>
            A fine can be given as well, or in place of prison. Magistrates’ 12 months are for convictions on
            or after 18 November 2024.
          </Paragraph>
          <Subheading>New since 2015</Subheading>
          {first && <NoteCard note={first} looking={looking} />}
          {others.map(one => (
            <NoteCard key={one.id} note={one} looking={looking} />
          ))}
          <Subheading>What has become of the offences in the list</Subheading>
          {notesOn('offences')
            .filter(({ id }) => !newerOffences.includes(id))
            .map(one => (
              <NoteCard key={one.id} note={one} looking={looking} />
            ))}
          <Subheading>What the 2015 text says</Subheading>
          <StatementList statements={inSections('law')} />
        </div>
      ),
    }
  },
})

import { note, notesOn } from '../guidance/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Inset, Subheading } from '../ui/index.ts'
import { checksOf } from './checks.ts'
import { NoteCard } from './note-card.tsx'
import { newerOffences } from './offences.ts'
import { routes } from './routes.ts'
import { inSections } from './shelf.ts'
import { StatementList } from './statement-list.tsx'
import { ThenAndNow } from './then-and-now.tsx'

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
          <ThenAndNow />
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

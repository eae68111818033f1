import { notesBeside } from '../guidance/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Inset, Link, Paragraph, Subheading } from '../ui/index.ts'
import { routes } from './routes.ts'
import { isWay, kinds, wayOrder, ways } from './rules.ts'
import { inSections, ofKind } from './shelf.ts'
import { StatementList } from './statement-list.tsx'

/** One way of being in contact: do not, best, safe, poor, what is at risk, what should be in place. */
export const wayScreen = screen({
  address: routes.way,
  load: async (_, { way }) => (isWay(way) ? { way } : undefined),
  show: ({ thing: { way } }) => {
    const all = inSections(way)
    const meanings = ofKind(all, 'definition')
    const notes = new Set(all.flatMap(({ id }) => notesBeside(id))).size
    return {
      title: ways[way].title,
      back: { href: routes.home.to(), text: 'Guidance' },
      body: (
        <>
          <Heading>{ways[way].title}</Heading>
          {meanings.length > 0 && <StatementList statements={meanings} />}
          {ofKind(all, 'dont').length === 0 && (
            <Inset>
              The document has no “do not” of its own here. What holds everywhere is under{' '}
              <Link href={routes.general.to()}>What to do and what not to do</Link>.
            </Inset>
          )}
          {wayOrder.map(([kind, ...others]) => {
            const some = ofKind(all, ...(kind ? [kind] : []), ...others)
            const [first] = some
            return (
              first && (
                <section key={kind}>
                  <Subheading>{kinds[first.kind].head}</Subheading>
                  <StatementList statements={some} />
                </section>
              )
            )
          })}
          <Paragraph>
            Beside these stand {notes} notes on what has changed since 2015: open a statement to read them, or{' '}
            <Link href={routes.notes.to()}>see all notes</Link>.
          </Paragraph>
        </>
      ),
    }
  },
})

import { countBySection, sections, treatments } from '../guidance/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Link, Pagination, Paragraph, Table } from '../ui/index.ts'
import { routes } from './routes.ts'
import { inSections, isSection, sectionNames } from './shelf.ts'
import { BecameOf } from './traced.tsx'

/** How much of the guidance Lanyard carries out, section by section. */
export const traceScreen = screen({
  address: routes.trace,
  load: async () => countBySection(),
  show: ({ thing: { all, sections: counted } }) => ({
    title: 'What Lanyard makes of the guidance',
    back: { href: routes.home.to(), text: 'Guidance' },
    body: (
      <div class="ly-wide">
        <Heading>What Lanyard makes of the guidance</Heading>
        <Paragraph>
          Of {all.statements} statements, {all.carriedOut} are carried out and {all.planned} are still to
          come; {all.begun} of those have begun. A statement of which only a part is done counts as still to
          come.
        </Paragraph>
        <Table
          caption="Section by section"
          columns={[
            { head: 'Section' },
            { head: 'Statements', numeric: true },
            { head: 'Carried out', numeric: true },
            { head: 'Still to come', numeric: true },
            { head: 'Of these, begun', numeric: true },
          ]}
          rows={counted.map(({ section, statements, carriedOut, planned, begun }) => [
            <Link key={section} href={routes.traced.to({ section })}>
              {sections[section]}
            </Link>,
            statements,
            carriedOut,
            planned,
            begun,
          ])}
        />
        <Table
          caption="How a statement can be treated"
          columns={[{ head: 'Treatment' }, { head: 'What it means' }]}
          rows={Object.entries(treatments).map(([name, meaning]) => [
            name.charAt(0).toUpperCase() + name.slice(1),
            `${meaning}.`,
          ])}
        />
      </div>
    ),
  }),
})

/** What became of each statement of one section. */
export const tracedScreen = screen({
  address: routes.traced,
  load: async (_, { section }) => (isSection(section) ? { section } : undefined),
  show: ({ thing: { section } }) => {
    const at = sectionNames.indexOf(section)
    const step = (to: typeof section | undefined) =>
      to && { href: routes.traced.to({ section: to }), label: sections[to] }
    return {
      title: `What became of: ${sections[section]}`,
      back: { href: routes.trace.to(), text: 'What Lanyard makes of the guidance' },
      body: (
        <div class="ly-wide">
          <Heading>{sections[section]}</Heading>
          <Table
            caption="Statement by statement"
            columns={[{ head: 'Statement' }, { head: 'What it says' }, { head: 'In Lanyard' }]}
            rows={inSections(section).map(one => [
              <Link key={one.id} href={routes.statement.to({ statement: one.id })}>
                {one.id}
              </Link>,
              one.says,
              <BecameOf key={one.id} statement={one} />,
            ])}
          />
          <Pagination
            label="Sections"
            previous={step(sectionNames[at - 1])}
            next={step(sectionNames[at + 1])}
          />
        </div>
      ),
    }
  },
})

import { screen } from '../../screens/index.ts'
import { ButtonLink, Heading, List, Paragraph, Subheading } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { mayImport } from './access.ts'
import { importKinds, kindWords, mostRows } from './rules.ts'

const about = {
  staff: 'Everybody who works or volunteers here: their role, who they answer to, and their team.',
  families: 'Children, their parents and carers, and who works with them. Import staff first.',
} as const

/** Where bringing in many people at once starts. */
export const importPeopleScreen = screen({
  address: routes.importPeople,
  load: async reader => ((await mayImport(reader)) ? {} : undefined),
  show: () => ({
    title: 'Import people',
    back: { href: routes.people.to(), text: 'People' },
    body: (
      <>
        <Heading>Import people</Heading>
        <Paragraph>
          Bring in many people at once from a spreadsheet, saved as a CSV file of up to{' '}
          {mostRows.toLocaleString('en-GB')} rows.
        </Paragraph>
        <List
          numbered
          items={[
            'Choose your file. It is kept for a day at most.',
            'See what it would do, and what is wrong in it, row by row. Nothing is done yet.',
            'Import it. Everybody in it is added, or nobody is.',
          ]}
        />
        {importKinds.map(kind => (
          <section key={kind}>
            <Subheading>{kind === 'staff' ? 'Staff' : 'Children and families'}</Subheading>
            <Paragraph>{about[kind]}</Paragraph>
            <ButtonLink href={routes.importUpload.to({ kind })}>{kindWords[kind].title}</ButtonLink>
          </section>
        ))}
      </>
    ),
  }),
})

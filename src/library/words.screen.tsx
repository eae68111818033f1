import { screen } from '../screens/index.ts'
import { Heading, Paragraph, Subheading, SummaryList } from '../ui/index.ts'
import { routes } from './routes.ts'
import { inSections, these } from './shelf.ts'
import { StatementList } from './statement-list.tsx'

/** Names that the notes use, for those who meet them for the first time. */
const names: readonly (readonly [name: string, meaning: string])[] = [
  ['CEOP', 'The part of the National Crime Agency that takes word of sexual abuse and grooming online.'],
  ['Childline', 'The helpline for children and young people: 0800 1111.'],
  ['DBS', 'The Disclosure and Barring Service, which issues certificates about people’s records.'],
  ['Designated person', 'Who answers for safeguarding in an organisation.'],
  ['DPIA', 'Data protection impact assessment: thinking through what could go wrong, before it can.'],
  ['Either-way offence', 'One that magistrates may try, or a judge and jury.'],
  ['ICO', 'The Information Commissioner’s Office, which watches over data protection.'],
  ['IWF', 'The Internet Watch Foundation, which has pictures of child sexual abuse taken down.'],
  [
    'LADO',
    'The local authority’s designated officer, who is told of worries about adults who work with children.',
  ],
  ['LSCB', 'Local safeguarding children board. There are none any more: partnerships took their place.'],
  ['WCAG', 'The Web Content Accessibility Guidelines: what makes a page one that everybody can read.'],
]

export const wordsScreen = screen({
  address: routes.words,
  load: async () => ({}),
  show: () => ({
    title: 'What the words mean',
    back: { href: routes.home.to(), text: 'Guidance' },
    body: (
      <>
        <Heading>What the words mean</Heading>
        <Subheading>Social media</Subheading>
        <StatementList statements={inSections('meaning')} />
        <Subheading>Social networks</Subheading>
        <StatementList statements={these('SN-DEF-1', 'SN-DEF-2')} />
        <Subheading>Live streaming</Subheading>
        <StatementList statements={these('LS-DEF-1')} />
        <Subheading>Your own equipment</Subheading>
        <StatementList statements={these('IM-DONT-NOTE', 'PH-DONT-NOTE', 'SN-EITHER-1', 'EM-EITHER-1')} />
        <Subheading>Courts</Subheading>
        <StatementList statements={these('LEG-SUMMARY', 'LEG-INDICTABLE')} />
        <Subheading>Names you may meet</Subheading>
        <Paragraph>These are our own words, for the names in the notes.</Paragraph>
        <SummaryList rows={names.map(([key, value]) => ({ key, value }))} />
      </>
    ),
  }),
})

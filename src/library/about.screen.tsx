import { publishedOn, type ReviewState, reviewState, toBeReviewed, whenInWords } from '../guidance/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Subheading, SummaryList, Tag } from '../ui/index.ts'
import { routes } from './routes.ts'
import { inSections } from './shelf.ts'
import { StatementList } from './statement-list.tsx'

const colours = { 'in force': 'green', due: 'yellow', overdue: 'red' } as const satisfies Record<
  ReviewState,
  string
>
const words = { 'in force': 'In force', due: 'Due', overdue: 'Overdue' } as const

/** What the document is, who brought it out, when it was to be reviewed, and which policies it expects. */
export const aboutScreen = screen({
  address: routes.about,
  load: async () => ({}),
  show: ({ now }) => {
    const review = reviewState(toBeReviewed, now)
    return {
      title: 'About the document',
      back: { href: routes.home.to(), text: 'Guidance' },
      body: (
        <>
          <Heading>About the document</Heading>
          <SummaryList
            rows={[
              { key: 'Title', value: 'E-Safety: Social Media Guidance' },
              { key: 'Brought out', value: whenInWords(publishedOn) },
              {
                key: 'To be reviewed',
                value: (
                  <>
                    {whenInWords(toBeReviewed)} <Tag colour={colours[review]}>{words[review]}</Tag>
                  </>
                ),
              },
              {
                key: 'Its words here',
                value:
                  'Every statement stands here in plain words of our own. Facts and figures are those of 2015; what is newer stands beside them.',
              },
            ]}
          />
          <Subheading>Title, dates and publisher</Subheading>
          <StatementList statements={inSections('front-matter')} />
          <Subheading>What it is for, and the policies to hold</Subheading>
          <StatementList statements={inSections('introduction')} />
          <Subheading>Why it was written</Subheading>
          <StatementList statements={inSections('background')} />
          <Subheading>The covering policy</Subheading>
          <StatementList statements={inSections('covering-policy')} />
          <Subheading>Its contents list</Subheading>
          <StatementList statements={inSections('contents')} />
        </>
      ),
    }
  },
})

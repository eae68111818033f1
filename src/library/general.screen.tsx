import { screen } from '../screens/index.ts'
import { Heading, Paragraph, Subheading } from '../ui/index.ts'
import { routes } from './routes.ts'
import { inSections, ofKind } from './shelf.ts'
import { StatementList } from './statement-list.tsx'

const general = inSections('general')
const status = ofKind(general, 'meta')

/** What is appropriate and what is not, with “Do not” in words; then the summary, which says it again at more length. */
export const generalScreen = screen({
  address: routes.general,
  load: async () => ({}),
  show: () => ({
    title: 'What to do and what not to do',
    back: { href: routes.home.to(), text: 'Guidance' },
    body: (
      <div class="ly-wide">
        <Heading>What to do and what not to do</Heading>
        <div class="ly-two">
          <section>
            <Subheading>Not appropriate</Subheading>
            <StatementList
              statements={[...ofKind(general, 'dont'), ...inSections('general-inappropriate')]}
            />
          </section>
          <section>
            <Subheading>Appropriate</Subheading>
            <StatementList statements={[...ofKind(general, 'good'), ...inSections('general-appropriate')]} />
          </section>
        </div>
        <Subheading>The summary: the same at more length</Subheading>
        <Paragraph>The document ends with these. They say again what stands above, with reasons.</Paragraph>
        <div class="ly-two">
          <section>
            <h3 class="govuk-heading-s">Not appropriate</h3>
            <StatementList statements={inSections('summary-inappropriate')} />
          </section>
          <section>
            <h3 class="govuk-heading-s">Appropriate</h3>
            <StatementList statements={inSections('summary-appropriate')} />
          </section>
        </div>
        <StatementList statements={status} />
      </div>
    ),
  }),
})

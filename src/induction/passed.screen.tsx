import { whenInWords } from '../guidance/index.ts'
import { inDays } from '../kit/clock.ts'
import { routes as receipts } from '../receipts/index.ts'
import { screen } from '../screens/index.ts'
import { ButtonLink, Details, Link, Panel, Paragraph, SummaryList } from '../ui/index.ts'
import { selectNewestPass } from './queries.ts'
import { routes } from './routes.ts'
import { partsOf } from './walking.ts'

/** That somebody has done it: when, until when it counts, and their receipt. Theirs alone to see. */
export const passedScreen = screen({
  address: routes.passed,
  load: ({ db, actor }) => selectNewestPass(db, actor.agencyId, actor.personId),
  show: ({ thing: pass }) => ({
    title: 'Your induction is done',
    back: { href: routes.path.to(), text: 'Your induction' },
    body: (
      <>
        <Panel title="Your induction is done">Valid until {whenInWords(pass.valid_until)}</Panel>
        <Paragraph>
          You finished it on {inDays(pass.passed_at)}. Four weeks before it runs out we remind you to walk it
          again, with other situations.
        </Paragraph>
        <Paragraph>
          Your <Link href={receipts.receipt.to({ entry: pass.entry_id })}>receipt</Link> proves that you did
          it, and when, to anybody.
        </Paragraph>
        <Details summary="How many tries each part took you">
          <Paragraph>Only you see this. More tries are no mark against you: it is how one learns.</Paragraph>
          <SummaryList
            rows={partsOf()
              .filter(({ id }) => pass.tries[id])
              .map(({ id, title }) => ({ key: title, value: `${pass.tries[id]}` }))}
          />
        </Details>
        <ButtonLink href="/">Go to your home page</ButtonLink>
      </>
    ),
  }),
})

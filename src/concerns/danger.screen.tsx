import { late, soon } from '../kit/soon.ts'
import type { Ground } from '../records/index.ts'
import { type Content, handler } from '../screens/index.ts'
import { Call, Heading, Link, Paragraph, Subheading } from '../ui/index.ts'
import { routes } from './routes.ts'
import { formAfter } from './ways-in/gate-answer.ts'
import { keepingShown } from './ways-in/shown.ts'
import { type Where, whereOf } from './where.ts'

/** So long the page waits for what it would be better with, in milliseconds: the local line, and that it was shown being kept. */
const patience = 500

/**
 * 999 and the local line, large, and nothing asked: at once, whatever the database does. Where the organisation cannot be read the page
 * is the same without the local line. That it was shown, and when, is kept; of whom, is not.
 */
export function dangerPage(ground: Ground, fault: (error: unknown) => void) {
  const shown = keepingShown(ground, fault)
  return handler(routes.danger, {
    async get({ params, actor, page, missing, request, from }) {
      const found = await soon(whereOf(ground, params.place, actor), patience)
      if (found === undefined) return missing()
      const where = found === late ? undefined : found
      // Looking for a page is not being shown it.
      if (request.method === 'GET') {
        const kept = shown({ slug: params.place, whom: where?.whom ?? 'anyone' }, from)
        if (where) await soon(kept, patience)
      }
      return page(danger(params.place, where))
    },
  })
}

const danger = (place: string, where: Where | undefined): Content => ({
  title: 'Call 999 now',
  plain: true,
  back: { href: routes.gate.to({ place }), text: 'Back' },
  body: (
    <>
      <Heading>Call 999 now</Heading>
      <p class="ly-big-number">
        <a class="govuk-link" href="tel:999">
          Call 999
        </a>
      </p>
      <Paragraph>
        Say where the child is and what is happening. You do not need anybody’s permission, and you do not
        need to be sure. If you cannot speak, call 999 from a mobile and press 55 when you are asked.
      </Paragraph>
      {where?.office.outOfHours && (
        <Paragraph>
          Then {where.office.name}: <Call number={where.office.outOfHours} />
        </Paragraph>
      )}
      {(!where || where.child || where.whom === 'anyone') && (
        <Paragraph>
          Are you a child? Childline listens too, free, at any hour: <Call number="0800 1111" />
        </Paragraph>
      )}
      <Subheading>When the child is safe</Subheading>
      <Paragraph>
        <Link href={formAfter(routes.words.to({ place }), 'yes')}>
          Tell {where?.office.name ?? 'us'} what happened
        </Link>
        .
      </Paragraph>
    </>
  ),
})

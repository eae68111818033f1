import { newId } from '../kit/ids.ts'
import { withinLimit } from '../kit/limits.ts'
import { contentOf, type Ground, inVault, newEntryId, record, system, write } from '../records/index.ts'
import { type Content, handler } from '../screens/index.ts'
import { Call, Heading, Inset, Link, List, Paragraph, Subheading, Warning } from '../ui/index.ts'
import { dangerEvidence } from './evidence.ts'
import { insertDangerShown } from './queries.ts'
import { routes } from './routes.ts'
import type { DangerShownTable } from './tables.ts'
import { slugOf, type Where, whereOf } from './where.ts'

/** The gate of one’s own organisation; for whoever is signed in nowhere, how to get to one. */
export const tellPage = (ground: Ground) =>
  handler(routes.tell, {
    async get({ actor, page }) {
      const where = actor && (await whereOf(ground, await slugOf(ground, actor.agencyId), actor))
      if (where) return page(gate(where, routes.words))
      return page({
        title: 'Tell somebody that you are worried',
        plain: true,
        body: (
          <>
            <Heading>Tell somebody that you are worried</Heading>
            <Warning>If a child is in danger now, call 999.</Warning>
            <Paragraph>
              Each organisation has a page of its own for this. Scan the code on its poster, follow the link
              on its website, or ask it for the address.
            </Paragraph>
            <Paragraph>
              Have you told us before? <Link href={routes.told.to()}>Come back with your code</Link>.
            </Paragraph>
            <Paragraph>
              A child can call Childline free on <Call number="0800 1111" /> at any hour. An adult who is
              worried about a child can call the NSPCC on <Call number="0808 800 5000" />.
            </Paragraph>
          </>
        ),
      })
    },
  })

/** The danger gate: before anything is typed. */
export const gatePage = (ground: Ground) =>
  handler(routes.gate, {
    async get({ params, actor, page, missing }) {
      const where = await whereOf(ground, params.place, actor)
      return where ? page(gate(where, routes.words)) : missing()
    },
  })

/** The same in a child’s words, for whoever is signed in nowhere: a poster for children leads here. */
export const childGatePage = (ground: Ground) =>
  handler(routes.childGate, {
    async get({ params, page, missing }) {
      const where = await whereOf(ground, params.place, undefined)
      return where ? page(gate({ ...where, child: true }, routes.childWords)) : missing()
    },
  })

function gate(where: Where, childs: typeof routes.words | typeof routes.childWords): Content {
  const to = { place: where.slug }
  const child = where.child
  const words = child ? childs : routes.words
  return {
    title: 'What has happened?',
    plain: true,
    body: (
      <>
        <Heading>{child ? 'What is wrong?' : 'What are you worried about?'}</Heading>
        <ul class="ly-ways-on">
          <li class="ly-way-on ly-way-on--danger">
            <Link href={routes.danger.to(to)}>
              {child ? 'I am in danger now, or another child is' : 'A child is in danger now'}
            </Link>
            <p>Call 999. We ask you nothing first.</p>
          </li>
          <li class="ly-way-on">
            <Link href={routes.online.to(to)}>
              {child ? 'Somebody is doing something wrong to me online' : 'Something illegal online'}
            </Link>
            <p>
              {child
                ? 'Somebody asks for a nude picture, or has one of you, or is sexual with you. It can be stopped.'
                : 'Pictures of abuse, grooming, a nude picture that was shared: who takes it down, and who to tell.'}
            </p>
          </li>
          <li class="ly-way-on">
            <Link href={words.to(to)}>{child ? 'Something else' : 'Something else that worries me'}</Link>
            <p>
              {child
                ? `Somebody at ${where.office.name} who keeps children safe reads it.`
                : `Tell ${where.office.name}. You do not need to be sure, and you need not give your name.`}
            </p>
          </li>
        </ul>
        {!child && where.whom === 'anyone' && (
          <Paragraph>
            Are you a child or a young person?{' '}
            <Link href={routes.childGate.to(to)}>Here it is in plainer words</Link>.
          </Paragraph>
        )}
        {child && (
          <Paragraph>
            You are not in trouble. To talk to somebody now, call Childline free, day or night:{' '}
            <Call number="0800 1111" />
          </Paragraph>
        )}
        <Paragraph>
          Have you told us before? <Link href={routes.told.to()}>Come back with your code</Link>.
        </Paragraph>
      </>
    ),
  }
}

const shownAnHour = { most: 2000, seconds: 3600 }

/** 999 and the local line, large, and nothing asked. That it was shown, and when, is kept; of whom, is not. */
export const dangerPage = (ground: Ground) =>
  handler(routes.danger, {
    async get({ params, actor, page, missing, now, request }) {
      const where = await whereOf(ground, params.place, actor)
      if (!where) return missing()
      // Looking for a page is not being shown it; and nobody fills a record by loading a page.
      if (
        request.method === 'GET' &&
        (await withinLimit(ground.pool, `danger:${where.agencyId}`, shownAnHour, now))
      )
        await keepShown(ground, where)
      return page(danger(where))
    },
  })

const keepShown = (ground: Ground, { agencyId, whom }: Where) =>
  write(ground, system(agencyId), writer =>
    inVault(writer, async inside => {
      const { db, actor, now } = inside
      const row: DangerShownTable = {
        agency_id: actor.agencyId,
        id: newId(now.getTime()),
        shown_at: now,
        to_whom: whom,
        entry_id: newEntryId(inside),
      }
      await insertDangerShown(db, row)
      return record(
        inside,
        {
          event: 'danger.shown',
          about: [{ kind: 'danger-shown', id: row.id }],
          cites: ['REP-1'],
          content: contentOf(dangerEvidence, row),
        },
        { id: row.entry_id },
      )
    }),
  )

const danger = ({ office, slug, child, whom }: Where): Content => ({
  title: 'Call 999 now',
  plain: true,
  back: { href: routes.gate.to({ place: slug }), text: 'Back' },
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
      {office.outOfHours && (
        <Paragraph>
          Then {office.name}: <Call number={office.outOfHours} />
        </Paragraph>
      )}
      {(child || whom === 'anyone') && (
        <Paragraph>
          Are you a child? Childline listens too, free, at any hour: <Call number="0800 1111" />
        </Paragraph>
      )}
      <Subheading>When the child is safe</Subheading>
      <Paragraph>
        <Link href={routes.words.to({ place: slug })}>Tell {office.name} what happened</Link>.
      </Paragraph>
    </>
  ),
})

/** Who takes what is illegal online: before our own form, never behind it. */
export const onlinePage = (ground: Ground) =>
  handler(routes.online, {
    async get({ params, actor, page, missing }) {
      const where = await whereOf(ground, params.place, actor)
      return where ? page(online(where)) : missing()
    },
  })

const online = ({ office, slug, child }: Where): Content => ({
  title: 'Something illegal online',
  plain: true,
  back: { href: routes.gate.to({ place: slug }), text: 'Back' },
  body: (
    <>
      <Heading>Something illegal online</Heading>
      <Inset>
        Never look at, copy, print, share, store or save a sexual picture of a child, and never ask a child to
        show or send it. Write down the web address, the account’s name, or which device it is on.
      </Inset>
      <Subheading>
        {child ? 'Somebody has a nude picture of you' : 'A child’s own nude picture was shared'}
      </Subheading>
      <Paragraph>
        Anybody under 18 can have it taken down:{' '}
        <Link href="https://www.childline.org.uk/remove">Report Remove, by Childline</Link>.
      </Paragraph>
      <Subheading>Somebody is being sexual with a child online, or tries to</Subheading>
      <Paragraph>
        <Link href="https://www.ceop.police.uk/Safety-Centre">Tell CEOP</Link>, of the National Crime Agency.
        They ask who you are. They do not take bullying, false accounts or hacking.
      </Paragraph>
      <Subheading>A web address shows sexual abuse of children</Subheading>
      <Paragraph>
        <Link href="https://www.iwf.org.uk/report">Tell the Internet Watch Foundation</Link>: the address
        alone, without your name if you like.
      </Paragraph>
      <Subheading>And tell {office.name}</Subheading>
      <List
        items={[
          <Link href={routes.words.to({ place: slug })}>Tell somebody there what happened</Link>,
          office.outOfHours && (
            <>
              or call <Call number={office.outOfHours} />
            </>
          ),
        ].filter(Boolean)}
      />
    </>
  ),
})

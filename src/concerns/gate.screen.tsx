import type { Ground, PersonActor } from '../records/index.ts'
import { type Content, handler } from '../screens/index.ts'
import { Call, Heading, Inset, Link, List, Paragraph, Subheading, Warning } from '../ui/index.ts'
import { routes } from './routes.ts'
import { draftSent } from './ways-in/draft.ts'
import { formAfter } from './ways-in/gate-answer.ts'
import { slugOf, type Where, whereOf } from './where.ts'

/** The gate of one’s own organisation; for whoever is signed in nowhere, how to get to one. */
export const tellPage = (ground: Ground) =>
  handler(routes.tell, {
    async get({ actor, page, url }) {
      const where = actor && (await whereOf(ground, await slugOf(ground, actor.agencyId), actor))
      // Somebody has just copied a paper: nothing of it stays on the device.
      const kept = url.searchParams.has('kept') && actor
      if (where) return page(kept ? sentAway(gate(where, routes.words), kept) : gate(where, routes.words))
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

const sentAway = (content: Content, actor: PersonActor): Content => ({
  ...content,
  scripts: ['draft.js'],
  body: (
    <>
      {content.body}
      <p {...draftSent('paper', actor)} hidden />
    </>
  ),
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
            <Link href={formAfter(words.to(to), 'no')}>
              {child ? 'Something else' : 'Something else that worries me'}
            </Link>
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
          Have you told us before? <Link href={routes.told.to()}>Come back with your code</Link>
          {where.whom === 'staff' && (
            <>
              , or see <Link href={routes.own.to()}>what you told in your own name</Link>
            </>
          )}
          .
        </Paragraph>
      </>
    ),
  }
}

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
          <Link href={formAfter(routes.words.to({ place: slug }), 'not-known')}>
            Tell somebody there what happened
          </Link>,
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

import { type DesignatedContact, organisationFacts, routes as people } from '../people/index.ts'
import { type Ground, type PersonActor, read } from '../records/index.ts'
import { handler } from '../screens/index.ts'
import { Call, Heading, Inset, Link, List, Paragraph, Subheading, Warning } from '../ui/index.ts'
import { routes } from './routes.ts'

/** Help for everybody, signed in or not: 999 first, then the organisation, then the bodies outside it. */
export const helpPage = (ground: Ground) =>
  handler(routes.help, {
    async get({ page, actor }) {
      const office = actor && (await officeOf(ground, actor))
      return page({ title: 'Get help now', body: <Help office={office} kind={actor?.kind} /> })
    },
  })

/** Whom to tell in one's own organisation: its numbers, and for its staff the names of its designated persons. */
const officeOf = (ground: Ground, actor: PersonActor) => read(ground, actor, organisationFacts)

type Office = Awaited<ReturnType<typeof officeOf>>

function Ours({ office, staff }: { readonly office: Office; readonly staff: boolean }) {
  const named = office.designated.filter(({ role }) => role === 'designated-person').map(({ name }) => name)
  const who = named.length > 0 ? `, ${named.join(' or ')}` : ''
  return (
    <>
      <Subheading>{office.name}</Subheading>
      <Paragraph>
        {staff
          ? `Tell the designated person${who}`
          : 'Tell somebody there whom you trust, or ask for the person who keeps children safe'}
        .
      </Paragraph>
      <List
        items={[
          ...(staff ? office.designated.filter(({ phone, email }) => phone || email).map(Designated) : []),
          office.phone && (
            <>
              Call <Call number={office.phone} />
            </>
          ),
          office.outOfHours && (
            <>
              In the evening, at night and at weekends, call <Call number={office.outOfHours} />
            </>
          ),
        ].filter(Boolean)}
      />
      {staff && <Outside office={office} />}
    </>
  )
}

/** How a designated person or deputy is reached, for the staff. */
const Designated = ({ name, role, phone, email }: DesignatedContact) => (
  <>
    {name}, {role === 'designated-person' ? 'designated person' : 'deputy'}:{' '}
    {phone && <Call number={phone} />}
    {phone && email && ', '}
    {email && <Link href={`mailto:${email}`}>{email}</Link>}
  </>
)

/** Whom the staff tell outside: the local authority about a colleague, the police about what is no emergency. */
const Outside = ({ office: { lado, police, outside } }: { readonly office: Office }) => (
  <>
    {outside.children && (
      <Paragraph>
        A child may be at risk: the local authority’s children’s services, on{' '}
        <Call number={outside.children} />.
      </Paragraph>
    )}
    {lado && (
      <Paragraph>
        Somebody who works with children may have harmed a child: the local authority’s designated officer
        (LADO), {lado.name}, on <Call number={lado.phone} />
        {lado.email && (
          <>
            {' '}
            or at <Link href={`mailto:${lado.email}`}>{lado.email}</Link>
          </>
        )}
        .
      </Paragraph>
    )}
    <Paragraph>The police, when it is no emergency: {police}.</Paragraph>
  </>
)

const ForChildren = () => (
  <>
    <Subheading>You are a child or a young person</Subheading>
    <Paragraph>
      Call Childline free on <Call number="0800 1111" />, at any hour, about anything. If someone has a nude
      picture of you and you are under 18,{' '}
      <Link href="https://www.childline.org.uk/remove">Report Remove</Link> can help to get it taken down.
    </Paragraph>
  </>
)

function Help({
  office,
  kind,
}: {
  readonly office: Office | undefined
  readonly kind: PersonActor['kind'] | undefined
}) {
  const child = kind === 'child'
  return (
    <div class="ly-help-list">
      <Heading>Get help now</Heading>
      <Warning>If a child is in danger now, call 999. You do not need anybody’s permission.</Warning>
      <p class="ly-big-number">
        <a class="govuk-link" href="tel:999">
          Call 999
        </a>
      </p>
      {child && <ForChildren />}
      {office && <Ours office={office} staff={kind === 'staff'} />}
      {office && (
        <Paragraph>
          Or <Link href="/tell">write what worries you</Link>: whoever keeps children safe there reads it, and
          nobody it is about.
        </Paragraph>
      )}
      {!office && (
        <Inset>
          Do you work or volunteer somewhere that uses Lanyard? <Link href={people.signIn.to()}>Sign in</Link>{' '}
          to see who to tell there.
        </Inset>
      )}
      <Subheading>Someone is being sexual with a child online</Subheading>
      <Paragraph>
        Report it to{' '}
        <Link href="https://www.ceop.police.uk/Safety-Centre/">CEOP at the National Crime Agency</Link>.
        Children, parents and workers can all report. They need to know who you are.
      </Paragraph>
      <Subheading>You have come across pictures of child sexual abuse</Subheading>
      <Paragraph>
        Do not save, copy, print or send them. Give the web address to the{' '}
        <Link href="https://www.iwf.org.uk/report">Internet Watch Foundation</Link>. You need not give your
        name.
      </Paragraph>
      {!child && <ForChildren />}
      <Subheading>You are worried about a child</Subheading>
      <Paragraph>
        Call the NSPCC on <Call number="0808 800 5000" />, or email{' '}
        <Link href="mailto:help@nspcc.org.uk">help@nspcc.org.uk</Link>.
      </Paragraph>
    </div>
  )
}

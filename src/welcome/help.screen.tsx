import { agency } from '../people/index.ts'
import { type Ground, type PersonActor, read } from '../records/index.ts'
import { handler } from '../screens/index.ts'
import { Heading, Inset, Link, Paragraph, Subheading, Warning } from '../ui/index.ts'
import { routes } from './routes.ts'

/** Help for everybody, signed in or not: 999 first, then the organisation, then the bodies outside it. */
export const helpPage = (ground: Ground) =>
  handler(routes.help, {
    async get({ page, actor }) {
      return page({ title: 'Get help now', body: <Help office={actor && (await officeOf(ground, actor))} /> })
    },
  })

async function officeOf(ground: Ground, actor: PersonActor) {
  return read(ground, actor, agency)
}

function Help({ office }: { office: Awaited<ReturnType<typeof officeOf>> | undefined }) {
  return (
    <div class="ly-help-list">
      <Heading>Get help now</Heading>
      <Warning>If a child is in danger now, call 999. You need nobody’s leave.</Warning>
      <p class="ly-big-number">
        <a class="govuk-link" href="tel:999">
          Call 999
        </a>
      </p>
      {office && (
        <>
          <Subheading>Your organisation</Subheading>
          <Paragraph>
            Tell the designated person at {office.name}
            {office.phone && `: ${office.phone}`}.
            {office.out_of_hours && ` Out of hours: ${office.out_of_hours}.`}
          </Paragraph>
        </>
      )}
      {!office && (
        <Inset>Work or volunteer somewhere that uses Lanyard? Sign in to see who to tell there.</Inset>
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
      <Subheading>You are a child or a young person</Subheading>
      <Paragraph>
        Call Childline free on{' '}
        <a class="govuk-link" href="tel:08001111">
          0800 1111
        </a>
        , at any hour, about anything. If someone has a nude picture of you and you are under 18,{' '}
        <Link href="https://www.childline.org.uk/remove">Report Remove</Link> can help to get it taken down.
      </Paragraph>
      <Subheading>You are worried about a child</Subheading>
      <Paragraph>
        Call the NSPCC on{' '}
        <a class="govuk-link" href="tel:08088005000">
          0808 800 5000
        </a>
        , or email <Link href="mailto:help@nspcc.org.uk">help@nspcc.org.uk</Link>.
      </Paragraph>
    </div>
  )
}

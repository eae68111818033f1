import { cookieLine } from '../kit/cookie.ts'
import { choice, parseForm } from '../kit/forms/index.ts'
import type { AgencyId, Ground } from '../records/index.ts'
import { type Content, handler } from '../screens/index.ts'
import { Button, Heading, Hidden, Paragraph, Radios } from '../ui/index.ts'
import { routes } from './routes.ts'
import { roleWords } from './rules.ts'
import type { SignIn } from './sign-in/index.ts'
import { agencyCookie } from './sign-in/index.ts'
import { safeNext } from './sign-in.screen.tsx'
import { type PersonOfLogin, personsOfLogin } from './visitor.ts'

/** For whom a person is here today, when one sign-in is theirs in several organisations. It can be changed under My account. */
export const chooseAgencyPage = (ground: Ground, signIn: SignIn, secure: boolean) =>
  handler(routes.chooseAgency, {
    async get({ page, request, url }) {
      const next = safeNext(url.searchParams.get('next'))
      return page(chooseForm(await personsBehind(ground, signIn, request), next))
    },
    async post({ page, request, form, go }) {
      const sent = await form()
      const next = safeNext(`${sent.get('next') ?? ''}`)
      const persons = await personsBehind(ground, signIn, request)
      const ids = persons.map(person => person.agency_id)
      const parsed = parseForm({ agency: choice<AgencyId>(ids, 'Choose an organisation') }, sent)
      if (parsed.ok) return go(next, [chosen(parsed.values.agency, secure)])
      const { errors } = parsed.state
      return page(chooseForm(persons, next, errors.agency), { status: 422, errors })
    },
  })

async function personsBehind(ground: Ground, signIn: SignIn, request: Request): Promise<PersonOfLogin[]> {
  const session = await signIn.sessionOf(request)
  return session ? personsOfLogin(ground.pool, session.loginId) : []
}

/** Says which of one's own organisations; it opens nothing by itself, and is looked up among them at each request. */
const chosen = (agencyId: AgencyId, secure: boolean) =>
  cookieLine(agencyCookie, agencyId, { seconds: 31_536_000, secure })

const chooseForm = (persons: readonly PersonOfLogin[], next: string, error?: string): Content =>
  persons.length === 0
    ? nowhere
    : {
        title: 'Which organisation are you here for?',
        body: (
          <form method="post" action={routes.chooseAgency.to()} noValidate>
            <Hidden name="next" value={next} />
            <Radios
              name="agency"
              label="Which organisation are you here for?"
              labelIsHeading
              hint="What you do and see is that organisation’s alone. You can change it under My account."
              options={persons.map(({ agency_id, agency_name, roles }) => ({
                value: agency_id,
                text: agency_name,
                hint: roles.map(role => roleWords[role]).join(', '),
              }))}
              error={error}
            />
            <Button>Go on</Button>
          </form>
        ),
      }

const nowhere: Content = {
  title: 'Nothing is open to you',
  body: (
    <>
      <Heading>Nothing is open to you</Heading>
      <Paragraph>
        Your sign-in is right, but it belongs to no organisation now. If you have left, you need do nothing.
        If you have not, ask the organisation’s administrator to invite you again.
      </Paragraph>
      <form method="post" action={routes.signOut.to()}>
        <Button>Sign out</Button>
      </form>
    </>
  ),
}

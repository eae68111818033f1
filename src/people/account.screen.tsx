import { inDays } from '../kit/clock.ts'
import { screen } from '../screens/index.ts'
import {
  Button,
  ButtonLink,
  Heading,
  Hidden,
  Link,
  List,
  Paragraph,
  Subheading,
  SummaryList,
} from '../ui/index.ts'
import { PasskeyForm, passkeyScript } from './passkey-form.tsx'
import { selectPersonsOfSameLogin } from './queries.ts'
import { routes } from './routes.ts'
import { roleWords } from './rules.ts'
import { selectSecondStep } from './sign-in/queries.ts'

/** Who I am here, what I sign in with, and the way out everywhere. */
export const accountScreen = screen({
  address: routes.account,
  load: async reader => {
    const { db, actor } = reader
    const [secondStep, everywhere] = await Promise.all([
      selectSecondStep(db, actor),
      selectPersonsOfSameLogin(db, actor.agencyId, actor.personId),
    ])
    return { ...secondStep, elsewhere: everywhere.filter(one => one.agency_id !== actor.agencyId) }
  },
  show: ({ actor, thing: { passkeys, app, elsewhere } }) => ({
    title: 'My account',
    scripts: [passkeyScript],
    body: (
      <>
        <Heading>My account</Heading>
        <SummaryList
          rows={[
            { key: 'Name', value: actor.name },
            { key: 'Organisation', value: actor.place },
            { key: 'What I do here', value: actor.roles.map(role => roleWords[role]).join(', ') },
          ]}
        />
        <Paragraph>
          <Link href={routes.away.to({ person: actor.personId })}>Say when you are away</Link>
        </Paragraph>
        {elsewhere.length > 0 && (
          <>
            <Subheading>Go to another organisation</Subheading>
            <Paragraph>You are signed in to these too. What you do there is theirs alone.</Paragraph>
            {elsewhere.map(({ agency_id, agency_name }) => (
              <form method="post" action={routes.chooseAgency.to()} key={agency_id}>
                <Hidden name="agency" value={agency_id} />
                <Button kind="secondary">Go to {agency_name}</Button>
              </form>
            ))}
          </>
        )}
        <Subheading>Passkeys</Subheading>
        <Paragraph>
          A passkey signs you in with your finger, your face or your device’s PIN, in place of a password and
          a code. It works with no one but you, and on no site but this.
        </Paragraph>
        {passkeys.length > 0 && (
          <List
            items={passkeys.map(({ id, name, createdAt }) => (
              <>
                {name ?? 'Passkey'}, added on {inDays(createdAt)}.{' '}
                <Link href={routes.passkey.to({ passkey: id })}>
                  Remove<span class="govuk-visually-hidden"> the passkey added on {inDays(createdAt)}</span>
                </Link>
              </>
            ))}
          />
        )}
        <PasskeyForm kind="create" next={routes.account.to()} text="Use a passkey" />
        <Subheading>Authenticator app</Subheading>
        <Paragraph>{app ? 'An app on your phone gives you codes.' : 'You have not set one up.'}</Paragraph>
        {!app && (
          <ButtonLink kind="secondary" href={`${routes.setUpFactor.to()}?next=${routes.account.to()}`}>
            Set up an authenticator app
          </ButtonLink>
        )}
        <Subheading>Sign out everywhere</Subheading>
        <Paragraph>
          Lost a phone, or used a computer that others use? Sign out on every device at once.
        </Paragraph>
        <form method="post" action={routes.signOutEverywhere.to()}>
          <Button kind="warning">Sign out everywhere</Button>
        </form>
      </>
    ),
  }),
})

import { hidden, tick } from '../kit/forms/index.ts'
import { idFrom } from '../kit/ids.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Hidden, Inset, Paragraph, Prose, Tick } from '../ui/index.ts'
import { policyToSign } from './access.ts'
import { routes } from './routes.ts'
import { signPolicy } from './sign-policy.ts'

/** Read the policy and sign it. Until the acceptable use policy is signed, this is the only page that opens. */
export const signPolicyScreen = screen({
  address: routes.sign,
  fields: {
    version: hidden(text => idFrom<'policy-version'>(text)),
    agree: tick('Tick the box to say that you have read the policy and will keep to it'),
  },
  load: (reader, { policy }) => policyToSign(reader, policy),
  show: ({ thing: { policy, version, signature }, form, refusal }) => ({
    title: `Read and sign: ${policy.title}`,
    body: (
      <>
        <Heading>Read and sign: {policy.title}</Heading>
        {policy.kind === 'acceptable-use' && !signature && (
          <Paragraph>
            Nothing else in Lanyard opens until you have read and signed this. It takes about three minutes.
          </Paragraph>
        )}
        {version.number > 1 && version.change_note && !refusal && (
          <Inset>
            <strong>What changed in version {version.number}:</strong> {version.change_note}
          </Inset>
        )}
        <Prose text={version.text} />
        <form method="post" noValidate>
          <Hidden name="version" value={version.id} />
          <Tick
            name="agree"
            label="Your signature"
            hint={`This signs version ${version.number} exactly as it stands above. You get a receipt.`}
            text="I have read this policy and will keep to it"
            error={form.errors.agree ?? form.errors.version}
          />
          <Button once>Sign the policy</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, policy, { version }) => signPolicy(writer, policy, version),
  done: (_, { policy }) => routes.signed.to({ policy: policy.id }),
  refused: {
    superseded: () =>
      'A newer version was published while you were reading, so nothing was signed. The newer text is below: read it and sign that.',
  },
})

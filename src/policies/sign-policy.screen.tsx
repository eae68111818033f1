import { hidden, tick } from '../kit/forms/index.ts'
import { idFrom } from '../kit/ids.ts'
import { enqueue } from '../kit/jobs/index.ts'
import type { Writer } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Hidden, Inset, Paragraph, Prose, Subheading, Tick } from '../ui/index.ts'
import { policyToSign } from './access.ts'
import { Difference } from './difference/difference-view.tsx'
import { selectLastSigned } from './difference/queries.ts'
import { routes } from './routes.ts'
import { signPolicy } from './sign-policy.ts'

/** Read the policy and sign it. Until the acceptable use policy is signed, this is the only page that opens. */
export const signPolicyScreen = screen({
  address: routes.sign,
  fields: {
    version: hidden(text => idFrom<'policy-version'>(text)),
    agree: tick('Tick the box to say that you have read the policy and will keep to it'),
  },
  load: async (reader, { policy }) => {
    const found = await policyToSign(reader, policy)
    if (!found) return undefined
    const { db, actor } = reader
    const signed = await selectLastSigned(db, actor.agencyId, actor.personId, found.policy.id)
    return { found, since: signed && signed.number < found.version.number ? signed : undefined }
  },
  show: ({ thing: { found, since }, form, refusal }) => {
    const { policy, version, signature } = found
    return {
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
          {since && (
            <>
              <Subheading>What changed since you last signed version {since.number}</Subheading>
              <Difference before={since.text} after={version.text} />
              <Subheading>The whole of version {version.number}</Subheading>
            </>
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
    }
  },
  submit: async (writer, { found }, { version }) => {
    // The gate opens, and induction is owed from now on: src/induction/owe-induction.ts.
    if (found.policy.kind === 'acceptable-use' && !found.signature) await inductionIsOwed(writer)
    return signPolicy(writer, found, version)
  },
  done: (_, { found: { policy } }) => routes.signed.to({ policy: policy.id }),
  refused: {
    superseded: () =>
      'A newer version was published while you were reading, so nothing was signed. The newer text is below: read it and sign that.',
  },
})

const inductionIsOwed = ({ db, actor: { agencyId } }: Writer) =>
  enqueue(db, { task: 'owe-induction', payload: { agencyId }, key: `owe-induction:${agencyId}` })

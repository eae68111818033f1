import { inFull } from '../kit/clock.ts'
import { routes as receipts } from '../receipts/index.ts'
import { screen } from '../screens/index.ts'
import { ButtonLink, Details, Link, Panel, Paragraph } from '../ui/index.ts'
import { policyToSign } from './access.ts'
import { routes } from './routes.ts'

/** What a person signed, when, and their receipt. */
export const signedScreen = screen({
  address: routes.signed,
  load: async (reader, { policy }) => {
    const found = await policyToSign(reader, policy)
    return found?.signature && { ...found, signature: found.signature }
  },
  show: ({ thing: { policy, version, signature } }) => ({
    title: 'You have signed',
    back: { href: routes.policies.to(), text: 'Policies' },
    body: (
      <>
        <Panel title="You have signed">
          {policy.title}, version {version.number}
        </Panel>
        <Paragraph>You signed at {inFull(signature.signed_at)}.</Paragraph>
        <Paragraph>
          Your <Link href={receipts.receipt.to({ entry: signature.entry_id })}>receipt</Link> proves when you
          signed, and what, to anybody, even years from now. You can come back to it under Policies.
        </Paragraph>
        <Details summary="The fingerprint of what you signed">
          <Paragraph>This long number fits these exact words and no others.</Paragraph>
          <code class="ly-copy">{Buffer.from(signature.text_hash).toString('hex')}</code>
        </Details>
        <ButtonLink href="/">Go to your home page</ButtonLink>
      </>
    ),
  }),
})

import { inFull } from '../kit/clock.ts'
import { routes as receipts } from '../receipts/index.ts'
import { screen } from '../screens/index.ts'
import { ButtonLink, Link, Panel, Paragraph, SummaryList } from '../ui/index.ts'
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
        <SummaryList
          rows={[
            { key: 'When', value: inFull(signature.signed_at) },
            {
              key: 'The text signed',
              value: <code class="ly-copy">{Buffer.from(signature.text_hash).toString('hex')}</code>,
            },
          ]}
        />
        <Paragraph>
          The long number is a fingerprint of the exact words you signed. Your{' '}
          <Link href={receipts.receipt.to({ entry: signature.entry_id })}>receipt</Link> proves when you
          signed them, to anybody, even years from now.
        </Paragraph>
        <ButtonLink href="/">Go on to your home page</ButtonLink>
      </>
    ),
  }),
})

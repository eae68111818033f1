import { whenInWords } from '../guidance/index.ts'
import { inFull } from '../kit/clock.ts'
import { routes as receipts } from '../receipts/index.ts'
import { screen } from '../screens/index.ts'
import { ButtonLink, Details, Link, Panel, Paragraph, SummaryList } from '../ui/index.ts'
import { policyToSign } from './access.ts'
import { selectSheetOfSignature } from './paper/queries.ts'
import { routes } from './routes.ts'

/** What a person signed, when, and their receipt. */
export const signedScreen = screen({
  address: routes.signed,
  load: async (reader, { policy }) => {
    const found = await policyToSign(reader, policy)
    if (!found?.signature) return undefined
    const { db, actor } = reader
    const sheet = await selectSheetOfSignature(db, actor.agencyId, found.signature.id)
    return { ...found, signature: found.signature, sheet }
  },
  show: ({ thing: { policy, version, signature, sheet } }) => ({
    title: 'You have signed',
    back: { href: routes.policies.to(), text: 'Policies' },
    body: (
      <>
        <Panel title="You have signed">
          {policy.title}, version {version.number}
        </Panel>
        {sheet ? (
          <>
            <Paragraph>You signed on paper on {whenInWords(sheet.signed_on)}.</Paragraph>
            <SummaryList
              rows={[
                { key: 'Recorded by', value: sheet.recorder },
                { key: 'Confirmed by', value: `${sheet.answerer}, at ${inFull(signature.signed_at)}` },
                { key: 'The sheet is kept', value: sheet.kept_at },
              ]}
            />
            <Paragraph>If you did not sign it, tell your designated person.</Paragraph>
          </>
        ) : (
          <Paragraph>You signed at {inFull(signature.signed_at)}.</Paragraph>
        )}
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

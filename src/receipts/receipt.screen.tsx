import { inFull } from '../kit/clock.ts'
import { receiptOf, receiptQr } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import { ButtonLink, Heading, Link, Paragraph, QrCode, SummaryList } from '../ui/index.ts'
import { entryOfMine } from './access.ts'
import { onPaper } from './on-paper.ts'
import { routes } from './routes.ts'
import { eventWords } from './words.ts'

/** A person's receipt: a file and a QR code that prove what they did and when, without asking us. */
export const receiptScreen = screen({
  address: routes.receipt,
  load: async (reader, { entry }) => {
    const found = await entryOfMine(reader, entry)
    if (!found) return undefined
    const [receipt, paper] = await Promise.all([
      receiptOf(reader.db, reader.actor.agencyId, found),
      onPaper(reader, found),
    ])
    return { entry: found, receipt, paper }
  },
  show: ({ thing: { entry, receipt, paper } }) => {
    if (!receipt) {
      return {
        title: 'Your receipt is being made',
        body: (
          <>
            <Heading>Your receipt is being made</Heading>
            <Paragraph>It takes about a second. What you did is already kept.</Paragraph>
            <ButtonLink href={routes.receipt.to({ entry: entry.id })}>Show the receipt</ButtonLink>
          </>
        ),
      }
    }
    const { disclosed: _, ...bare } = receipt
    const text = receiptQr(receipt) ?? receiptQr(bare)
    return {
      title: 'Your receipt',
      body: (
        <>
          <Heading>Your receipt</Heading>
          <SummaryList
            rows={[
              { key: 'What', value: eventWords(receipt.leaf.event) },
              ...(paper
                ? [
                    { key: 'Signed by', value: paper.signer },
                    { key: 'Recorded by', value: paper.recorder },
                    { key: 'Confirmed by', value: paper.confirmer },
                  ]
                : []),
              { key: 'When', value: inFull(new Date(receipt.leaf.at)) },
              { key: 'Number', value: `${receipt.index + 1} in your organisation’s log` },
            ]}
          />
          {text && <QrCode text={text} label="The receipt as a QR code. The file below holds the same." />}
          <Paragraph>
            It proves that this was on the record by then, and has not been changed since. Keep the file, or a
            picture of the code. Anybody can see whether it holds, at{' '}
            <Link href={routes.check.to()}>the check page</Link>.
          </Paragraph>
          <ButtonLink href={routes.file.to({ entry: entry.id })}>Download the receipt</ButtonLink>
          <Paragraph>
            <Link href="/">Go to your home page</Link>
          </Paragraph>
        </>
      ),
    }
  },
})

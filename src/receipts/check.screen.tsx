import { inFull } from '../kit/clock.ts'
import {
  checkReceipt,
  type Ground,
  isProof,
  type LogKeys,
  type ReceiptCheck,
  trusting,
} from '../records/index.ts'
import { type Content, handler } from '../screens/index.ts'
import {
  Button,
  FileUpload,
  Heading,
  Inset,
  Panel,
  Paragraph,
  SummaryList,
  Textarea,
  Warning,
} from '../ui/index.ts'
import { proofResult } from './proof.tsx'
import { routes } from './routes.ts'
import { eventWords, whyNot } from './words.ts'

// A receipt of ours is under 4,000 characters, a proof with the longest of texts under 200,000: room enough, and little
// enough to be cheap to refuse.
const longest = 256 * 1024

/** Says in plain words whether a receipt holds. Open to anybody; keeps nothing of what is shown to it. */
export const checkPage = (ground: Ground, keys: LogKeys) =>
  handler(routes.check, {
    get: ({ page }) => page(form()),
    async post({ form: sent, page }) {
      const given = await textOf(await sent())
      if (!given)
        return page(form('Paste a receipt, or choose its file'), {
          status: 422,
          errors: { receipt: 'Paste a receipt, or choose its file' },
        })
      if (isProof(given)) return page(proofResult(given.slice(0, longest), keys))
      const check =
        given.length > longest
          ? ({ result: 'malformed', why: 'too long' } as const)
          : checkReceipt(given, await trusted(ground, keys))
      return page(result(check))
    },
  })

async function textOf(sent: FormData): Promise<string> {
  const file = sent.get('file')
  if (file instanceof File && file.size > 0 && file.size <= longest) return file.text()
  return `${sent.get('receipt') ?? ''}`.trim()
}

/** The keys of every log and witness of this installation. */
async function trusted(ground: Ground, keys: LogKeys) {
  const all = await ground.pool.query<{ slug: string; board_slug: string | null }>(
    'select * from logs_here()',
  )
  return trusting(
    all.rows.map(({ slug }) => keys.log(slug).vkey),
    [...new Set(all.rows.map(({ slug, board_slug }) => board_slug ?? slug))].map(
      slug => keys.witness(slug).vkey,
    ),
  )
}

const form = (error?: string): Content => ({
  title: 'Check a receipt',
  body: (
    <>
      <Heading>Check a receipt</Heading>
      <Paragraph>
        A Lanyard receipt proves that something was on the record by a certain time and has not been changed
        since.
      </Paragraph>
      <form method="post" enctype="multipart/form-data" noValidate>
        <Textarea name="receipt" label="Paste the receipt, or what its QR code says" rows={6} error={error} />
        <FileUpload name="file" label="Or choose the receipt’s file" accept="application/json,.json,.txt" />
        <Button>Check it</Button>
      </form>
    </>
  ),
})

function result(check: ReceiptCheck): Content {
  const again = (
    <Paragraph>
      <a class="govuk-link" href={routes.check.to()}>
        Check another receipt
      </a>
    </Paragraph>
  )
  if (check.result !== 'holds') {
    const title =
      check.result === 'unknown-log' ? 'This receipt cannot be checked here' : 'This receipt does not hold'
    return {
      title,
      body: (
        <>
          <Heading>{title}</Heading>
          <Warning>{whyNot[check.result]}</Warning>
          {again}
        </>
      ),
    }
  }
  return {
    title: 'This receipt holds',
    body: (
      <>
        <Panel title="This receipt holds">On the record since {inFull(new Date(check.leaf.at))}</Panel>
        <SummaryList
          rows={[
            { key: 'What', value: eventWords(check.leaf.event) },
            { key: 'Log', value: check.origin },
            { key: 'Number', value: `${check.index + 1} of ${check.size}` },
            {
              key: 'Witnessed by',
              value:
                check.witnesses.length > 0
                  ? check.witnesses.map(one => `${one.name}, ${inFull(one.at)}`).join('; ')
                  : 'Nobody yet',
            },
            ...(check.content.shown
              ? [
                  {
                    key: 'Content',
                    value: <code class="ly-copy">{JSON.stringify(check.content.value, null, 1)}</code>,
                  },
                ]
              : []),
          ]}
        />
        {check.witnesses.length === 0 && (
          <Inset>It rests on the log’s own word alone: no witness has cosigned it yet.</Inset>
        )}
        {again}
      </>
    ),
  }
}

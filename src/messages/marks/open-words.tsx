import { text } from '../../kit/forms/index.ts'
import { Button, Inset, Paragraph, Textarea } from '../../ui/index.ts'
import type { AsRead } from './words-opened.ts'

/** What a page that opens words asks. */
export const openFields = {
  reason: text({ max: 500, called: 'Why you open it', required: 'Say why you open it' }),
}
export const openTold = () => 'It is open to you. That you opened it, and why, is on the record.'
export const openRefused = {
  'say-why': () => 'Nothing was opened. Say why in a few words, at least three: they are kept.',
}

/** A family’s words that are no message, with what is masked in them, and the form by which somebody opens them for themselves. */
export const OpenWords = ({
  read,
  form,
}: {
  readonly read: AsRead
  readonly form: {
    readonly typed: { readonly reason?: string | undefined }
    readonly errors: { readonly reason?: string | undefined }
  }
}) => (
  <>
    <Inset>
      <span class="ly-lines">{read.words}</span>
    </Inset>
    {!read.masked && <Paragraph>Nothing in it is masked to you now.</Paragraph>}
    {read.masked && (
      <form method="post" noValidate>
        <Paragraph>
          How a family is reached stays with the organisation. That you opened it, and why, is on the record.
        </Paragraph>
        <Textarea
          name="reason"
          label="Why it is opened"
          rows={2}
          value={form.typed.reason}
          error={form.errors.reason}
        />
        <Button once>Open it for me</Button>
      </form>
    )}
  </>
)

import { randomUUID } from 'node:crypto'
import {
  Button,
  FileUpload,
  Heading,
  Hidden,
  Inset,
  Link,
  Paragraph,
  Subheading,
  Textarea,
} from '../../ui/index.ts'
import { refusals } from './rules.ts'
import type { State } from './take-in.ts'

/** Hands in a document. `again`: one has just come in, and the page is about that. */
export const HandInForm = ({
  state: { typed, errors },
  checked,
  again = false,
  wordsAt,
}: {
  readonly state: State
  /** Whether documents are checked for viruses here. */
  readonly checked: boolean
  readonly again?: boolean
  /** Where whoever told writes more, in words. */
  readonly wordsAt?: string
}) => (
  <>
    {again ? <Subheading>Hand in another</Subheading> : <Heading>Hand in a document</Heading>}
    <Paragraph>
      A letter, an email, something that was written. Only those who read{' '}
      {wordsAt ? 'what you told us' : 'this concern'} can open it.
    </Paragraph>
    {errors.file !== refusals.picture && (
      <Inset>
        <p class="govuk-body">
          <strong>No pictures or films, and no document with one in it.</strong> Never look at, copy, print,
          share, store or save such a picture. Leave it where it is, and write where that is: the web address,
          the account’s name, or which device.
        </p>
      </Inset>
    )}
    {errors.file && wordsAt && (
      <Paragraph>
        <Link href={wordsAt}>Write it to us instead</Link>
      </Paragraph>
    )}
    <form method="post" enctype="multipart/form-data" noValidate>
      <Hidden name="key" value={typed.key ?? randomUUID()} />
      <FileUpload
        name="file"
        label="The document"
        hint="A PDF, a Word document (.docx), plain text, or an email saved as a file (.eml), of up to 10 megabytes."
        accept=".pdf,.docx,.txt,.eml"
        error={errors.file}
      />
      <Textarea
        name="note"
        label="What is it, and where does it come from?"
        hint="You may leave this empty."
        rows={3}
        value={typed.note}
        error={errors.note}
      />
      <Button once>Hand it in</Button>
    </form>
    <Paragraph>
      {checked
        ? 'It is checked for viruses before anybody can open it.'
        : 'Nothing here checks it for viruses. Whoever opens it is told so.'}
    </Paragraph>
  </>
)

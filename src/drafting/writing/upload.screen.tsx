import { readDocument } from '../../kit/documents/read/index.ts'
import { tidy } from '../../kit/forms/index.ts'
import { type Ground, read } from '../../records/index.ts'
import { type Content, handler } from '../../screens/index.ts'
import {
  Button,
  Details,
  FileUpload,
  Heading,
  Hidden,
  Inset,
  List,
  Paragraph,
  Prose,
  Textarea,
} from '../../ui/index.ts'
import { type Draft, draftToWrite } from '../access.ts'
import { routes } from '../routes.ts'
import { longestText } from '../rules.ts'
import { backToDraft, StandsStill } from './shown.tsx'
import { tidied } from './tidied.ts'

/**
 * Takes a document and shows what was understood of it. By hand, as a screen's fields are words and this one is a file; and
 * reading it takes longer than a transaction should be open. Only the page of the text saves anything.
 */
export const uploadPage = (ground: Ground) =>
  handler(routes.upload, {
    async get({ actor, params, page, missing }) {
      const draft = actor && (await read(ground, actor, reader => draftToWrite(reader, params.policy)))
      return draft ? page(uploadForm(draft)) : missing()
    },
    async post({ actor, params, form, page, missing }) {
      const draft = actor && (await read(ground, actor, reader => draftToWrite(reader, params.policy)))
      if (!draft) return missing()
      const file = (await form()).get('file')
      const again = (sentence: string) =>
        page(uploadForm(draft, sentence), { status: 422, errors: { file: sentence } })
      if (!(file instanceof File) || file.size === 0) return again('Choose a document that is not empty')
      const document = await readDocument(new Uint8Array(await file.arrayBuffer()), tidy(file.name))
      if ('refused' in document) return again(document.refused)
      const text = tidied(document.text)
      if (text.length > longestText) return again(tooLong(text.length))
      return page(understood(draft, text, document.notes))
    },
  })

const tooLong = (length: number): string =>
  `A policy may have ${longestText.toLocaleString('en-GB')} characters, and this document has ${length.toLocaleString('en-GB')}. Upload the part of it that is the policy`

const uploadForm = (draft: Draft, error?: string): Content => ({
  title: `Upload a document: ${draft.shelf.policy.title}`,
  back: backToDraft(draft),
  body: (
    <>
      <Heading>Upload a document</Heading>
      <StandsStill draft={draft} />
      <Paragraph>
        Next you see what was understood of it, and can put it right. Nothing in the draft changes before you
        save that.
      </Paragraph>
      <form method="post" enctype="multipart/form-data" noValidate>
        <FileUpload
          name="file"
          label="Your policy"
          hint="A Word document (.docx), a PDF, a web page or plain text, of up to 20 megabytes."
          accept=".docx,.pdf,.txt,.md,.html,.htm"
          error={error}
        />
        <Button once>Upload and read it</Button>
      </form>
    </>
  ),
})

/** What was understood: the text to look over, with what is to be known about it. Saving it is the next page's. */
const understood = (draft: Draft, text: string, notes: readonly string[]): Content => ({
  title: `What was understood: ${draft.shelf.policy.title}`,
  back: { href: routes.upload.to({ policy: draft.shelf.policy.id }), text: 'Upload another document' },
  body: (
    <>
      <Heading>What was understood</Heading>
      <Paragraph>This is not in the draft yet. Look it over, put it right, and save it.</Paragraph>
      {notes.length > 0 && (
        <Inset>
          <List items={notes} />
        </Inset>
      )}
      <form method="post" action={routes.write.to({ policy: draft.shelf.policy.id })} noValidate>
        <Hidden name="from" value={`${draft.revision.number}`} />
        <Textarea
          name="text"
          label="The whole text"
          hint="An empty line parts paragraphs. A line that begins with # is a heading, and one that begins with - a point in a list."
          rows={22}
          value={text}
          attributes={{ dir: 'auto' }}
        />
        <Button once>Save it as the draft</Button>
      </form>
      <Details summary="How it will look">
        <div dir="auto">
          <Prose text={text.slice(0, 20_000)} />
        </div>
      </Details>
    </>
  ),
})

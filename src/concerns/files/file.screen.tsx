import { inFull } from '../../kit/clock.ts'
import { fileAnswer } from '../../kit/documents/index.ts'
import { choice, maybeText } from '../../kit/forms/index.ts'
import { type Permitted, Refused, refuse } from '../../kit/proof.ts'
import { person } from '../../people/index.ts'
import { type Ground, type LogKeys, write } from '../../records/index.ts'
import { type AnyHandler, handler, screen } from '../../screens/index.ts'
import { UnlockFirst } from '../../sealing/index.ts'
import {
  Button,
  ButtonLink,
  Heading,
  Inset,
  Link,
  Paragraph,
  Radios,
  Subheading,
  SummaryList,
  Textarea,
  Warning,
} from '../../ui/index.ts'
import type { ToldBody } from '../exports/body.ts'
import { formIn, partAnswer, pdfForms } from '../exports/fetch.ts'
import { DocumentsInIt } from '../exports/papers.tsx'
import { fileHere } from './access.ts'
import { answerFile } from './answer.ts'
import { type OpenFile, openFile } from './open-file.ts'
import type { ArrivedRow } from './queries.ts'
import { arrivals } from './routes.ts'
import { answers } from './tables.ts'

const perPage = 40

interface Shown {
  readonly file: Permitted<'answer-file', ArrivedRow>
  readonly open: OpenFile | 'locked' | undefined
  readonly by: string
  readonly from: number
}

/** A file about a child that came from another organisation: to be accepted or refused, and then to be read. */
export const filePageOf = (ground: Ground, keys: LogKeys) =>
  screen({
    address: arrivals.file,
    fields: {
      answer: choice(answers, 'Choose whether you accept it'),
      why: maybeText({ max: 2000, called: 'Why not' }),
    },
    loadOnRecord: async (writer, at): Promise<Shown | undefined> => {
      const file = await fileHere(writer, at.arrived)
      if (!file) return undefined
      const open = await openFile(writer, file, { ground, keys, as: 'page' })
      const by = file.answered_by && (await person(writer, file.answered_by))?.name
      return { file, open, by: by || 'somebody', from: Math.max(0, Number(at.query.get('from')) || 0) }
    },
    show: ({ thing: { file, open, by, from }, form: { typed, errors } }) => ({
      title: 'A file from another organisation',
      back: { href: arrivals.files.to(), text: 'Files from other organisations' },
      body: (
        <>
          <Heading>A file from another organisation</Heading>
          {file.answer === 'refused' && (
            <Inset>
              Refused by {by}, {file.answered_at && inFull(file.answered_at)}. What was in it is not kept
              here.
            </Inset>
          )}
          {file.answer && typed.why && (
            <Inset>It was answered meanwhile, so your answer was not sent. You wrote: {typed.why}</Inset>
          )}
          {open === 'locked' ? (
            <UnlockFirst next={arrivals.file.to({ arrived: file.id })} />
          ) : (
            open && <Opened open={open} file={file} from={from} />
          )}
          <SummaryList
            rows={[
              { key: 'From', value: `${file.from_name}: ${file.sent_by_name}` },
              { key: 'It came', value: inFull(file.arrived_at) },
              { key: 'How much', value: file.entries === 1 ? 'One entry' : `${file.entries} entries` },
              ...(file.answer === 'accepted' && file.answered_at
                ? [{ key: 'Accepted', value: `${inFull(file.answered_at)}, by ${by}` }]
                : []),
            ]}
          />
          {!file.answer && (
            <>
              <Paragraph>
                It says what was told there about a child who comes to you too. Until one of you accepts it
                nobody reads it. Ring {file.from_name} if you did not expect it.
              </Paragraph>
              <form method="post" noValidate>
                <Radios
                  name="answer"
                  label="Do you accept it?"
                  value={typed.answer}
                  error={errors.answer}
                  options={[
                    {
                      value: 'accepted',
                      text: 'Yes, we accept it',
                      hint: 'It is then ours to read, to keep safe and to act on. They are told who accepted it, and when.',
                    },
                    {
                      value: 'refused',
                      text: 'No',
                      hint: 'For example: the child does not come to us. It is deleted here, and they are told why.',
                    },
                  ]}
                />
                <Textarea
                  name="why"
                  label="Why not, if you refuse it?"
                  hint="Only whoever sent it reads this."
                  rows={3}
                  value={typed.why}
                  error={errors.why}
                />
                <Button once>Send the answer</Button>
              </form>
            </>
          )}
        </>
      ),
    }),
    submit: (writer, { file }, values) => answerFile(writer, file, values),
    done: (_, { file }) => arrivals.file.to({ arrived: file.id }),
    told: () => 'Your answer is on its way.',
    refused: {
      'say-why': () => 'Say why you refuse it: whoever sent it has to know what to do next.',
    },
  })

interface OpenedProps {
  readonly open: OpenFile
  readonly file: ArrivedRow
  readonly from: number
}

const Opened = ({ open: { check }, file, from }: OpenedProps) => {
  if (check.result !== 'holds')
    return (
      <Warning>
        This file does not hold: {check.result === 'unknown-log' ? 'it is of another log.' : check.why} Ring{' '}
        {file.from_name} before you rely on it.
      </Warning>
    )
  const { body } = check
  return (
    <>
      <Subheading>{`What was told about ${body.about.name}`}</Subheading>
      <Inset>
        Checked just now: it is signed by {body.organisation}, and nothing that was written is missing between
        the first and the last.
      </Inset>
      <div class="ly-acts">
        {pdfForms(body.entries.length).map((form, part, { length }) => (
          <ButtonLink key={form} href={arrivals.take.to({ arrived: file.id, form })}>
            {length === 1 ? 'To read (PDF)' : `To read (PDF), part ${part + 1} of ${length}`}
          </ButtonLink>
        ))}
        <ButtonLink href={arrivals.take.to({ arrived: file.id, form: 'json' })} kind="secondary">
          To check (JSON)
        </ButtonLink>
      </div>
      <DocumentsInIt
        all={body.documents ?? []}
        organisation={body.organisation}
        to={form => arrivals.take.to({ arrived: file.id, form })}
      />
      <Entries body={body} file={file} from={from} />
    </>
  )
}

const Entries = ({ body, file, from }: { readonly body: ToldBody } & Pick<OpenedProps, 'file' | 'from'>) => (
  <>
    <ul class="ly-list">
      {body.entries.slice(from, from + perPage).map(({ leaf, told }) => (
        <li key={leaf.id}>
          {told.what}
          {told.parts.map(({ words, value }, at) => (
            <p key={at} class="govuk-body ly-lines">
              {words}: {value}
            </p>
          ))}
          <span class="ly-list__aside">
            {told.who}, {inFull(new Date(leaf.at))}
          </span>
        </li>
      ))}
    </ul>
    {from + perPage < body.entries.length && (
      <Paragraph>
        <Link href={`${arrivals.file.to({ arrived: file.id })}?from=${from + perPage}`}>What came after</Link>
      </Paragraph>
    )}
  </>
)

/** The file as it came, to be read or to be checked: for those who accepted it, on the record each time. */
export const takePage = (ground: Ground, keys: LogKeys): AnyHandler =>
  handler(arrivals.take, {
    async get({ actor, params, missing, go }) {
      const form = formIn(params.form)
      if (!actor || !form) return missing()
      let locked = false
      const taken = await write(ground, actor, async writer => {
        const file = await fileHere(writer, params.arrived)
        const as = form.startsWith('document') ? 'document' : form === 'json' ? 'json' : 'pdf'
        const open = file && (await openFile(writer, file, { ground, keys, as }))
        locked = open === 'locked'
        return open && open !== 'locked' ? open.opened.with(open) : refuse('gone')
      })
      if (locked) return go(arrivals.file.to(params))
      if (taken instanceof Refused) return missing()
      if (form === 'json') return fileAnswer(Buffer.from(taken.text), 'json', 'What was told elsewhere')
      const { check } = taken
      return (check.result === 'holds' ? await partAnswer(check.body, form) : undefined) ?? missing()
    },
  })

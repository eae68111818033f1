import { inDays, inFull, later } from '../kit/clock.ts'
import { maybeLine, maybeText } from '../kit/forms/index.ts'
import { refuse } from '../kit/proof.ts'
import { screen } from '../screens/index.ts'
import {
  ButtonLink,
  Heading,
  Inset,
  Link,
  Panel,
  Paragraph,
  Progress,
  Subheading,
  SummaryList,
  Warning,
} from '../ui/index.ts'
import { type ExportHere, exportOfMine, exportToSee } from './access.ts'
import { choicesIn, chooseNames, fieldAt } from './choose-names.ts'
import { elsewhereOf } from './elsewhere.ts'
import { ElsewhereList } from './elsewhere-list.tsx'
import { Named } from './named.tsx'
import { selectFiles } from './queries.ts'
import { routes } from './routes.ts'
import { calledOf, chosenWithin, mostNamed } from './rules.ts'
import { madeWords, sizeWords } from './words.tsx'

const fields = {
  ...Object.fromEntries(
    Array.from({ length: mostNamed }, (_, at) => [
      fieldAt(at),
      maybeLine({ max: 40, called: 'What leaves' }),
    ]),
  ),
  others: maybeText({ max: 2000, called: 'Other names' }),
}

type Files = Awaited<ReturnType<typeof selectFiles>>

/** One export from the looking through to its files; for those who answer for it and did not ask, that it was made. */
export const exportScreen = screen({
  address: routes.export,
  fields,
  load: async (reader, { export: id }) => {
    const here = await exportToSee(reader, id)
    if (!here) return undefined
    const ready = here.mine && here.export.state === 'ready'
    const files = ready ? await selectFiles(reader.db, here.export.agency_id, here.export.id) : []
    const mine = await exportOfMine(reader, id)
    const elsewhere =
      mine && mine.of.kind !== 'conversation' && stands(mine.export)
        ? await elsewhereOf(reader, mine.of)
        : undefined
    return { here, mine, files, elsewhere }
  },
  show: ({ thing: { here, mine, files, elsewhere }, form, now }) => {
    const title = calledOf(here.of)
    const steps = {
      looking: <Under words="Looking who is named in it" />,
      choosing: <Named here={here} typed={form.typed} error={form.errors.others} />,
      making: <Under words="Being made" />,
      ready: <Ready here={here} files={files} />,
      gone: mine && isOver(mine.export, now) ? <Gone /> : <Erased here={here} />,
      failed: <Failed />,
    } as const
    return {
      title: 'Export',
      back: { href: routes.exports.to(), text: 'Exports' },
      scripts: ['progress.js'],
      body: (
        <>
          <span class="govuk-caption-l">Export</span>
          <Heading>{title}</Heading>
          {mine ? steps[mine.export.state] : <Told here={here} />}
          {elsewhere && <ElsewhereList {...elsewhere} />}
          <Asked {...here} />
        </>
      ),
    }
  },
  submit: async (writer, { mine }, values) =>
    mine ? chooseNames(writer, mine, choicesIn(mine, values)) : refuse('not-yours'),
  done: id => routes.export.to({ export: id }),
  refused: {
    'not-yours': () => 'Only whoever asked for an export goes through its names. Ask for one of your own.',
  },
})

const Asked = ({ export: row }: ExportHere) => (
  <>
    <Subheading>What was asked</Subheading>
    <SummaryList
      rows={[
        { key: 'Asked for by', value: row.asker },
        { key: 'When', value: inFull(row.asked_at) },
        { key: 'Why', value: <span class="ly-lines">{row.reason}</span> },
      ]}
    />
  </>
)

const Under = ({ words }: { readonly words: string }) => (
  <>
    <Progress
      label={words}
      done={words === 'Being made' ? 2 : 1}
      of={3}
      words={`${words}. This takes a moment.`}
    />
    <Paragraph>
      You can leave this page and come back: a long conversation takes a minute or two. Load it again to see
      how far it is.
    </Paragraph>
  </>
)

const Ready = ({ here: { export: row }, files }: { readonly here: ExportHere; readonly files: Files }) => {
  const pdfs = files.filter(({ name }) => name.startsWith('pdf-'))
  const json = files.find(({ name }) => name === 'json')
  const to = (file: string) => routes.file.to({ export: row.id, file })
  return (
    <>
      <Panel title="Ready to fetch" titleLevel={2} />
      <Paragraph>{madeWords(row)}</Paragraph>
      <Paragraph>
        You can fetch it until {row.expires_at && inDays(row.expires_at)}; then the files are deleted here. It
        is yours to keep safe: give it only to whom it is for, and never by ordinary email.
      </Paragraph>
      <div class="ly-acts">
        {pdfs.map(({ name, bytes }, at) => (
          <ButtonLink key={name} href={to(name)}>
            {pdfs.length > 1 ? `To read: part ${at + 1} of ${pdfs.length}` : 'To read'} (PDF,{' '}
            {sizeWords(bytes)})
          </ButtonLink>
        ))}
        {json && (
          <ButtonLink href={to('json')} kind="secondary">
            To check (JSON, {sizeWords(json.bytes)})
          </ButtonLink>
        )}
      </div>
      <Paragraph>
        Whoever has the JSON file can check it without asking us, with <code>bin/export-verify</code> and the
        keys of our log. Each time you fetch a file is on the record.
      </Paragraph>
    </>
  )
}

const Told = ({ here: { export: row } }: { readonly here: ExportHere }) => (
  <Inset>
    {row.made_at ? madeWords(row) : 'It has not been made yet.'} What is in it is for whoever asked.
  </Inset>
)

const Gone = () => (
  <Warning>
    The files of this export have been deleted here, as their time was over. That it was asked for and made
    stays on the record. Ask for another if it is still needed.
  </Warning>
)

/** Whether there is something that it is to have in it, or has. */
const stands = ({ state }: ExportHere['export']): boolean => state !== 'gone' && state !== 'failed'

/** Whether the time of its files, or of going through its names, is over. */
const isOver = ({ expires_at, asked_at }: ExportHere['export'], now: Date): boolean =>
  (expires_at ?? later(asked_at, chosenWithin)) <= now

/** Something of what it is about was erased meanwhile: what was made of it went too. */
const Erased = ({ here: { of } }: { readonly here: ExportHere }) => (
  <Warning>
    Something of what it is about has been erased since you asked. Its files have been deleted here, so that
    nothing erased leaves with them.{' '}
    <Link
      href={
        of.kind === 'conversation'
          ? routes.askConversation.to({ conversation: of.id })
          : routes.askPerson.to({ person: of.id })
      }
    >
      Ask for another
    </Link>
    : it says what was erased, when and why.
  </Warning>
)

const Failed = () => (
  <Warning>
    It could not be made: you may no longer ask for it, as your role has changed or you were put into a
    conversation of it. Ask somebody else who may.
  </Warning>
)

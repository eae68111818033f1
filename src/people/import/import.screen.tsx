import { maybeTick } from '../../kit/forms/index.ts'
import type { Permitted } from '../../kit/proof.ts'
import type { PersonActor, Reader } from '../../records/index.ts'
import { type Content, screen } from '../../screens/index.ts'
import {
  Button,
  ButtonLink,
  Heading,
  Link,
  Panel,
  Paragraph,
  Progress,
  Tick,
  Warning,
} from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { importOfMine } from './access.ts'
import { type CheckedFile, checkFile } from './check.ts'
import { confirmImport, hasStopped } from './confirm.ts'
import { Facts, many, Remarks, Rows } from './preview.tsx'
import { type ImportTable, type ProgressTable, selectFile, selectProgress } from './queries.ts'
import { kindWords } from './rules.ts'

interface Shown {
  readonly one: Permitted<'import', ImportTable>
  readonly progress: ProgressTable | undefined
  /** The file, read and checked now; not while it is being imported, and not once it is gone. */
  readonly file: CheckedFile | undefined
  readonly stopped: boolean
}

/** One import from its preview to its end. What is shown is what the file would do at this moment. */
export const importScreen = screen({
  address: routes.import,
  fields: { invite: maybeTick() },
  load: async (reader, asked): Promise<Shown | undefined> => {
    const one = await importOfMine(reader, asked.import)
    if (!one) return undefined
    const progress = await selectProgress(reader.db, one.agency_id, one.id)
    const stopped = hasStopped(one, progress, reader.now)
    return { one, progress, stopped, file: await fileOf(reader, one, stopped) }
  },
  show: ({ thing, query, now }) => {
    const { one, file } = thing
    if (one.state === 'done') return done(one)
    if (one.state === 'confirmed' && one.expires_at > now) return underWay(thing)
    return file ? preview(thing, file, query) : gone(one)
  },
  submit: (writer, { one, file, progress }, { invite }) =>
    confirmImport(writer, one, { file, progress, invite }),
  done: (_, { one }) => routes.import.to({ import: one.id }),
  refused: {
    problems: () =>
      'Nothing was imported, because something in the file is no longer right. Read what it is below, correct the file, and upload it again.',
    gone: () => 'Nothing was imported, because the file has been deleted. Upload it again.',
  },
})

async function fileOf(
  reader: Reader<PersonActor>,
  one: ImportTable,
  stopped: boolean,
): Promise<CheckedFile | undefined> {
  if (one.expires_at <= reader.now || (one.state === 'confirmed' && !stopped)) return undefined
  const content = await selectFile(reader.db, one.agency_id, one.id)
  const file = content && (await checkFile(reader, one.kind, content))
  return file && !('sentences' in file) ? file : undefined
}

const back = { href: routes.importPeople.to(), text: 'Import people' }

function preview({ one }: Shown, file: CheckedFile, query: URLSearchParams): Content {
  const { problems, notes, rows } = file.checked
  const upload = routes.importUpload.to({ kind: one.kind })
  return {
    title: kindWords[one.kind].title,
    back,
    body: (
      <div class="ly-wide">
        <Heading>
          {problems.length > 0 ? 'This file cannot be imported yet' : 'Check before you import'}
        </Heading>
        {one.state === 'refused' && (
          <Warning>
            Nobody was added: by the time it was this file’s turn, it could not be done as you saw it.
          </Warning>
        )}
        <Facts file={file} name={one.file_name} />
        {problems.length > 0 ? (
          <>
            <Remarks
              title={many(problems.length, 'problem', 'problems')}
              all={problems}
              query={query}
              name="problems"
            />
            <Paragraph>
              Nobody has been added. Correct the file in your spreadsheet, and upload it again. You can{' '}
              <Link href={routes.importProblems.to({ import: one.id })}>download the list of problems</Link>.
            </Paragraph>
            <ButtonLink href={upload}>Upload the corrected file</ButtonLink>
          </>
        ) : (
          <ConfirmForm one={one} rows={rows.length} />
        )}
        {notes.length > 0 && <Remarks title="Worth a look" all={notes} query={query} name="notes" />}
        <Rows file={file} query={query} />
      </div>
    ),
  }
}

const ConfirmForm = ({ one, rows }: { readonly one: ImportTable; readonly rows: number }) => (
  <form method="post" noValidate>
    {one.kind === 'staff' && (
      <Tick
        name="invite"
        label="Invitations"
        text="Email each of them an invitation when they have been added"
      />
    )}
    <Button once>{`Import ${many(rows, 'row', 'rows')}`}</Button>
  </form>
)

function underWay({ one, progress, stopped }: Shown): Content {
  const number = (value: number) => value.toLocaleString('en-GB')
  return {
    title: `${kindWords[one.kind].title}: under way`,
    back,
    scripts: ['progress.js'],
    body: (
      <>
        <Heading>Your file is being imported</Heading>
        <Progress
          label="Rows imported"
          done={progress?.done ?? 0}
          of={one.lines}
          words={`${number(progress?.done ?? 0)} of ${many(one.lines, 'row', 'rows')}`}
        />
        {stopped ? (
          <>
            <Warning>It seems to have stopped. Nobody has been added.</Warning>
            <form method="post" noValidate>
              <Button once>Start it again</Button>
            </form>
          </>
        ) : (
          <Paragraph>
            You can leave this page. Everybody is added at once, at the end.{' '}
            <Link href={routes.import.to({ import: one.id })}>See how far it is</Link>.
          </Paragraph>
        )}
      </>
    ),
  }
}

const done = (one: ImportTable): Content => ({
  title: 'Imported',
  back,
  body: (
    <>
      <Panel title={`${many(one.people, 'person was', 'people were')} added`}>
        From {many(one.lines, 'row', 'rows')} of {one.file_name ?? 'your file'}
      </Panel>
      <Paragraph>
        {one.invite
          ? 'Each of them is emailed an invitation. It works for a week.'
          : one.kind === 'staff'
            ? 'No invitations were sent. Send somebody theirs from their own page: the list of people shows who has not joined yet.'
            : 'Nothing was sent to them. They get a link when somebody here first writes to them.'}{' '}
        The file has been deleted here; delete copies that you no longer need.
      </Paragraph>
      <ButtonLink href={routes.people.to()}>People</ButtonLink>
    </>
  ),
})

const gone = (one: ImportTable): Content => ({
  title: 'This file has been deleted',
  back,
  body: (
    <>
      <Heading>This file has been deleted</Heading>
      <Paragraph>
        An uploaded file is kept for a day, or until you upload another. Nobody was added from it.
      </Paragraph>
      <ButtonLink href={routes.importUpload.to({ kind: one.kind })}>Upload a file</ButtonLink>
    </>
  ),
})

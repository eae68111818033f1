import { tidy } from '../../kit/forms/index.ts'
import { Already } from '../../kit/proof.ts'
import { type Ground, type PersonActor, read, write } from '../../records/index.ts'
import { type Content, handler } from '../../screens/index.ts'
import { Button, Details, FileUpload, Heading, Link, List, Paragraph, Table } from '../../ui/index.ts'
import { selectAgency } from '../queries.ts'
import { routes } from '../routes.ts'
import { rolesOf, roleWords } from '../rules.ts'
import { mayImport } from './access.ts'
import { layOut } from './lay-out.ts'
import { columnsOf, type ImportKind, importKindFrom, kindWords, largestUpload, mostRows } from './rules.ts'
import { uploadImport } from './upload.ts'

/** Takes a file for its preview. By hand, as a screen's fields are words and this one is a file. */
export const uploadPage = (ground: Ground) =>
  handler(routes.importUpload, {
    async get({ actor, params, page, missing }) {
      const kind = importKindFrom(params.kind)
      const roles = actor && kind && (await rolesHere(ground, actor))
      return roles ? page(uploadForm(kind, roles)) : missing()
    },
    async post({ actor, params, form, page, go, missing }) {
      const kind = importKindFrom(params.kind)
      const roles = actor && kind && (await rolesHere(ground, actor))
      if (!actor || !kind || !roles) return missing()
      const file = (await form()).get('file')
      const again = (sentence: string) =>
        page(uploadForm(kind, roles, sentence), { status: 422, errors: { file: sentence } })
      if (!(file instanceof File) || file.size === 0) return again('Choose a CSV file that is not empty')
      const content = new Uint8Array(await file.arrayBuffer())
      const sheet = layOut(kind, content)
      if ('sentences' in sheet) return again(sheet.sentences.join('. '))
      const fileName = nameOf(file)
      const id = await write(ground, actor, async writer =>
        (await mayImport(writer))
          ? uploadImport(writer, { kind, fileName, content, lines: sheet.rows.length })
          : new Already(undefined),
      )
      return id ? go(routes.import.to({ import: id })) : missing()
    },
  })

/** A file's name without what some browsers send of the folders it was in; cut between characters, never within one. */
const nameOf = (file: File): string | undefined => {
  const name = tidy(file.name)
    .replace(/[\n\t]/g, ' ')
    .split(/[\\/]/)
    .at(-1)
  return [...(name ?? '')].slice(0, 200).join('') || undefined
}

/** The roles that may be given in the actor's agency; undefined when they may not import. */
const rolesHere = (ground: Ground, actor: PersonActor) =>
  read(ground, actor, async reader => {
    if (!(await mayImport(reader))) return undefined
    const { kind } = await selectAgency(reader.db, actor.agencyId)
    return rolesOf[kind].map(role => roleWords[role])
  })

const uploadForm = (kind: ImportKind, roles: readonly string[], error?: string): Content => ({
  title: kindWords[kind].title,
  back: { href: routes.importPeople.to(), text: 'Import people' },
  body: (
    <div class="ly-wide">
      <Heading>{kindWords[kind].title}</Heading>
      <Paragraph>
        <Link href={routes.importTemplate.to({ kind })}>Download a template</Link> to fill in, or use a file
        of your own with a row of headings. The columns may stand in any order, and others are left out.
      </Paragraph>
      <form method="post" enctype="multipart/form-data" noValidate>
        <FileUpload
          name="file"
          label="CSV file"
          hint={`Up to ${mostRows.toLocaleString('en-GB')} rows and ${largestUpload / 1024 / 1024} megabytes. In Excel, choose Save as, then CSV UTF-8.`}
          accept=".csv,.tsv,.txt,text/csv"
          error={error}
        />
        <Button once>Upload and check</Button>
      </form>
      <Table
        caption="Columns"
        columns={[{ head: 'Heading' }, { head: 'Needed' }, { head: 'What stands in it' }]}
        rows={Object.values(columnsOf[kind]).map(({ called, needed, holds }) => [
          called,
          needed ? 'Yes' : 'No',
          holds,
        ])}
      />
      {kind === 'staff' && (
        <Details summary="The roles">
          <List items={roles} />
        </Details>
      )}
    </div>
  ),
})

import { csvAnswer } from '../../kit/csv/index.ts'
import { type Ground, read } from '../../records/index.ts'
import { handler } from '../../screens/index.ts'
import { routes } from '../routes.ts'
import { importOfMine } from './access.ts'
import { checkFile } from './check.ts'
import { selectFile } from './queries.ts'
import { columnsOf, importKindFrom } from './rules.ts'

/** A file with the headings, and one invented person who cannot be imported. */
export const templateFile = handler(routes.importTemplate, {
  get({ params, missing }) {
    const kind = importKindFrom(params.kind)
    if (!kind) return missing()
    const columns = Object.values(columnsOf[kind])
    return csvAnswer(`lanyard-${kind}.csv`, [
      columns.map(({ called }) => called),
      columns.map(({ example }) => example),
    ])
  },
})

/** Everything that is wrong with an uploaded file, as a file: for putting it right beside the spreadsheet. */
export const problemsFile = (ground: Ground) =>
  handler(routes.importProblems, {
    async get({ actor, params, missing }) {
      const found =
        actor &&
        (await read(ground, actor, async reader => {
          const one = await importOfMine(reader, params.import)
          const content =
            one && one.expires_at > reader.now && (await selectFile(reader.db, actor.agencyId, one.id))
          return content ? checkFile(reader, one.kind, content) : undefined
        }))
      if (!found || 'sentences' in found) return missing()
      return csvAnswer('lanyard-import-problems.csv', [
        ['Row', 'Column', 'What is wrong'],
        ...found.checked.problems.map(({ row, column, sentence }) => [`${row}`, column ?? '', sentence]),
      ])
    },
  })

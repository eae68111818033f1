import { fileAnswer } from '../kit/documents/index.ts'
import { type Permitted, Refused, refuse } from '../kit/proof.ts'
import { type Ground, type PersonActor, type Recorded, record, type Writer, write } from '../records/index.ts'
import { type AnyHandler, handler } from '../screens/index.ts'
import { type ExportHere, exportOfMine } from './access.ts'
import { holdState } from './progress.ts'
import { selectFile } from './queries.ts'
import { routes } from './routes.ts'

interface Taken {
  readonly bytes: Uint8Array
  readonly name: string
}

/** Takes a file away, on the record: which, when and by whom. */
async function takeFile(
  writer: Writer<PersonActor>,
  { export: row, of }: Permitted<'have-export', ExportHere>,
  name: string,
): Promise<Recorded<Taken> | Refused<'gone'>> {
  const { db, actor, now } = writer
  const named = /^(json|pdf-\d+)$/.test(name)
  const there = named && (await holdState(db, { agencyId: actor.agencyId, id: row.id })) === 'ready'
  const bytes = there ? await selectFile(db, actor.agencyId, { id: row.id, name }) : undefined
  if (!bytes || (row.expires_at && row.expires_at <= now)) return refuse('gone')
  return record(
    writer,
    {
      event: 'export.taken',
      about: [{ kind: 'export', id: row.id }],
      cites: ['BG-2'],
      content: { export: row.id, file: name, at: now.toISOString() },
    },
    {
      value: {
        bytes,
        name: of.kind === 'conversation' ? `Conversation ${of.name}` : `Kept about ${of.name}`,
      },
    },
  )
}

/** A file of an export, for whoever asked for it, while it can be fetched. */
export const filePage = (ground: Ground): AnyHandler =>
  handler(routes.file, {
    async get({ actor, params, missing }) {
      if (!actor) return missing()
      const taken = await write(ground, actor, async writer => {
        const mine = await exportOfMine(writer, params.export)
        return mine ? takeFile(writer, mine, params.file) : refuse('gone')
      })
      if (taken instanceof Refused) return missing()
      const pdf = params.file.startsWith('pdf')
      const part = pdf && params.file !== 'pdf-1' ? `, part ${params.file.slice(4)}` : ''
      return fileAnswer(taken.bytes, pdf ? 'pdf' : 'json', `${taken.name}${part}`)
    },
  })

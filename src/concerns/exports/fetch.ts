import { pdfsOf, perPdf } from '../../exports/index.ts'
import { attachment, fileAnswer } from '../../kit/documents/index.ts'
import { type Permitted, Refused, refuse } from '../../kit/proof.ts'
import {
  canonical,
  type Ground,
  inVault,
  type LogKeys,
  type PersonActor,
  proofFile,
  type Reader,
  record,
  write,
} from '../../records/index.ts'
import { type AnyHandler, handler } from '../../screens/index.ts'
import { unlockedFor } from '../../sealing/index.ts'
import { kinds } from '../documents/rules.ts'
import { commitmentTo } from '../said.ts'
import { slugOf } from '../where.ts'
import { type ExportHere, exportOfMine } from './access.ts'
import type { ToldBody } from './body.ts'
import { selectBody } from './queries.ts'
import { taking } from './routes.ts'
import { closedFor } from './why.ts'

/** What a made export says, opened with the key of whoever asked. */
export async function bodyHere(
  reader: Reader<PersonActor>,
  { row }: Permitted<'have-concern-export', ExportHere>,
): Promise<ToldBody | 'locked' | undefined> {
  if (!row.there || !row.expires_at || row.expires_at <= reader.now) return undefined
  const unlocked = await unlockedFor(reader)
  if (!unlocked) return 'locked'
  const sealed = await inVault(reader, ({ db, actor }) => selectBody(db, actor.agencyId, row.id))
  const bytes = sealed && (await unlocked.open(sealed))
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as ToldBody)
}

/** The file to check: all that it says, signed with the vault’s key at the time when it was made. */
export const fileOf = (signer: ReturnType<LogKeys['log']>, { row }: ExportHere, body: ToldBody): string => {
  const text = canonical(body)
  return proofFile(signer, { commitment: commitmentTo(text), at: row.made_at ?? row.asked_at }, text)
}

/** The key that signs for an agency’s vault. */
export const signerOf = async (ground: Ground, keys: LogKeys, agencyId: ExportHere['row']['agency_id']) =>
  keys.log(`${await slugOf(ground, agencyId)}-vault`)

/** A file of an export: for whoever asked alone, while their key is unlocked, on the record each time. */
export const filePage = (ground: Ground, keys: LogKeys): AnyHandler =>
  handler(taking.file, {
    async get({ actor, params, missing, go }) {
      const form = formIn(params.form)
      if (!actor || !form) return missing()
      let isClosed = false
      const taken = await write(ground, actor, async writer => {
        const here = await exportOfMine(writer, params.taking)
        const body = here && (await bodyHere(writer, here))
        isClosed = here !== undefined && body !== undefined && (await closedFor(writer, here)) !== undefined
        if (!here || !body || body === 'locked' || isClosed) return refuse('gone')
        return inVault(writer, inside =>
          record(
            inside,
            {
              event: 'concern-export.taken',
              about: [{ kind: 'concern-export', id: here.row.id }],
              cites: ['REP-4'],
              content: { export: here.row.id, form, at: writer.now.toISOString() },
            },
            { value: { here, body } },
          ),
        )
      })
      if (isClosed) return go(taking.export.to(params))
      if (taken instanceof Refused) return missing()
      const { here, body } = taken
      if (form !== 'json') return (await partAnswer(body, form)) ?? missing()
      const signer = await signerOf(ground, keys, actor.agencyId)
      return fileAnswer(Buffer.from(fileOf(signer, here, body)), 'json', 'What was told')
    },
  })

/** The files there may be: one to check, as many parts to read as so many entries take, and each document that is in it. */
export const formIn = (text: string): string | undefined =>
  /^(json|pdf(-[2-9]|-\d\d)?|document-[1-9]\d{0,3})$/.exec(text)?.[0]
export const pdfForms = (entries: number): readonly string[] =>
  Array.from({ length: Math.max(1, Math.ceil(entries / perPdf)) }, (_, at) =>
    at === 0 ? 'pdf' : `pdf-${at + 1}`,
  )

/** A part to read, or a document that is in it: to be saved, as a browser runs and shows nothing of one. */
export async function partAnswer(body: ToldBody, form: string): Promise<Response | undefined> {
  if (!form.startsWith('document-')) return pdfAnswer(body, form)
  const one = body.documents?.[Number(form.slice('document-'.length)) - 1]
  return one?.bytes === undefined
    ? undefined
    : attachment(Buffer.from(one.bytes, 'base64'), kinds[one.kind], one.name)
}

/** One part to read: `pdf`, `pdf-2` and so on. Its name says nothing of anybody. */
async function pdfAnswer({ documents: _, ...body }: ToldBody, form: string): Promise<Response | undefined> {
  const part = Number(form.slice('pdf-'.length) || 1)
  const pdfs = await pdfsOf({
    body: {
      ...body,
      conversations: [],
      covers: { from: 0, size: 0, root: '', at: body.asked.at },
      // Of a leaf, a page shows when it was and nothing else.
      entries: body.entries.map(({ leaf, ...entry }) => ({
        ...entry,
        index: 0,
        leaf: { v: 1, who: 'system', cites: [], commitment: '', ...leaf },
      })),
    },
  })
  const pdf = pdfs[part - 1]
  return pdf && fileAnswer(pdf, 'pdf', part === 1 ? 'What was told' : `What was told, part ${part}`)
}

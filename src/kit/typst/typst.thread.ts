import { join } from 'node:path'
import { NodeCompiler, type NodeTypstCompileResult } from '@myriaddreamin/typst-ts-node-compiler'
import { answering } from '../threads/index.ts'
import { families, fontFiles, printable } from './fonts.ts'
import { pagesOf } from './pages-of.ts'
import type { Json, Sheet } from './sheet.ts'

export interface Asked {
  readonly sheet: Sheet
  readonly as: 'pdf' | 'pictures'
}
export type Made =
  | { readonly as: 'pdf'; readonly bytes: Uint8Array }
  | { readonly as: 'pictures'; readonly pages: readonly string[] }

// A folder that is not there: a source reads what it was given in memory, and nothing else.
const nowhere = join(import.meta.dirname, 'nothing-is-here')
// What was set before helps little with the next document, and would be held for ever.
const keepFor = 1

const prelude = `#let data = json("/data.json")
#let about = json("/about.json")
#set document(
  title: about.title,
  author: about.author,
  date: if about.day == none { none } else { datetime(..about.day) },
)
#set text(font: (${families.map(name => JSON.stringify(name)).join(', ')}), fallback: false, lang: about.lang, region: about.region)
`

let made: NodeCompiler | undefined
function compiler(): NodeCompiler {
  made ??= NodeCompiler.create({ workspace: nowhere, fontArgs: [{ fontBlobs: fontFiles() }] })
  return made
}

answering(({ sheet, as }: Asked): Made => {
  const typst = compiler()
  try {
    lay(typst, sheet)
    const result = typst.compile({ mainFileContent: prelude + sheet.source, resetRead: true })
    const document = result.result
    if (!document || result.hasError()) throw new Error(saidOf(result))
    if (as === 'pdf') return { as, bytes: typst.pdf(document, { pdfStandard: 'ua-1' }) }
    return { as, pages: pagesOf(typst.plainSvg(document)) }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new Error(`Typst refused the sheet: ${said.replace(quoted, '`…`')}`)
  } finally {
    typst.resetShadow()
    typst.evictCache(keepFor)
  }
})

function lay(typst: NodeCompiler, { data, about, files = {} }: Sheet): void {
  const put = (name: string, bytes: Uint8Array) => typst.mapShadow(join(nowhere, name), Buffer.from(bytes))
  const { title, author, date, language = 'en-GB' } = about
  const [lang = 'en', region = null] = language.split('-')
  const day = date && { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
  const said = {
    title: printable(title).trim() || '–',
    author: printable(author),
    lang,
    region,
    day: day ?? null,
  }
  put('data.json', Buffer.from(JSON.stringify(shown(data))))
  put('about.json', Buffer.from(JSON.stringify(said)))
  for (const [name, bytes] of Object.entries(files)) {
    if (!/^[a-z0-9-]+\.(png|jpg|webp|svg)$/.test(name)) throw new Error(`Not a name for a picture: ${name}`)
    put(name, bytes)
  }
}

/** The data with every string as it can be shown. */
function shown(data: Json): Json {
  if (typeof data === 'string') return printable(data)
  if (typeof data !== 'object' || data === null) return data
  if (isList(data)) return data.map(shown)
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, shown(value)]))
}
const isList = (data: object): data is readonly Json[] => Array.isArray(data)

// What Typst quotes may be somebody’s words, and a fault’s message goes to the log.
const quoted = /`[^`]*`/g

function saidOf(result: NodeTypstCompileResult): string {
  const said: unknown = result.takeError()?.shortDiagnostics ?? result.takeDiagnostics()?.shortDiagnostics
  return JSON.stringify(said ?? 'it did not say why')
}

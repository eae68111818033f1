import mammoth from 'mammoth'
import { readHtml } from './html.ts'
import { type Outcome, refusals } from './outcome.ts'
import { packed } from './pack.ts'
import { Unpackable, type Unpacked, unpack } from './unpack.ts'

const limits = { mostEntries: 5000, mostBytes: 60 * 2 ** 20, mostGrowth: 300 }
/** Parts that hold text, and what a reader needs to find it: not pictures, programs or whatever else is in the archive. */
const isText = (name: string): boolean =>
  name === 'mimetype' || (/\.(xml|rels)$/.test(name) && !/^(customXml|docProps)\/|\/theme\//.test(name))

/** The text of a Word document (ECMA-376) in our markup: headings, lists, paragraphs, tables as lines. */
export async function readWord(bytes: Uint8Array): Promise<Outcome> {
  let archive: Unpacked
  try {
    archive = await unpack(bytes, isText, limits)
  } catch (error) {
    if (!(error instanceof Unpackable)) throw error
    if (error.why === 'too-much') return refusals.bomb
    return error.why === 'locked' ? refusals.locked : refusals.broken
  }
  const other = notWord(archive)
  if (other) return other
  // Office’s own formats have no document types; what has one is made to grow while it is read.
  for (const part of archive.files.values())
    if (/<!(?:DOCTYPE|ENTITY)/i.test(part.toString('utf8'))) return refusals.bomb
  return await told(archive)
}

/** What else this archive is. */
function notWord({ names, files }: Unpacked): Outcome | undefined {
  const has = (start: string) => names.some(name => name.startsWith(start))
  const kind = files.get('mimetype')?.toString('latin1', 0, 80) ?? ''
  if (kind.includes('opendocument')) return refusals.openDocument
  if (has('xl/')) return refusals.workbook
  if (has('ppt/')) return refusals.slides
  if (!has('word/') || !names.includes('[Content_Types].xml')) return refusals.archive
  return undefined
}

const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  'br[type="page"] => hr',
]

async function told({ names, files }: Unpacked): Promise<Outcome> {
  let html: string
  try {
    const read = await mammoth.convertToHtml(
      { buffer: packed(files) },
      {
        styleMap: styles,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    )
    html = read.value
  } catch {
    // Whatever it says, it says of a document that is not as the standard has it.
    return refusals.broken
  }
  const { text, pictures, tables } = readHtml(html)
  const parts = [...files.keys()]
  const notes = [
    pictures > 0 && 'Pictures were left out.',
    tables > 0 && 'Each row of a table is a line, with a stroke between its cells.',
    html.includes('<ol') && 'Numbered lists were counted anew. Hold the numbers against your document.',
    parts.some(name => /^word\/(header|footer)\d*\.xml$/.test(name)) &&
      'What stood at the head and the foot of the pages was left out.',
    files.has('word/comments.xml') && 'Comments were left out.',
    names.some(name => /vbaProject/i.test(name)) &&
      'There is a macro in it. It was not run, and is left out.',
  ]
  return { text, notes: notes.filter(note => note !== false) }
}

import { getDocumentProxy } from 'unpdf'
import type { Line } from './lines.ts'
import { linesOf } from './lines.ts'
import { type Outcome, refusals } from './outcome.ts'
import { joined, withoutEdges } from './paragraphs.ts'

/** More pages than these are a book. */
const mostPages = 1500

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** The text of a PDF in our markup. Nothing in it is run, drawn or fetched. */
export async function readPdf(bytes: Uint8Array): Promise<Outcome> {
  let pdf: Pdf
  try {
    pdf = await getDocumentProxy(Uint8Array.from(bytes), {
      enableXfa: false,
      useSystemFonts: false,
      disableFontFace: true,
      verbosity: 0,
    })
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException'
    return locked ? refusals.locked : refusals.broken
  }
  try {
    if (pdf.numPages > mostPages) return refusals.tooLong
    return await told(pdf, bytes)
  } finally {
    await pdf.loadingTask.destroy().catch(() => {})
  }
}

async function told(pdf: Pdf, bytes: Uint8Array): Promise<Outcome> {
  const pages: (readonly Line[])[] = []
  let unreadable = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    try {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view
      pages.push(linesOf(items, { left, bottom, width: right - left, height: top - bottom }))
      page.cleanup()
    } catch {
      unreadable++
      pages.push([])
    }
  }
  const bare = pages.filter(lines => lines.length === 0).length
  if (unreadable === pages.length) return refusals.broken
  if (bare === pages.length) return refusals.scanned
  const { kept, left } = withoutEdges(pages)
  const notes = [
    'It was read from a PDF, which does not say where its paragraphs and headings are. Hold it against your document.',
    left && 'What stood at the head and the foot of every page was left out.',
    bare > 0 && `${bare === 1 ? '1 page has' : `${bare} pages have`} no text that we could read.`,
    (await hasScript(pdf, bytes)) && 'There is script in it. It was not run, and is left out.',
  ]
  return { text: joined(kept), notes: notes.filter(note => note !== false) }
}

/** Whether anything in it would run in a reader that lets it (ISO 32000-1, table 217), as far as it can be seen. */
async function hasScript(pdf: Pdf, bytes: Uint8Array): Promise<boolean> {
  const raw = Buffer.from(bytes)
  if (raw.includes('/JavaScript') || raw.includes('/Launch')) return true
  return await pdf.hasJSActions().catch(() => false)
}

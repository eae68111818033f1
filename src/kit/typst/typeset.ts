import { programBeside, threadFor } from '../threads/index.ts'
import type { Sheet } from './sheet.ts'
import type { Asked, Made } from './typst.thread.ts'

// 200 pages take a second and a half; nothing that takes thirty is a document of ours.
const ask = threadFor<Asked, Made>(programBeside(import.meta.url, 'typst.thread'), {
  mostMillis: 30_000,
  mostMegabytes: 256,
})

/**
 * A sheet as a PDF: tagged, PDF/UA-1, with its title, author and language, the typefaces in it. Made in a thread, one
 * after another. Letters that no typeface of ours has are shown by a stand-in (ask `unprintable` first, and say so).
 * Throws when the source is wrong, or cannot be made accessible (a picture without its words, a heading level left out).
 */
export async function typeset(sheet: Sheet): Promise<Uint8Array> {
  const made = await ask({ sheet, as: 'pdf' })
  if (made.as !== 'pdf') throw new Error('A PDF was asked for.')
  return made.bytes
}

/** A sheet’s pages as SVG, the letters as shapes. Throws as `typeset` does, but for what is not accessible. */
export async function pictures(sheet: Sheet): Promise<readonly string[]> {
  const made = await ask({ sheet, as: 'pictures' })
  if (made.as !== 'pictures') throw new Error('Pictures were asked for.')
  return made.pages
}

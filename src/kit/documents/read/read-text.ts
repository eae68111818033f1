import { decodeText } from '../../text/decode.ts'
import { readHtml } from './html.ts'
import { type Outcome, refusals } from './outcome.ts'

const guessed =
  'The file does not say how its letters are written, so we guessed. Look for letters that are not as you wrote them.'

/** Text as a file of any encoding has it, with the headings and emphasis of Markdown made ours. */
export function readText(bytes: Uint8Array): Outcome {
  const decoded = decodeText(bytes)
  if (!decoded) return refusals.unknown
  const text = decoded.text
    .replace(/\r\n?/g, '\n')
    .replace(/^[ ]{0,3}#{1,6} +(.*?)(?: +#+)?$/gm, '\n# $1\n')
    .replace(/^(?![#\-\s])([^\n]{1,200})\n(?:=|-){3,}$/gm, '\n# $1\n')
    .replace(/(\*\*|__)(?=\S)([^\n*_]{1,400}?\S)\1/g, '$2')
  return { text, notes: decoded.encoding === 'Windows-1252' && hasOdd(text) ? [guessed] : [] }
}

const hasOdd = (text: string): boolean => /[^\n -~]/.test(text)

/** The text of a web page. */
export function readPage(bytes: Uint8Array): Outcome {
  const decoded = decodeText(bytes)
  if (!decoded) return refusals.unknown
  const { text, pictures, scripts, tables } = readHtml(decoded.text)
  const notes = [
    pictures > 0 && 'Pictures were left out.',
    tables > 0 && 'Each row of a table is a line, with a stroke between its cells.',
    scripts > 0 && 'There is script in it. It was not run, and is left out.',
    decoded.encoding === 'Windows-1252' && hasOdd(text) && guessed,
  ]
  return { text, notes: notes.filter(note => note !== false) }
}

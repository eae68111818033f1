import { answerAbove } from './letter.ts'

/** What somebody says now, apart from what they quote and what stands under every mail of theirs. */
export interface Folded {
  readonly words: string
  /** Whether anything was folded away: then the whole is kept beside it. */
  readonly folded: boolean
}

// Lines are looked at one by one and no longer than this: no text makes it slow.
const longestLooked = 500

/**
 * Folds away what an answer quotes, where it stands at the end, and the signature above it. Words that stand between or
 * below what is quoted are never folded away: then nothing is. Linear in the length of the text.
 */
export function fold(text: string): Folded {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const looked = lines.map(line => line.slice(0, longestLooked).trim())
  const quoteAt = quoteFrom(looked)
  const end = signatureFrom(looked.slice(0, quoteAt)) ?? quoteAt
  const words = lines.slice(0, end).join('\n').trim()
  return { words, folded: words !== text.trim() }
}

/** The line at which nothing but what is quoted follows. */
function quoteFrom(lines: readonly string[]): number {
  const ours = lines.findIndex(line => line.includes(answerAbove))
  const header = lines.findIndex((_, at) => isHeaderBlock(lines, at))
  const marks = [ours, header].filter(at => at >= 0 && !hasWordsAfterQuotes(lines, at))
  if (marks.length > 0) return introAbove(lines, Math.min(...marks))
  return introAbove(lines, trailingQuotes(lines))
}

/** An answer written between the lines that it quotes: `>` before those that are ours, words of theirs between. */
function hasWordsAfterQuotes(lines: readonly string[], from: number): boolean {
  if (!lines[from]?.startsWith('>')) return false
  return lines.slice(from).some(line => line !== '' && !line.startsWith('>'))
}

/** Where the lines with `>` before them begin that nothing follows. The end, when there are none. */
function trailingQuotes(lines: readonly string[]): number {
  let at = lines.length
  while (at > 0 && (lines[at - 1] === '' || lines[at - 1]?.startsWith('>'))) at--
  return lines.slice(at).some(line => line.startsWith('>')) ? at : lines.length
}

const original = /^[-_ ]{0,20}(original message|forwarded message|original appointment)[-_ ]{0,20}$/i
const headerKeys = /^\*?(from|sent|date|to|cc|subject)\s?:\*?\s?\S/i

/** What Outlook and its like put above what they quote: a rule or the words, and lines of a header. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  if (original.test(line)) return true
  if (!/^\*?from\s?:/i.test(line)) return false
  const keys = new Set(lines.slice(at, at + 8).flatMap(one => headerKeys.exec(one)?.[1]?.toLowerCase() ?? []))
  return keys.has('from') && (keys.has('sent') || keys.has('date')) && (keys.has('to') || keys.has('subject'))
}

const wrote =
  /(?<!\p{L})(wrote|écrit|schrieb|escribió|scritto|schreef|escreveu|skrev|kirjoitti|napisał|ysgrifennodd)(?!\p{L}).{0,80}$/iu

/** The line or lines above what is quoted that say who wrote it and when; and a rule above them. */
function introAbove(lines: readonly string[], at: number): number {
  if (at >= lines.length) return at
  let from = upOverBlank(lines, at)
  for (let back = 1; back <= 4; back++) {
    const begins = from - back
    if (begins < 0 || lines[begins] === '') break
    const whole = lines.slice(begins, from).join(' ')
    if (whole.length <= 400 && /[:：]$/.test(whole) && wrote.test(whole) && /\d/.test(whole)) {
      from = begins
      break
    }
  }
  const above = upOverBlank(lines, from)
  const isRule = above > 0 && /^[_-]{5,}$/.test(lines[above - 1] ?? '')
  return isRule ? above - 1 : from === upOverBlank(lines, at) ? at : from
}

function upOverBlank(lines: readonly string[], at: number): number {
  let from = at
  while (from > 0 && (lines[from - 1] === '' || /^>+$/.test(lines[from - 1] ?? ''))) from--
  return from
}

const devices =
  /^(sent from (my|yahoo|outlook|mail|the|a|gmail|samsung|proton)\b.{0,80}|get outlook for .{1,60}|sent with .{1,60}|sent via .{1,60}|anfonwyd o .{1,60})$/i

/**
 * Where a signature begins that may be folded away: after the mark that mail programs agree on, when it is short; or the
 * line by which a telephone says what it is. Anything else stays: a name or a greeting is somebody's words.
 */
function signatureFrom(lines: readonly string[]): number | undefined {
  let end = lines.length
  while (end > 0 && lines[end - 1] === '') end--
  const mark = lines.lastIndexOf('--', end - 1)
  if (mark >= 0 && end - mark <= 12) return mark
  let from = end
  while (from > 0 && (devices.test(lines[from - 1] ?? '') || (from < end && lines[from - 1] === ''))) from--
  return from < end ? from : undefined
}

import type { Category, Speaker } from '../rules.ts'

/**
 * Messages on one theme, by who writes them. What should be found stands in brackets with its category,
 * `ring me on [[C1:07700 900123]] tonight`; what the same writer said just before stands before ` || `.
 */
export interface Labelled extends Readonly<Record<Speaker, readonly string[]>> {}

/** Where something should be found, in UTF-16 units of the text, the end not included. */
export interface LabelledSpan {
  readonly from: number
  readonly to: number
  readonly category: Category
}

/** One message with its labels. No spans: nothing is to be found in it, at any strength. */
export interface LabelledMessage {
  readonly about: string
  readonly by: Speaker
  readonly text: string
  /** What the same writer said just before, oldest first. */
  readonly before: readonly string[]
  readonly spans: readonly LabelledSpan[]
}

/** Reads one line of the set. Throws when a mark is broken, or stands in what was said before. */
export function readLabelled(line: string): Pick<LabelledMessage, 'text' | 'before' | 'spans'> {
  const said = line.split(' || ')
  const marked = said.at(-1) ?? ''
  const before = said.slice(0, -1)
  const spans: LabelledSpan[] = []
  let text = ''
  for (const [at, piece] of marked.split('[[').entries()) {
    if (at === 0) {
      text = piece
      continue
    }
    const mark = /^(C(?:1[0-7]|[1-9])):(.+?)\]\](.*)$/s.exec(piece)
    const [, category, words = '', rest = ''] = mark ?? []
    if (!isCategory(category)) throw new Error(`a broken mark: ${line}`)
    spans.push({ from: text.length, to: text.length + words.length, category })
    text += words + rest
  }
  if ([...before, text].some(words => words.includes('[[') || words.includes(']]')))
    throw new Error(`a mark that closes nothing, or before the last: ${line}`)
  return { text, before, spans }
}

/** What its pattern lets through: C1 to C17. */
const isCategory = (name: string | undefined): name is Category => name !== undefined && /^C\d+$/.test(name)

import { inDays } from '../clock.ts'
import type { Block } from '../markup/index.ts'

/** A text of an organisation, with all that stands around it when it leaves as a document. Language as BCP 47. */
export interface Paper {
  readonly organisation: string
  readonly title: string
  /** “Version 3” */
  readonly version: string
  /** The day of the text. */
  readonly date: Date
  /** How the text stands on the day the document is made, in a sentence. */
  readonly standing: string
  /** What is said in small print when the text is at its end. */
  readonly closing: string
  readonly language: string
  readonly blocks: readonly Block[]
}

/** What stands at the foot of every page. */
export const versionLine = ({ version, date }: Paper): string => `${version}, ${inDays(date)}`

/** As much of a text as fits into a line of its own. */
export const shortened = (text: string, most: number): string => {
  const letters = [...text.replace(/\s+/g, ' ').trim()]
  return letters.length <= most
    ? letters.join('')
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

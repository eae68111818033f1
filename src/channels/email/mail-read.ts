import type { Headers } from './headers.ts'

/** What is read out of a mail: its words, and what else decides what becomes of it. */
export interface MailRead {
  readonly headers: Headers
  /** Every address that its From gives: one, in a mail that is in order. */
  readonly from: readonly string[]
  readonly messageId: string
  readonly subject: string
  /** What they say now; and the whole of the words, where that is more. */
  readonly words: string
  readonly whole: string | undefined
  /** How many files or pictures came along, pictures within the words not counted. */
  readonly files: number
  /** Of a report of a mail server, what it says of the delivery. */
  readonly report: string | undefined
}

/** The longest of each that is looked at, in characters; what is longer is kept whole as it came as far as is kept at all. */
export const longestWords = 400_000

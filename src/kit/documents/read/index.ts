import { tidyPasted } from '../../markup/index.ts'
import { OutOfTime, Overcrowded, programBeside, ThreadEnded, threadFor } from '../../threads/index.ts'
import { type Outcome, refusals } from './outcome.ts'
import type { Asked } from './read.thread.ts'
import { type Kind, promisedBy, sniff } from './sniff.ts'

export type { Outcome } from './outcome.ts'

/** The largest file that is read, in bytes. */
export const largestDocument = 20 * 2 ** 20
/** The longest text that a document may come to, in characters. */
export const longestText = 2_000_000

const ask = threadFor<Asked, Outcome>(programBeside(import.meta.url, 'read.thread'), {
  mostMillis: 30_000,
  mostMegabytes: 512,
  mostWaiting: 20,
})

/** What is turned away at once, whatever is in it. */
const turnedAway = {
  empty: refusals.empty,
  'old-word': refusals.oldWord,
  'locked-office': refusals.locked,
  rtf: refusals.richText,
  picture: refusals.picture,
} as const satisfies Partial<Record<Kind, Outcome>>

const words = { zip: 'a Word document', pdf: 'a PDF', html: 'a web page', text: 'plain text' } as const

/**
 * The text of a document that somebody chose, in our markup, with notes that they should read: a Word document, a PDF, a
 * web page or plain text of any encoding, told apart by what is in it. Or a sentence that says why not, and what to do
 * instead. It is read in a thread with a limit of time and of memory; nothing in the file is run or fetched, and markup
 * that stands in its text stays text. Never throws for a file, whatever is in it.
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<Outcome> {
  if (bytes.length > largestDocument) return refusals.tooLarge
  const kind = sniff(bytes)
  if (isTurnedAway(kind)) return turnedAway[kind]
  const outcome = await read({ bytes, kind })
  if ('refused' in outcome) return outcome
  // Tidying makes a text little shorter, and a regular expression may run out of its stack over many millions of spaces.
  if (outcome.text.length > 2 * longestText) return refusals.tooLong
  const text = tidyPasted(outcome.text)
  if (!text) return refusals.wordless
  if (text.length > longestText) return refusals.tooLong
  const promised = promisedBy(name)
  const differs = promised && !promised.kinds.includes(kind)
  const note = differs
    ? [`Its name says ${promised.words}, but it is ${words[kind]}. It was read as that.`]
    : []
  return { text, notes: [...note, ...outcome.notes] }
}

const isTurnedAway = (kind: Kind): kind is keyof typeof turnedAway => kind in turnedAway

async function read(asked: Asked): Promise<Outcome> {
  try {
    return await ask(asked)
  } catch (error) {
    if (error instanceof OutOfTime) return refusals.slow
    if (error instanceof ThreadEnded) return refusals.bomb
    if (error instanceof Overcrowded) return refusals.busy
    return refusals.broken
  }
}

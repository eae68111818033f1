import { Overcrowded, programBeside, threadFor } from '../../kit/threads/index.ts'
import { type DocumentKind, largest, type Reason } from './rules.ts'

/** What a document is; or why it is not taken. */
export type Judged = { readonly kind: DocumentKind } | { readonly refused: Reason }

const ask = threadFor<Uint8Array, Judged>(programBeside(import.meta.url, 'judge.thread'), {
  mostMillis: 20_000,
  mostMegabytes: 512,
  mostWaiting: 20,
})

/**
 * What somebody wants to hand in, by its bytes alone and never by its name: a PDF, a Word document, plain text or an email, and
 * no picture in it. Looked at in a thread with a limit of time and of memory; nothing of it is run, fetched, written to a file
 * or said in a fault. What cannot be told in those limits is not taken. Never throws for what the bytes are.
 */
export async function judge(bytes: Uint8Array): Promise<Judged> {
  if (bytes.length === 0) return { refused: 'none' }
  if (bytes.length > largest) return { refused: 'too-large' }
  try {
    return await ask(bytes)
  } catch (error) {
    // A message of a library might quote what it read, so it goes no further.
    return { refused: error instanceof Overcrowded ? 'busy' : 'cannot-tell' }
  }
}

import { programBeside, threadFor } from '../../kit/threads/index.ts'
import type { MailRead } from './mail-read.ts'

const ask = threadFor<Uint8Array, MailRead>(programBeside(import.meta.url, 'reading'), {
  mostMillis: 20_000,
  mostMegabytes: 384,
  mostWaiting: 50,
})

/** Reads a mail in a thread of its own. Undefined for one that cannot be read in the time and room there is for it. */
export const readMail = (raw: Buffer): Promise<MailRead | undefined> => ask(raw).catch(() => undefined)

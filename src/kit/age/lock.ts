import { programBeside, threadFor } from '../threads/index.ts'
import type { Asked } from './lock.thread.ts'

/**
 * How hard each guess is made: scrypt with N = 2^15, r = 8, p = 1, which takes 32 MB and, on two small cores, about a fifth
 * of a second. See docs/decisions/0032-sealing.md for what was measured.
 */
const forWords = 15
/** Nobody guesses 256 random bits, however quickly each guess goes. */
const forSecret = 1

// One at a time, so that many who unlock at once take turns and not the memory; and never on the event loop.
const ask = threadFor<Asked, Uint8Array | undefined>(programBeside(import.meta.url, 'lock.thread'), {
  mostMillis: 20_000,
  mostMegabytes: 256,
  mostWaiting: 50,
})

/** The same words however they were typed: NFKC, one space between them, none at the ends. What is locked is locked with these. */
const plain = (words: string): string => words.normalize('NFKC').trim().replace(/\s+/g, ' ')

async function lock(words: string, text: string, work: number): Promise<Uint8Array> {
  const locked = await ask({ words, lock: new TextEncoder().encode(text), work })
  if (!locked) throw new Error('a lock did not close')
  return locked
}

async function unlock(words: string, locked: Uint8Array): Promise<string | undefined> {
  const bytes = await ask({ words, unlock: new Uint8Array(locked) })
  return bytes && new TextDecoder().decode(bytes)
}

/** Locks a text with words that somebody chose: an age file, which `age -d` asks the same words for. */
export const lockWithWords = (words: string, text: string): Promise<Uint8Array> =>
  lock(plain(words), text, forWords)

/** The text; undefined when the words are not the ones. Throws as a thread does when too many wait. */
export const unlockWithWords = (words: string, locked: Uint8Array): Promise<string | undefined> =>
  unlock(plain(words), locked)

/** Locks a text with 32 random bytes. The age file’s words are they in base64url. */
export const lockWithSecret = async (secret: Uint8Array, text: string): Promise<Uint8Array> =>
  lock(wordsOf(secret), text, forSecret)

export const unlockWithSecret = async (secret: Uint8Array, locked: Uint8Array): Promise<string | undefined> =>
  unlock(wordsOf(secret), locked)

function wordsOf(secret: Uint8Array): string {
  if (secret.length !== 32) throw new TypeError('a secret to lock with has 32 bytes')
  return Buffer.from(secret).toString('base64url')
}

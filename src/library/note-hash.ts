import { createHash } from 'node:crypto'
import type { Note } from '../guidance/index.ts'

const made = new WeakMap<Note, Buffer>()

/** SHA-256 of all that a note says and where it says it from. Other words are another note, to be checked anew. */
export function noteHash(note: Note): Buffer {
  const before = made.get(note)
  if (before) return before
  const { id, title, text, notVerified, where, sources } = note
  const words = JSON.stringify([
    id,
    title,
    text,
    notVerified ?? '',
    where ?? '',
    sources.map(({ title, grade, dated, href }) => [title, grade, dated, href ?? '']),
  ])
  const hash = createHash('sha256').update(words).digest()
  made.set(note, hash)
  return hash
}

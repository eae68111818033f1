import { createHash, randomBytes } from 'node:crypto'
import { tidy } from '../../kit/forms/index.ts'
import { sealFor } from '../../sealing/index.ts'
import { type DocumentKind, isKind } from './rules.ts'

/** What is said of a document, sealed beside it. */
export interface About {
  readonly kind: DocumentKind
  /** As whoever handed it in called it, without its ending. */
  readonly name: string
  /** What they wrote to it. */
  readonly note?: string | undefined
  /** In bytes. */
  readonly size: number
  /** 32 random bytes, base64url: without them the document’s hash says nothing of it. */
  readonly salt: string
}

export const aboutOf = (about: Omit<About, 'salt' | 'name'> & { readonly name: string }): About => ({
  ...about,
  name: nameFrom(about.name),
  salt: randomBytes(32).toString('base64url'),
})

/** A file’s name as it may be shown and saved under: no folders, no ending, nothing that turns its direction. */
function nameFrom(name: string): string {
  const last = tidy(name.slice(-400)).replace(/\s+/g, ' ').split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/^[.\s]+/, '')
    .trim()
  return [...plain].slice(0, 100).join('') || 'Document'
}

export const commitmentTo = (salt: string, bytes: Uint8Array): Uint8Array =>
  createHash('sha256').update(Buffer.from(salt, 'base64url')).update(bytes).digest()

export const hashOf = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

export const sealAbout = (recipient: string, about: About): Promise<Uint8Array> =>
  sealFor([recipient], new TextEncoder().encode(JSON.stringify(about)))

export function readAbout(bytes: Uint8Array): About {
  const about = JSON.parse(new TextDecoder().decode(bytes)) as About
  if (!isKind(about.kind)) throw new Error('a document of no kind')
  return about
}

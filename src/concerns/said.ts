import { createHash, randomBytes } from 'node:crypto'

/** What somebody said when they reported a concern: the whole of it, sealed as one text. */
export interface Said {
  readonly v: 1
  /** 32 random bytes, base64url: without them its hash says nothing of it. */
  readonly salt: string
  /** When it came, ISO in UTC. */
  readonly at: string
  readonly words: string
  readonly who?: string | undefined
  readonly adult?: string | undefined
  readonly when?: string | undefined
  readonly web?: string | undefined
  readonly device?: string | undefined
  /** Where it came on paper: who wrote it and when, as far as the paper says, and who copied it. */
  readonly paper?:
    | { readonly by?: string | undefined; readonly at: string; readonly copiedBy: string }
    | undefined
  /** It was told in the child’s form, or by a child. */
  readonly child?: true | undefined
  /** A message that it is about: who wrote it and when, what it says, and where it stands. */
  readonly message?: string | undefined
  /** Who says it, and how they are reached, where they wished to say. */
  readonly name?: string | undefined
  readonly reach?: string | undefined
}

export const newSalt = (): string => randomBytes(32).toString('base64url')

/** As it is sealed, and as whoever said it keeps it. */
export const saidText = (said: Said): string => JSON.stringify(said)

/** What the record holds of it beside the sealed text. */
export const commitmentTo = (text: string): Uint8Array => createHash('sha256').update(text).digest()

export const readSaid = (text: string): Said => JSON.parse(text) as Said

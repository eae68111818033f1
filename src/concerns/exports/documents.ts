import { createHash } from 'node:crypto'
import type { EntryId, PersonActor, PersonId, Writer } from '../../records/index.ts'
import { documentToTake } from '../documents/access.ts'
import type { DocumentKind } from '../documents/rules.ts'
import type { Shown } from '../documents/shown.ts'
import type { DocumentId } from '../documents/tables.ts'
import { type Fate, isFate, mostBytes, mostDocuments } from './rules.ts'
import type { Gathered, Part } from './told.ts'

/**
 * A document that was handed in on one of the concerns. `salt`, `sha256` and `bytes` are there where it goes with the file itself;
 * `salt` alone where it was to go and is too much for one file.
 */
export interface ToldDocument {
  /** The entry that answers for it. */
  readonly entry: EntryId
  readonly concern: string
  readonly name: string
  readonly kind: DocumentKind
  /** In bytes. */
  readonly size: number
  readonly by: string
  readonly at: string
  readonly checked: 'clean' | 'not-checked'
  /** SHA-256 over 32 random bytes, the salt, and the document: what was kept of it when it was handed in. In hexadecimal. */
  readonly commitment: string
  /** Base64url. */
  readonly salt?: string
  /** Of the document, in hexadecimal. */
  readonly sha256?: string
  /** Base64. */
  readonly bytes?: string
}

/** What goes of a document, once that was decided. */
export interface Going {
  readonly shown: Shown
  readonly fate: Fate
  readonly bytes?: Uint8Array
}

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The name of the field for the document at this place of the list. */
export const documentField = (at: number): string => `d${at}`

/** Every document of the concerns, in their own order. */
export const documentsIn = ({ concerns }: Pick<Gathered, 'concerns'>): readonly Shown[] =>
  concerns.flatMap(({ documents }) => documents)

/** What was decided for each, where it was decided for every one that the page showed; of what it did not show, none leaves. */
export function fatesOf(
  all: readonly Shown[],
  chosen: (field: string) => string | undefined,
): ReadonlyMap<DocumentId, Fate> | undefined {
  const fates = all.map(({ row }, at) => {
    const fate = at < mostDocuments ? chosen(documentField(at)) : 'named'
    return isFate(fate) ? ([row.id, fate] as const) : undefined
  })
  return fates.every(one => one !== undefined) ? new Map(fates) : undefined
}

/** Opens those that are to leave, as many as one file holds; what each is was kept with it, and throws where it is not. */
export async function going(
  writer: Writer<PersonActor>,
  all: readonly Shown[],
  fates: ReadonlyMap<DocumentId, Fate>,
): Promise<readonly Going[]> {
  const gone: Going[] = []
  let left = mostBytes
  for (const shown of all) {
    const { row, about } = shown
    const fate = fates.get(row.id) ?? 'named'
    const fits = fate === 'goes' && about.size <= left
    const whole = fits && (await documentToTake(writer, { concern: row.concern_id, document: row.id }))
    if (!whole || typeof whole === 'string') {
      gone.push({ shown, fate })
      continue
    }
    left -= whole.bytes.length
    gone.push({ shown, fate, bytes: whole.bytes })
  }
  return gone
}

/** What an export says of a document: its names gone where they are to go. */
export function toldDocument(
  { shown: { row, about }, fate, bytes }: Going,
  leaving: { readonly nameOf: (id: string) => string; readonly without: (text: string) => { text: string } },
): ToldDocument {
  return {
    entry: row.entry_id,
    concern: row.concern_id,
    name: leaving.without(about.name).text,
    kind: about.kind,
    size: about.size,
    by: handedInBy(row.handed_in_by, leaving.nameOf),
    at: row.handed_in_at.toISOString(),
    checked: row.checked,
    commitment: hexOf(row.commitment),
    ...(fate === 'goes' ? { salt: about.salt } : {}),
    ...(bytes ? { sha256: sha256Of(bytes), bytes: Buffer.from(bytes).toString('base64') } : {}),
  }
}

const handedInBy = (by: PersonId | null, nameOf: (id: string) => string): string =>
  by === null ? 'Whoever told of it' : nameOf(by)

/** Where the document itself is, in the words of the file; and by what it is known for the same. */
export function whereParts(
  document: ToldDocument,
  at: number,
  organisation: string,
): readonly Omit<Part, 'person'>[] {
  const { sha256, salt, commitment, entry } = document
  return [
    { words: 'The document itself', value: whereIs(document, at, organisation) },
    ...(sha256 ? [{ words: 'SHA-256 of it', value: sha256 }] : []),
    { words: 'Kept of it when it was handed in', value: `SHA-256 with a salt, ${commitment}` },
    ...(salt ? [{ words: 'The salt', value: salt }] : []),
    { words: 'The entry that answers for it', value: entry },
  ]
}

export function whereIs({ bytes, salt }: ToldDocument, at: number, organisation: string): string {
  if (bytes) return `Document ${at + 1}: in the file to check (JSON), and saved by itself from the same page`
  return salt
    ? `Not in this export, which has no room for it: ${organisation} downloads it from Documents in the concern, and hands it over by itself`
    : `Stays with ${organisation}: only named here`
}

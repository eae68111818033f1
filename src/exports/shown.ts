import { maskWords } from '../messages/index.ts'
import type { Included } from './gather.ts'

/** What a family gave of its own details in a message: where it stands. */
type Masks = ReadonlyMap<string, Parameters<typeof maskWords>[1]>

/** Of the messages among these, what is masked to the staff: marked so, and not opened for all of them since. */
export function masksOf(all: readonly Included[]): Masks {
  const masked = new Map<string, Parameters<typeof maskWords>[1]>()
  const messageOf = ({ leaf }: Included) => leaf.about.find(({ kind }) => kind === 'message')?.id ?? ''
  for (const one of all) {
    if (one.leaf.event === 'message.marked' && one.content?.kind === 'masked')
      masked.set(messageOf(one), one.content.found as Parameters<typeof maskWords>[1])
    if (one.leaf.event === 'detail.opened' && one.content?.for_all === true) masked.delete(messageOf(one))
  }
  return masked
}

/** A part of what is shown of an entry. */
export interface Shown {
  readonly words: string
  /** As it was recorded: a text, a number, a list of texts. */
  readonly value: string
  /** It is somebody’s id, and their name is shown. */
  readonly person: boolean
  /** It is one of a few words that the software writes. */
  readonly coded: boolean
}

/** What holds one of a few words, each a word of ours and of nobody who wrote. */
const codedFields: ReadonlySet<string> = new Set(
  'part kind channel channels result way phone finding answer situation platform relation decision'.split(
    ' ',
  ),
)

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value)

/** What is shown of an entry, before any name is replaced. `masked`: details in it are named and not shown. */
export function shownOf(
  { leaf, told, content, masked }: Included,
  { masks, people }: { readonly masks: Masks; readonly people: ReadonlySet<string> },
): { readonly parts: readonly Shown[]; readonly masked: boolean } {
  if (!content) return { parts: [], masked: false }
  const found = leaf.event === 'message.sent' ? masks.get(leaf.about[0]?.id ?? '') : undefined
  const parts = (told.show ?? []).flatMap(([field, words]): Shown[] => {
    const value = content[field]
    const coded = codedFields.has(field)
    if (Array.isArray(value))
      return [{ words, value: value.filter(isPlain).join(', '), person: false, coded }]
    if (!isPlain(value) || value === '') return []
    const text = String(value)
    return [
      {
        words,
        value:
          field === masked?.field ? masked.text : found && field === 'body' ? maskWords(text, found) : text,
        person: people.has(text),
        coded,
      },
    ]
  })
  return { parts, masked: found !== undefined || masked !== undefined }
}

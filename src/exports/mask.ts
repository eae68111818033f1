import { maskedText } from '../messages/index.ts'
import type { Reader } from '../records/index.ts'
import type { Included } from './gather.ts'
import type { NamedPerson } from './tables.ts'

/** What somebody of a family may have written that is no message: where it stands. */
const words: Readonly<Record<string, string>> = { 'words.kept': 'body', 'worry.raised': 'words' }

/**
 * The entries with what families wrote that is no message as the staff read it: their personal details named, and not shown.
 * Whoever has opened them for themselves has not opened them for whom the export is for.
 */
export function maskedFor(
  reader: Reader,
  entries: readonly Included[],
  everybody: readonly Pick<NamedPerson, 'id' | 'kind'>[],
): Promise<readonly Included[]> {
  const kinds = new Map(everybody.map(({ id, kind }) => [id, kind]))
  return Promise.all(
    entries.map(async one => {
      const field = words[one.leaf.event]
      const kind = kinds.get(one.leaf.who)
      const text = field === undefined ? undefined : one.content?.[field]
      if (field === undefined || typeof text !== 'string' || !kind || kind === 'staff') return one
      const masked = await maskedText(reader, text, kind)
      return masked === text ? one : { ...one, masked: { field, text: masked } }
    }),
  )
}

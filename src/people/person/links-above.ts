import type { PersonActor, Reader } from '../../records/index.ts'
import type { Above } from '../above.ts'
import type { PersonTable } from '../queries.ts'

/** Where else there is something about a person, for a reader who may see or ask for it there. */
export async function linksAbove(
  reader: Reader<PersonActor>,
  { id, kind }: Pick<PersonTable, 'id' | 'kind'>,
  { above, family }: { readonly above: Above; readonly family: boolean },
): Promise<readonly { readonly href: string; readonly words: string }[]> {
  const [calls, exported] = await Promise.all([
    family ? above.callsWith(reader, id) : undefined,
    kind === 'staff' ? undefined : above.exportOf(reader, id),
  ])
  return [
    ...(calls ? [{ href: calls, words: 'Telephone calls' }] : []),
    ...(exported ? [{ href: exported, words: 'Export everything about them' }] : []),
  ]
}

import { blocksOf } from '../../kit/markup/index.ts'
import { type Search, searchOver } from '../../kit/search/index.ts'
import { inForceToRead, type VersionId } from '../../policies/index.ts'
import type { PersonActor, Reader } from '../../records/index.ts'
import { meanings } from './meanings.ts'

/** A passage of one of the agency's own policies. */
export interface Passage {
  readonly policyId: string
  readonly policy: string
  readonly head: string
  readonly text: string
}

interface Indexed {
  readonly search: Search
  readonly passages: readonly { readonly head: string; readonly text: string }[]
}

// A version's text never changes, so what was made of it holds. The oldest asked for goes first.
const indexes = new Map<VersionId, Indexed>()
const kept = 200

/** Passages of the policies in force in the reader's agency that fit a question, the best first. */
export async function findInPolicies(
  reader: Reader<PersonActor>,
  question: string,
  most: number,
): Promise<readonly Passage[]> {
  const policies = await inForceToRead(reader)
  const found = await Promise.all(
    policies.map(async ({ policyId, versionId, title, text }) => {
      const { search, passages } = indexes.get(versionId) ?? indexed(versionId, await text())
      return search.find(question, most).map(({ key, score }) => {
        const passage = passages[Number(key)]
        return { score, policyId, policy: title, head: passage?.head ?? '', text: passage?.text ?? '' }
      })
    }),
  )
  return found
    .flat()
    .toSorted((one, other) => other.score - one.score)
    .slice(0, most)
}

function indexed(version: VersionId, text: string): Indexed {
  const passages = passagesOf(text)
  const search = searchOver(
    passages.map(({ head, text: body }, at) => ({ key: `${at}`, title: head, body })),
    meanings,
  )
  const made = { search, passages }
  indexes.set(version, made)
  for (const [oldest] of indexes) {
    if (indexes.size <= kept) break
    indexes.delete(oldest)
  }
  return made
}

/** A policy's paragraphs and points, each with the heading above it. */
export function passagesOf(text: string): readonly { readonly head: string; readonly text: string }[] {
  let head = ''
  return blocksOf(text).flatMap(block => {
    if (block.kind === 'heading') {
      head = block.text
      return []
    }
    const parts = 'items' in block ? block.items : [block.text.replaceAll('\n', ' ')]
    return parts.map(part => ({ head, text: part }))
  })
}

import { createHash } from 'node:crypto'
import { type Id, idOf } from '../kit/ids.ts'
import { Already } from '../kit/proof.ts'

/** What is stored under a draft's key; null once its words have been erased. */
export interface Under {
  readonly body: string | null
}

/** Words that are there already, and under which key. */
export interface There {
  readonly under: string
}

/** The key behind a key: nothing of any words is in it, as it outlives theirs. */
const keyBehind = (key: string): Id<'draft'> =>
  idOf<'draft'>(createHash('sha256').update(`lanyard draft behind ${key}`).digest())

/**
 * A draft under the key that it is to be stored under, or says that it is there already. The same words under the same key are
 * there, and so are any where what is there has been erased. Other words that come under a key which was used before are another
 * draft, under a key of their own that is the same each time they come: nothing that anybody wrote is dropped.
 */
export async function unlessThere<Draft extends { readonly body: string; readonly key: string }>(
  draft: Draft,
  find: (key: string) => Promise<Under | undefined> | Under | undefined,
): Promise<Draft | Already<There>> {
  for (let { key } = draft; ; key = keyBehind(key)) {
    const there = await find(key)
    if (!there) return { ...draft, key }
    if (there.body === null || there.body === draft.body) return new Already({ under: key })
  }
}

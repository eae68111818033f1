import { builtKinds, freshMadeOf, isFromClauses, type MadeOf } from '../../clauses/index.ts'
import type { PersonActor, Reader } from '../../records/index.ts'
import type { Desk } from '../access.ts'
import { partsFromText } from './from-text.ts'
import { prefilled } from './known.ts'
import { type Beginning, type Begun, beginnings } from './start-draft.ts'

/** How a draft of this policy can be begun. Made from clauses only where there are some for it. */
export const beginningsFor = ({ shelf: { policy, newest } }: Pick<Desk, 'shelf'>): readonly Beginning[] =>
  beginnings.filter(one => {
    if (one === 'in-force') return newest !== undefined
    return one !== 'clauses' || builtKinds.some(kind => kind === policy.kind)
  })

const empty: MadeOf = { parts: [], blanks: {} }

/** What a draft is made of when it is begun in one of these ways. */
export async function begunBy(
  reader: Reader<PersonActor>,
  { shelf }: Pick<Desk, 'shelf'>,
  beginning: Beginning,
): Promise<Begun> {
  const kind = builtKinds.find(one => one === shelf.policy.kind)
  if (beginning === 'clauses' && kind)
    return { way: 'clauses', madeOf: await prefilled(reader, freshMadeOf(kind)) }
  if (beginning !== 'in-force' || !shelf.newest) return { way: 'words', madeOf: empty }
  const madeOf = shelf.madeOf ?? { parts: partsFromText(shelf.newest.text), blanks: {} }
  return { way: isFromClauses(madeOf) ? 'clauses' : 'words', madeOf }
}

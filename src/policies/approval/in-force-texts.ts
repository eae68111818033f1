import type { MadeOf } from '../../clauses/index.ts'
import type { Reader } from '../../records/index.ts'
import { type PolicyId, selectNewestVersion } from '../queries.ts'
import { selectRegister } from '../register/queries.ts'
import type { PolicyKind } from '../rules.ts'
import { madeOfVersion } from './made-of.ts'

/** A policy in force, with its text and what that is made of. */
export interface InForceText {
  readonly policy: PolicyId
  readonly kind: PolicyKind
  readonly title: string
  readonly number: number
  readonly text: string
  readonly madeOf: MadeOf | undefined
}

/** Every policy in force in the reader's agency, with its text: for rooms that hold it against the guidance. */
export async function inForceTexts(reader: Reader): Promise<readonly InForceText[]> {
  const found: InForceText[] = []
  for (const { id, kind, title } of await selectRegister(reader.db, reader.actor.agencyId)) {
    const newest = await selectNewestVersion(reader.db, reader.actor.agencyId, id)
    if (!newest) continue
    const madeOf = await madeOfVersion(reader, newest.id)
    found.push({ policy: id, kind, title, number: newest.number, text: newest.text, madeOf })
  }
  return found
}

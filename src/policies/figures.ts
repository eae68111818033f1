import { inDays } from '../kit/clock.ts'
import { staff } from '../people/index.ts'
import type { PersonId, Reader } from '../records/index.ts'
import { type PolicyId, selectPolicies, selectSignedCounts, selectSigners } from './queries.ts'
import { registerOf } from './register/register.ts'
import { type PolicyKind, signingState, signingWords, standingWords } from './rules.ts'

/** Where somebody stands with each policy in force, the acceptable use policy first. */
export async function standingsOf(
  reader: Reader,
  personId: PersonId,
): Promise<readonly { id: PolicyId; policy: string; words: string; good: boolean }[]> {
  const shelf = await selectPolicies(reader.db, reader.actor.agencyId, personId)
  return shelf.flatMap(({ id, title, number, required_number, signed_number }) => {
    if (!number) return []
    const state = signingState({ newest: number, required: required_number ?? number, signed: signed_number })
    return [
      {
        id,
        policy: title,
        words: signingWords[state],
        good: state === 'signed' || state === 'newer-to-read',
      },
    ]
  })
}

/** Everybody whose signature on the acceptable use policy counts now. */
export const whoHasSigned = async ({ db, actor }: Reader): Promise<ReadonlySet<PersonId>> =>
  new Set((await selectSigners(db, actor.agencyId))?.signers)

export interface PolicyFigures {
  readonly kind: PolicyKind
  readonly title: string
  /** The version in force, with the day it was published; undefined while there is none. */
  readonly inForce: string | undefined
  /** Missing, in force, or its review due or overdue, in words. */
  readonly standing: string
  /** How many of `staff` have signed a version that still counts. */
  readonly signed: number
  readonly staff: number
}

/** Each policy of the agency in figures, without anybody's name: for the board. */
export async function policyFigures(reader: Reader): Promise<readonly PolicyFigures[]> {
  const { db, actor } = reader
  const everybody = (await staff(reader)).map(member => member.id)
  const [rows, register] = await Promise.all([
    selectSignedCounts(db, actor.agencyId, everybody),
    registerOf(reader),
  ])
  const standings = new Map(register.map(({ id, standing }) => [id, standing]))
  return rows.map(({ id, kind, title, number, published_at, signed }) => ({
    kind,
    title,
    standing: standingWords[standings.get(id) ?? 'missing'].words,
    inForce: number && published_at ? `Version ${number}, from ${inDays(published_at)}` : undefined,
    signed,
    staff: everybody.length,
  }))
}

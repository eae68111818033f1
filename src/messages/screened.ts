import { ownDetails } from '../people/index.ts'
import type { Reader } from '../records/index.ts'
import { allowedBy, type Finding, nothingAllowed, type Outcome, type Speaker } from '../screening/index.ts'
import { type Tuned, type Tuning, tuned, tuningInForce } from '../tuning/index.ts'
import type { Part } from './rules.ts'

/** Who somebody is to the screening, by their part in a conversation. */
export const speakerOf = (part: Part): Speaker => (part === 'child' || part === 'parent' ? part : 'worker')

/** What was found in a message, by what comes of it. */
export type Screened = Readonly<Partial<Record<Outcome, readonly Finding[]>>>

/**
 * Reads a message before it is sent, as the organisation has its screening. `said` is what the same person said just before,
 * oldest first: a number can be given in several goes. What the agency itself may give only ever takes findings away: it
 * is not asked for where nothing was found.
 */
export async function screened(
  reader: Reader,
  text: string,
  about: {
    readonly speaker: Speaker
    readonly said?: readonly string[]
    readonly tuning?: Tuning | undefined
  },
): Promise<Screened> {
  const { speaker, said = [], tuning = await tuningInForce(reader) } = about
  const by = { speaker, before: said }
  if (tuned(text, { ...by, allowed: nothingAllowed }, tuning).length === 0) return {}
  return byOutcome(tuned(text, { ...by, allowed: allowedBy(await ownDetails(reader)) }, tuning))
}

function byOutcome(findings: readonly Tuned[]): Screened {
  const by: Partial<Record<Outcome, Finding[]>> = {}
  for (const { comes, ...found } of findings) {
    if (comes === 'nothing') continue
    by[comes] ??= []
    by[comes].push(found)
  }
  return by
}

/** What stops a member of the staff from saying this to a family. */
export const stoppedBy = async (
  reader: Reader,
  text: string,
  said: readonly string[] = [],
  tuning?: Tuning,
): Promise<readonly Finding[]> =>
  (await screened(reader, text, { speaker: 'worker', said, tuning })).stopped ?? []

/** What is kept of a finding beside a message: never the words themselves, only what it is and where. */
export interface Kept {
  readonly rule: Finding['rule']
  readonly from: number
  readonly to: number
}
/** As many as a row holds: a message of nothing but numbers has no more to say. */
const most = 200
export const keptOf = (found: readonly Finding[] = []): readonly Kept[] =>
  found.slice(0, most).map(({ rule, from, to }) => ({ rule, from, to }))

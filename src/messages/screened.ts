import { ownDetails } from '../people/index.ts'
import type { Reader } from '../records/index.ts'
import { allowedBy, type Finding, nothingAllowed, type Outcome, type Speaker } from '../screening/index.ts'
import { type Tuning, tuned, tuningInForce } from '../tuning/index.ts'
import type { Part } from './rules.ts'

/** Who somebody is to the screening, by their part in a conversation. */
export const speakerOf = (part: Part): Speaker => (part === 'child' || part === 'parent' ? part : 'worker')

/** What was found in a message, by what comes of it. */
export type Screened = Readonly<Partial<Record<Outcome, readonly Finding[]>>>

interface Screening {
  readonly speaker: Speaker
  /** What the same person said just before, oldest first: a number can be given in several goes. */
  readonly said?: readonly string[]
  /** How the agency has its screening today, where that was asked for already. */
  readonly tuning?: Tuning
}

/**
 * Reads a message before it is sent, as the agency has its screening. What the agency itself may give only ever takes
 * findings away: it is not asked for where nothing was found.
 */
export async function screened(
  reader: Reader,
  text: string,
  { speaker, said = [], ...about }: Screening,
): Promise<Screened> {
  const tuning = about.tuning ?? (await tuningInForce(reader))
  const by = { speaker, before: said }
  if (tuned(text, { ...by, allowed: nothingAllowed }, tuning).length === 0) return {}
  const findings = tuned(text, { ...by, allowed: allowedBy(await ownDetails(reader)) }, tuning)
  const found: Partial<Record<Outcome, Finding[]>> = {}
  for (const { comes, ...finding } of findings) {
    if (comes === 'nothing') continue
    found[comes] ??= []
    found[comes].push(finding)
  }
  return found
}

/** What stops a member of the staff from saying this to a family: the personal details it gives. */
export const stoppedBy = async (
  reader: Reader,
  text: string,
  said: readonly string[] = [],
): Promise<readonly Finding[]> => (await screened(reader, text, { speaker: 'worker', said })).stopped ?? []

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

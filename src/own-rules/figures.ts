import { dayAt, whenInWords } from '../guidance/index.ts'
import type { Reader } from '../records/index.ts'
import { allOf, setBy, unkeptOn } from './in-force.ts'
import { selectDecisions, selectTightenings } from './queries.ts'
import { states } from './rules.ts'
import { actWords, decisionWords, stateOf, whereWords } from './words.tsx'

/** A decision as the board over the agency sees it: by name, because a senior manager takes it in their own. */
export interface OverseenDecision {
  readonly by: string
  readonly on: string
  readonly until: string
  readonly about: string
  readonly where: string
  readonly loosens: string
  readonly why: string
  readonly standing: string
  /** Whether it loosens something today. */
  readonly holds: boolean
}

/** Every decision that was ever taken in the reader's agency, the newest first: for its board. */
export async function overseenDecisions(reader: Reader): Promise<readonly OverseenDecision[]> {
  const rows = await allOf(reader)
  const day = dayAt(reader.now)
  const unkept = unkeptOn(rows, day)
  return rows.decisions.toReversed().map(row => {
    const state = stateOf(row, { day, unkept }, row.until)
    return {
      by: row.decided_by_name,
      on: whenInWords(row.begins_on),
      until: whenInWords(row.until),
      about: actWords(row.act),
      where: whereWords(row.act, row.conditions),
      loosens: decisionWords(row),
      why: row.says,
      standing: states[state].words,
      holds: state === 'holds',
    }
  })
}

/** A rule of an organisation's own that made a ruling, in its own words. */
export interface OwnRule {
  readonly id: string
  readonly kind: 'tightening' | 'decision'
  readonly says: string
  /** Who set it, or which policy. */
  readonly by: string
  readonly on: string
  /** The last day of a decision. */
  readonly until?: string
}

/** Those of a ruling's `rows` that are the organisation's own rules, for whoever is told the ruling. */
export async function ownAmong(reader: Reader, rows: readonly string[]): Promise<readonly OwnRule[]> {
  // The guidance's own rows are named by their act; a rule of ours by an id.
  if (rows.every(id => id.includes('/'))) return []
  const { db, actor } = reader
  const [tightenings, decisions] = await Promise.all([
    selectTightenings(db, actor.agencyId),
    selectDecisions(db, actor.agencyId),
  ])
  const own: readonly OwnRule[] = [
    ...decisions.map(row => ({
      id: row.id,
      kind: 'decision' as const,
      says: row.says,
      by: row.decided_by_name,
      on: whenInWords(row.begins_on),
      until: whenInWords(row.until),
    })),
    ...tightenings.map(row => ({
      id: row.id,
      kind: 'tightening' as const,
      says: row.says,
      by: setBy(row),
      on: whenInWords(row.begins_on),
    })),
  ]
  return own.filter(({ id }) => rows.includes(id))
}

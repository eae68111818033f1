import type { StatementId } from '../guidance/index.ts'
import { type Facts, holds, type When } from './facts.ts'
import { whoHears } from './hears.ts'
import { type Hearer, hearers, type Part } from './rules-inside.ts'
import { help, meanwhile, outsideFirst, outsideNext } from './rules-outside.ts'
import type { By, Row, Settings, Step, Weight } from './step.ts'

/**
 * What is to be done about a concern, in order: what comes before everything; who of ours is told; whom they tell;
 * what helps; what not to do meanwhile. Pure and total: every set of facts has a route, and none is empty. Who leads does
 * what is theirs; where nobody of ours is free to, whoever is worried does it.
 */
export function route(facts: Facts, settings: Settings): readonly Step[] {
  const heard = whoHears(facts, settings.without)
  const leader = heard.find(({ part }) => part === 'leads')?.role
  const inside = heard.map(({ role, part }) => told(role, part, leader, facts))
  const outside = (rows: readonly Row[]) => chosen(rows, facts, leader, settings)
  return [
    ...outside(outsideFirst),
    ...inside,
    ...outside(outsideNext),
    ...outside(help),
    ...outside(meanwhile),
  ]
}

/** The rows that hold, as steps; to one body and of one side, the first alone. */
function chosen(
  rows: readonly Row[],
  facts: Facts,
  leader: Hearer | undefined,
  settings: Settings,
): readonly Step[] {
  const led = leader ? 'somebody-leads' : 'nobody-leads'
  const taken = new Set<string>()
  return rows.flatMap(({ id, weight, to, whose, by, when, where, does, why, because, notes }) => {
    if (!holds(when, facts) || (where && where !== led)) return []
    const doer = whose === 'theirs' ? (leader ?? 'you') : 'you'
    const place = `${to ?? id} ${doer}`
    if (taken.has(place)) return []
    taken.add(place)
    const within: By = by === 'lado' ? settings.lado : by
    return [{ id, weight, ...(to ? { to } : {}), whose: doer, by: within, does, why, because, notes }]
  })
}

/** When whoever leads hears at once, and not only the same day. */
const soon: readonly When[] = [
  { danger: ['yes', 'not-known'] },
  { what: ['image', 'grooming', 'conduct', 'harm', 'self-harm', 'radicalisation'] },
]

interface Inside {
  readonly weight: Weight
  readonly does: (who: string, leader: string) => string
  readonly why: string
  readonly because: readonly [StatementId, ...StatementId[]]
}

/** What each part of our own is told, and why. */
const insideRows: Readonly<Record<Part, Inside>> = {
  leads: {
    weight: 'must',
    does: who => `Tell ${who}.`,
    why: 'One person deals with it and answers for what is done. If you have called 999, or reported it outside, say so.',
    because: ['REP-4', 'REP-3'],
  },
  'stands-in': {
    weight: 'may',
    does: (who, leader) => `Tell ${who}, if ${leader} cannot be reached.`,
    why: 'It does not wait for somebody who is away.',
    because: ['REP-4'],
  },
  told: {
    weight: 'must',
    does: who => `Tell ${who}.`,
    why: 'It is about one of our own, and whoever answers for the organisation has to know.',
    because: ['REP-4', 'REP-3'],
  },
}

function told(role: Hearer, part: Part, leader: Hearer | undefined, facts: Facts): Step {
  const { weight, does, why, because } = insideRows[part]
  return {
    id: `${role}-${part}`,
    weight,
    to: role,
    whose: part === 'told' && leader ? leader : 'you',
    by: part !== 'told' && soon.some(when => holds(when, facts)) ? 'at-once' : 'same-day',
    does: does(hearers[role], leader ? hearers[leader] : ''),
    why,
    because,
    notes: ['local-contacts'],
  }
}

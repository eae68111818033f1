import {
  type Allowed,
  type Finding,
  type FindPhrases,
  outcomeOf,
  phraseFinder,
  type Speaker,
  screen,
  screeningRules,
} from '../screening/index.ts'
import { nameOf, together } from './names.ts'
import type { InForce } from './queries.ts'
import {
  type Comes,
  comesByDefault,
  isKind,
  type KindId,
  kindAt,
  kindOf,
  rungOf,
  type WrittenBy,
  within,
} from './rules.ts'

/** A kind of thing that something else is to come of than by default. */
export interface Moved {
  readonly way: 'stricter' | 'gentler'
  readonly kind: KindId
  readonly by: WrittenBy
  readonly to: Comes
}

/** How an organisation has its screening. */
export interface Tuning {
  readonly moved: readonly Moved[]
  readonly phrases: readonly { readonly kind: KindId; readonly words: string }[]
  readonly names: readonly string[]
  readonly allows: Required<Allowed>
  readonly find: FindPhrases
}

/** As `screen` finds it, with what comes of it. */
export interface Tuned extends Finding {
  readonly comes: Comes
}

/** What stands in the database, as far as it keeps within the limits of today: what does not is not kept to. */
export function tuningOf(rows: readonly InForce[]): Tuning {
  const moved = rows.flatMap(({ what, kind, written_by: by, value }): Moved[] => {
    if ((what !== 'stricter' && what !== 'gentler') || !isKind(kind) || !by) return []
    const to = within(kind, by).find(one => one === value)
    return to ? [{ way: what, kind, by, to }] : []
  })
  const phrases = rows.flatMap(({ what, kind, value }) =>
    what === 'phrase' && isKind(kind) && kindAt(kind).phrases ? [{ kind, words: value }] : [],
  )
  const names = rows.filter(({ what }) => what === 'name').map(({ value }) => value)
  return {
    moved,
    phrases,
    names,
    allows: together(names.flatMap(name => nameOf(name)?.allows ?? [])),
    find: phraseFinder(phrases.map(({ words }) => words)),
  }
}

export const untuned: Tuning = tuningOf([])

/** What `screen` finds in a text and what the organisation itself looks for, with what comes of each. Pure. */
export function tuned(
  text: string,
  about: { readonly speaker: Speaker; readonly allowed: Allowed; readonly before?: readonly string[] },
  tuning: Tuning,
): readonly Tuned[] {
  const { speaker, allowed } = about
  const by: WrittenBy = speaker === 'worker' ? 'worker' : 'family'
  const named = tuning.names.length > 0 ? together([allowed, tuning.allows]) : allowed
  const found = screen(text, { ...about, allowed: named }).map(one => ({
    ...one,
    comes: moving(outcomeOf(one, speaker), kindOf(one), by, tuning),
  }))
  return [...found, ...ownIn(text, speaker, by, tuning)].sort((a, b) => a.from - b.from)
}

/** What an organisation has moved comes out where it was moved to, and never past a limit. */
function moving(comes: Comes, kind: KindId, by: WrittenBy, { moved }: Tuning): Comes {
  const rung = rungOf(by, comes)
  if (rung < 0) return comes
  const one = moved.findLast(move => move.kind === kind && move.by === by)
  if (!one) return comes
  const to = rungOf(by, one.to)
  return (one.way === 'stricter' ? to > rung : to < rung) ? one.to : comes
}

/** A worker is at the least asked about a phrase that their organisation looks for. */
function ownIn(text: string, speaker: Speaker, by: WrittenBy, tuning: Tuning): readonly Tuned[] {
  return tuning.find(text).flatMap(({ from, to, at }) => {
    const kind = tuning.phrases[at]?.kind
    const rule = kind && kindAt(kind).phrases
    if (!kind || !rule) return []
    const { category, cites, strength } = screeningRules[rule]
    const one = { from, to, category, rule, cites, strength: strength[speaker] }
    const comes = moving(outcomeOf(one, speaker), kind, by, tuning)
    const gives = `${category === 'C1' ? '' : 'uses '}words that your organisation looks for`
    const instead = 'Say it in other words, or speak to your manager first'
    return [
      { ...one, gives, instead, comes: by === 'worker' && comes === 'nothing' ? ('asked' as const) : comes },
    ]
  })
}

/** What comes of a kind here, from the gentlest. */
export const comesNow = (kind: KindId, by: WrittenBy, tuning: Tuning): readonly Comes[] => [
  ...new Set(comesByDefault(kind, by).map(comes => moving(comes, kind, by, tuning))),
]

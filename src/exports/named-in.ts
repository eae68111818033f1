import { isStaff, type Part } from '../messages/index.ts'
import type { Included } from './gather.ts'
import { Names } from './replace.ts'
import type { Capacity } from './rules.ts'
import { masksOf, shownOf } from './shown.ts'
import type { NamedPerson } from './tables.ts'

type Known = Pick<NamedPerson, 'id' | 'name' | 'kind'>

interface Count {
  readonly as: Set<Capacity>
  entries: number
  inWords: number
  readonly places: (readonly [string, string, string])[]
}

/** As many places are shown for each name, with as many letters around it. */
const mostPlaces = 3
const around = 60

/**
 * Everybody else who is named in an export: whoever acted, whoever an entry names, and everybody the agency knows whose name
 * stands in what somebody wrote. `own` are the family of whom it is about, who count as family in it.
 */
export function namedIn(
  all: readonly Included[],
  about: {
    readonly subject: string
    readonly everybody: readonly Known[]
    readonly own: ReadonlySet<string>
  },
): readonly NamedPerson[] {
  const known = new Map(about.everybody.map(one => [one.id, one]))
  const counts = new Map<string, Count>()
  const of = (id: string): Count => {
    const found = counts.get(id) ?? { as: new Set<Capacity>(), entries: 0, inWords: 0, places: [] }
    counts.set(id, found)
    return found
  }
  const inIt = byEntries(all, { known, of })
  const words = wordsIn(all, new Set(known.keys()))
  const names = new Names(about.everybody)
  const near = new Set([...counts.keys(), about.subject, ...about.own])
  for (const text of words) {
    for (const { ids, from, to } of names.in(text)) {
      const likely = ids.filter(id => near.has(id))
      for (const id of likely.length > 0 ? likely : ids) {
        const count = of(id)
        count.as.add('said')
        count.inWords++
        if (count.places.length < mostPlaces) count.places.push(placeIn(text, from, to))
      }
    }
  }
  counts.delete(about.subject)
  return [...counts]
    .flatMap(([id, { as, ...count }]): NamedPerson[] => {
      const person = known.get(id)
      if (!person) return []
      return [{ ...person, own: inIt.has(id) || about.own.has(id), as: [...as], ...count }]
    })
    .sort(byWeight)
}

/** Those who are not staff come first, and of each those who are named most. */
const byWeight = (one: NamedPerson, other: NamedPerson): number =>
  Number(one.kind === 'staff') - Number(other.kind === 'staff') ||
  other.inWords + other.entries - (one.inWords + one.entries) ||
  one.name.localeCompare(other.name)

/** Counts who acted and whom entries name. Gives those who are or were in a conversation of it. */
function byEntries(
  all: readonly Included[],
  { known, of }: { readonly known: ReadonlyMap<string, Known>; readonly of: (id: string) => Count },
): ReadonlySet<string> {
  const inIt = new Set<string>()
  for (const { leaf, told, content } of all) {
    const named = new Set(leaf.about.map(({ id }) => id))
    for (const [field] of told.show ?? []) if (typeof content?.[field] === 'string') named.add(content[field])
    if (leaf.event === 'participant.added' && typeof content?.person_id === 'string') {
      inIt.add(content.person_id)
      if (known.has(content.person_id)) of(content.person_id).as.add(capacityOf(content.part as Part))
    }
    if (known.has(leaf.who)) {
      named.delete(leaf.who)
      const count = of(leaf.who)
      count.entries++
      count.as.add(leaf.event === 'message.sent' ? 'wrote' : 'acted')
    }
    for (const id of named) {
      if (!known.has(id)) continue
      const count = of(id)
      count.entries++
      if (!inIt.has(id)) count.as.add('named')
    }
  }
  return inIt
}

const capacityOf = (part: Part): Capacity => (isStaff(part) ? part : part === 'child' ? 'child' : 'parent')

/** Everything that somebody wrote, as it would be shown. */
function wordsIn(all: readonly Included[], people: ReadonlySet<string>): readonly string[] {
  const masks = masksOf(all)
  return all.flatMap(one =>
    shownOf(one, { masks, people }).parts.flatMap(({ value, person, coded }) =>
      person || coded ? [] : [value],
    ),
  )
}

/** A place in a text where a name stands: what is before it, itself, what is after it. */
export function placeIn(text: string, from: number, to: number): readonly [string, string, string] {
  const before = text.slice(Math.max(0, from - around), from)
  const after = text.slice(to, to + around)
  return [
    `${from > around ? '…' : ''}${before}`.toWellFormed(),
    text.slice(from, to),
    `${after}${to + around < text.length ? '…' : ''}`.toWellFormed(),
  ]
}

import { createHash } from 'node:crypto'
import { type Choice, fieldAt, mostNamed, Names, placeIn, wordsKept } from '../../exports/index.ts'
import { documentsIn } from './documents.ts'
import type { Gathered } from './told.ts'

/** Somebody else who is named in an export, whose name leaves or is replaced. */
export interface Named {
  /** Of somebody the agency knows, their id; of a name that was typed in a form, its own words. */
  readonly id: string
  readonly name: string
  readonly kind: 'staff' | 'child' | 'parent' | 'typed'
  /** In how many entries they act or stand, and how often words name them. */
  readonly entries: number
  readonly inWords: number
  readonly places: readonly (readonly [before: string, name: string, after: string])[]
}

/** Everybody the agency knows. */
export type Everybody = readonly Pick<Named, 'id' | 'name' | 'kind'>[]

const mostPlaces = 3
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** Names that somebody typed where a form asks for one, and that are nobody’s whom the agency knows. */
export function typedNames({ typed }: Gathered, everybody: Everybody): Everybody {
  const known = new Set(everybody.map(({ name }) => plain(name)))
  const names = typed
    .flatMap(text => text.split(/[,;\n(]| and | or /))
    .map(text => text.replace(/[).:]+$/, '').trim())
    .filter(text => /^\p{Lu}[\p{L}\p{M}’'. -]{1,60}$/u.test(text) && text.split(/\s+/).length <= 5)
    .filter(text => !known.has(plain(text)))
  return [...new Map(names.map(name => [plain(name), name]))].map(([id, name]) => ({
    id: `typed ${id}`,
    name,
    kind: 'typed',
  }))
}

/** Everybody else who is named: whoever acted, stands in it, or whose name stands in what somebody wrote. */
export function namedIn(
  gathered: Gathered,
  about: { readonly child: string; readonly everybody: Everybody },
): readonly Named[] {
  const all = [...about.everybody, ...typedNames(gathered, about.everybody)]
  const known = new Map(all.map(one => [one.id, one]))
  const found = new Map<string, { entries: number; inWords: number; places: Named['places'][number][] }>()
  const of = (id: string) => {
    const one = found.get(id) ?? { entries: 0, inWords: 0, places: [] }
    found.set(id, one)
    return one
  }
  const others = all.filter(({ id }) => id !== about.child)
  const names = new Names(others, wordsKept(all.filter(({ id }) => id === about.child)))
  for (const id of gathered.actors) of(id).entries++
  for (const { parts } of gathered.told.values())
    for (const { value, person } of parts) {
      if (person) of(value).entries++
      else
        for (const { ids, from, to } of names.in(value))
          for (const one of ids.map(of)) {
            one.inWords++
            if (one.places.length < mostPlaces) one.places.push(placeIn(value, from, to))
          }
    }
  return [...found]
    .flatMap(([id, count]) => {
      const person = known.get(id)
      return person && id !== about.child ? [{ ...person, ...count }] : []
    })
    .sort(byWeight)
}

/** Those who are not staff come first, and of each those who are named most. */
const byWeight = (one: Named, other: Named): number =>
  Number(one.kind === 'staff') - Number(other.kind === 'staff') ||
  other.inWords + other.entries - (one.inWords + one.entries) ||
  one.name.localeCompare(other.name)

/** Which list was gone through: where somebody wrote or handed something in meanwhile, it is another. */
export const listOf = (named: readonly Named[], gathered: Gathered): string =>
  createHash('sha256')
    .update(JSON.stringify([named.map(({ id }) => id), documentsIn(gathered).map(({ row }) => row.id)]))
    .digest('base64url')

/** Beyond what a page can show, nobody’s name leaves. */
export const unshown: Choice = 'another-person'

/** What was decided for each, where it was decided for every one that the page showed. */
export function decided(
  named: readonly Named[],
  chosen: (field: string) => Choice | undefined,
): ReadonlyMap<string, Choice> | undefined {
  const all = named.map(({ id }, at) => [id, at < mostNamed ? chosen(fieldAt(at)) : unshown] as const)
  return all.every((one): one is [string, Choice] => one[1] !== undefined) ? new Map(all) : undefined
}

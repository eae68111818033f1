import { holdersOf } from '../people/index.ts'
import type { PersonId, Reader } from '../records/index.ts'
import type { About } from '../routing/index.ts'
import type { SubjectTable } from './tables.ts'

/** What somebody may be here that the route goes by. Whoever is none of it is a worker to it. */
export const postsHere = [
  'designated-person',
  'deputy-designated-person',
  'senior-manager',
  'manager',
] as const satisfies readonly About[]
type Held = Awaited<ReturnType<typeof holdersOf>>
export type Abouts = readonly [About, ...About[]]

/** What somebody of the staff is, among those who hold a post. */
export function aboutAmong(held: Held, id: PersonId): Abouts {
  const found = postsHere.filter(post => held.some(one => one.id === id && one.role === post))
  const [first, ...others] = found
  return first ? [first, ...others] : ['worker']
}

/** What somebody of the staff is here now: all of it, since each of it keeps others out. */
export const aboutOf = async (reader: Reader, id: PersonId): Promise<Abouts> =>
  aboutAmong(await holdersOf(reader, postsHere), id)

/**
 * What a concern is about, once it is known who it is: what they are here counts, and no longer that nobody knew, or that somebody
 * took them for a worker, which is what is said where nothing is chosen.
 */
export function withKnown(said: Abouts, known: readonly About[], surely: boolean): Abouts {
  const rest = surely ? said.filter(one => one !== 'unknown' && one !== 'worker') : said
  const [first, ...others] = [...new Set([...rest, ...known])]
  return first ? [first, ...others] : said
}

/** Whose doing it is as far as it is known now: as it was told, and what those are whom it turned out to be about. */
export const aboutNow = (
  { about }: { readonly about: Abouts },
  subjects: readonly Pick<SubjectTable, 'about'>[],
): Abouts =>
  withKnown(
    about,
    subjects.flatMap(one => one.about ?? []),
    false,
  )

import { holdersOf, isNamedIn, mayBeOne, namedAmong, type StaffName, staffNames } from '../people/index.ts'
import type { PersonId, Reader } from '../records/index.ts'
import { type Facts, type Hearer, hearers, isKeptOut, whoHears } from '../routing/index.ts'
import { recipientsHere } from '../sealing/index.ts'
import { type Abouts, aboutAmong, postsHere, withKnown } from './about-of.ts'

/** Who reads a concern, and what it is sealed to. */
export interface Hearing {
  /** Whose doing it is: as it was said, and what those are here whose names were given. */
  readonly about: Abouts
  /** Who reads it from the first. Empty where nobody here may, or can. */
  readonly heardBy: readonly PersonId[]
  /** Everybody who may come to read it, if those do not look: what its key is sealed to. */
  readonly sealedTo: readonly string[]
  /** The same, as people. */
  readonly withinReach: readonly PersonId[]
  /** Staff whose name was given as whom it is about. */
  readonly subjects: readonly PersonId[]
  /** Who may be whom it is about, and reads it only once somebody lets them in. */
  readonly leftOut: readonly PersonId[]
  /** Names of those who would read it and are named in the words: whoever tells is asked whether it is about them. */
  readonly asks: readonly string[]
}

/** What was said that names may stand in. */
export interface Naming {
  /** Where an adult's name was asked for. */
  readonly adult?: string | undefined
  /** What was written in one's own words. */
  readonly words?: string | undefined
  /** Whoever tells, in their own name. */
  readonly by?: PersonId | undefined
}

/** Roles of which an account may be; a chair has none here, and is told by whoever leads. */
const ours = ['designated-person', 'deputy-designated-person', 'senior-manager'] as const
type Ours = (typeof ours)[number]
const isOurs = (role: string): role is Ours => ours.some(one => one === role)
type Held = Awaited<ReturnType<typeof holdersOf>>

/** Who are named on the page that says whom to reach, for anybody: asking about them tells nobody anything new. */
const isPublic = (held: Held, id: PersonId): boolean =>
  held.some(one => one.id === id && one.role !== 'senior-manager' && isOurs(one.role))

/** Who there is to hear of anything, as it stands at one moment. */
export interface Here {
  /** Whoever may be named as whom it is about. */
  readonly names: readonly StaffName[]
  readonly held: Held
  /** To what is sealed for each of those who have a key. */
  readonly keys: ReadonlyMap<PersonId, string>
}

/** Who there is to hear of something: one question, whatever is told then. Nobody’s name is asked for where none was given. */
export async function whoIsHere(reader: Reader, isNaming = false): Promise<Here> {
  const [names, held, keys] = await Promise.all([
    isNaming ? staffNames(reader) : [],
    holdersOf(reader, postsHere),
    recipientsHere(reader),
  ])
  return { names, held, keys }
}

/**
 * Who hears of this, by role and by name. Whoever is named as the adult it is about is a subject, and what they are here counts,
 * whatever was chosen. Anybody who would hear of it and shares so much as a first name with whom it is about does not: another
 * reads it first, and lets them in if it was not them. So it is with a senior manager who is named in the words alone.
 */
export function hearingOf({ names, held, keys }: Here, facts: Facts, naming: Naming = {}): Hearing {
  const { adult = '', words = '', by } = naming
  const named = namedAmong(names, adult)
  const subjects = named.flatMap(({ id, whole }) => (whole ? [id] : []))
  const here = named.flatMap(one => (one.here ? [one.id] : []))
  // Of the board's own people: they read nothing here, but are told a number, and this is not counted for them.
  const atBoard = named.flatMap(({ id, whole }) => (whole ? [] : [id]))
  const readers = held.filter(({ id, role }) => isOurs(role) && !subjects.includes(id))
  const sharing = idsOf(readers.filter(({ name }) => mayBeOne(name, adult)))
  const known = (ids: readonly PersonId[]) => ids.flatMap(id => aboutAmong(held, id))
  const about = withKnown(withKnown(facts.about, known(here), here.length > 0), known(sharing), false)
  const among = (not: readonly PersonId[]) =>
    reachOf(
      about,
      readers.filter(({ id }) => keys.has(id) && !not.includes(id)),
    )
  const first = among(sharing)
  const inWords = readers.filter(
    ({ id, name }) => id !== by && first.all.includes(id) && isNamedIn(words, name),
  )
  const quietly = idsOf(inWords.filter(({ id }) => !isPublic(held, id)))
  const without = among([...sharing, ...quietly])
  const leaves = without.heardBy.length > 0
  const { heardBy, all } = leaves ? without : first
  return {
    about,
    heardBy,
    sealedTo: all.flatMap(id => keys.get(id) ?? []),
    withinReach: all,
    subjects,
    leftOut: [...sharing, ...(leaves ? quietly : []), ...atBoard],
    asks: [
      ...new Set(inWords.flatMap(({ id, name }) => (isPublic(held, id) && all.includes(id) ? [name] : []))),
    ],
  }
}

const idsOf = (held: Held): readonly PersonId[] => [...new Set(held.map(({ id }) => id))]

/** Who of these reads what is about such people from the first, and who may come to. */
function reachOf(about: Abouts, free: Held) {
  const persons = (role: Ours) => idsOf(free.filter(one => one.role === role))
  const without = (Object.keys(hearers) as Hearer[]).filter(
    role => !isOurs(role) || persons(role).length === 0,
  )
  const heard = whoHears({ about }, without).filter(({ part }) => part !== 'stands-in')
  const heardBy = [...new Set(heard.flatMap(({ role }) => (isOurs(role) ? persons(role) : [])))]
  const possible = ours.filter(role => !about.some(subject => isKeptOut(role, subject)))
  return { heardBy, all: [...new Set([...heardBy, ...possible.flatMap(persons)])] }
}

import { person, staffNamed, withRole } from '../people/index.ts'
import type { PersonId, Reader } from '../records/index.ts'
import { type Facts, type Hearer, hearers, isKeptOut, whoHears } from '../routing/index.ts'
import { recipientsOf } from '../sealing/index.ts'

/** Who reads a concern, and what it is sealed to. */
export interface Hearing {
  /** Who reads it from the first. Empty where nobody here may, or can. */
  readonly heardBy: readonly PersonId[]
  /** Everybody who may come to read it, if those do not look: what its key is sealed to. */
  readonly sealedTo: readonly string[]
  /** The same, as people. */
  readonly withinReach: readonly PersonId[]
  /** Staff whose name was given as whom it is about. */
  readonly subjects: readonly PersonId[]
}

/** Roles of which an account may be; a chair has none here, and is told by whoever leads. */
const ours = ['designated-person', 'deputy-designated-person', 'senior-manager'] as const
type Ours = (typeof ours)[number]
const isOurs = (role: Hearer): role is Ours => ours.some(one => one === role)

/** The words of a name, by which somebody may be whom it is about. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}’'-]{3,}/gu) ?? []

/**
 * Who hears of this, by role and by name. Whoever is named as the adult it is about is a subject. Anybody who would hear of it
 * and shares so much as a first name with whom it is about does not: another reads it first, and lets them in if it was not them.
 */
export async function hearingOf(reader: Reader, facts: Facts, adult: string | undefined): Promise<Hearing> {
  const [subjects, ...byRole] = await Promise.all([
    adult ? staffNamed(reader, adult.split(/[,;\n]| and /)) : [],
    ...ours.map(role => withRole(reader, role)),
  ])
  const free = await freeOf(
    reader,
    ours.flatMap((_, at) => byRole[at] ?? []),
    { subjects, adult },
  )
  const persons = new Map(ours.map((role, at) => [role, (byRole[at] ?? []).filter(id => free.has(id))]))
  const without = [
    ...(Object.keys(hearers) as Hearer[]).filter(
      role => !isOurs(role) || (persons.get(role)?.length ?? 0) === 0,
    ),
  ]
  const heard = whoHears(facts, without).filter(({ part }) => part !== 'stands-in')
  const heardBy = [...new Set(heard.flatMap(({ role }) => (isOurs(role) ? (persons.get(role) ?? []) : [])))]
  const possible = ours.filter(role => !facts.about.some(subject => isKeptOut(role, subject)))
  const all = new Set([...heardBy, ...possible.flatMap(role => persons.get(role) ?? [])])
  return {
    heardBy,
    sealedTo: [...all].flatMap(id => free.get(id) ?? []),
    withinReach: [...all],
    subjects,
  }
}

/** Of these people, who has a key and is not the one it is about, as far as a name can tell. */
async function freeOf(
  reader: Reader,
  people: readonly PersonId[],
  { subjects, adult }: { readonly subjects: readonly PersonId[]; readonly adult: string | undefined },
): Promise<ReadonlyMap<PersonId, string>> {
  const named = new Set(wordsOf(adult ?? ''))
  const free: PersonId[] = []
  for (const id of new Set(people)) {
    if (subjects.includes(id)) continue
    const name = named.size > 0 ? ((await person(reader, id))?.name ?? '') : ''
    if (!wordsOf(name).some(word => named.has(word))) free.push(id)
  }
  return recipientsOf(reader, free)
}

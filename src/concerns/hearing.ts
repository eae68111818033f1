import { holdersOf, staffNamed } from '../people/index.ts'
import type { PersonId, Reader } from '../records/index.ts'
import { type Facts, type Hearer, hearers, isKeptOut, whoHears } from '../routing/index.ts'
import { recipientsHere } from '../sealing/index.ts'

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
  const [subjects, holders, keys] = await Promise.all([
    staffNamed(reader, adult?.split(/[,;\n]| and /) ?? []),
    holdersOf(reader, ours),
    recipientsHere(reader),
  ])
  const barred = new Set(subjects)
  const named = new Set(wordsOf(adult ?? ''))
  const free = holders.filter(
    ({ id, name }) => keys.has(id) && !barred.has(id) && !wordsOf(name).some(word => named.has(word)),
  )
  const persons = new Map(ours.map(held => [held, free.flatMap(({ id, role }) => (role === held ? id : []))]))
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
    sealedTo: [...all].flatMap(id => keys.get(id) ?? []),
    withinReach: [...all],
    subjects,
  }
}

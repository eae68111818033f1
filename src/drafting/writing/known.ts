import { type BlankId, type MadeOf, usedBlanks } from '../../clauses/index.ts'
import { agency, person, withRole } from '../../people/index.ts'
import type { Reader, Role } from '../../records/index.ts'

/** What is known of the organisation already, for the blanks of a policy. What is not known stays empty. */
export async function knownBlanks(reader: Reader): Promise<Readonly<Partial<Record<BlankId, string>>>> {
  const { name, phone, email, out_of_hours } = await agency(reader)
  const nameOf = async (role: Role) => {
    const [first] = await withRole(reader, role)
    return first && (await person(reader, first))?.name
  }
  const [designated, deputy, senior] = await Promise.all([
    nameOf('designated-person'),
    nameOf('deputy-designated-person'),
    nameOf('senior-manager'),
  ])
  const known: Partial<Record<BlankId, string | undefined>> = {
    organisation: name,
    'work-contact': [phone, email].filter(Boolean).join(' or '),
    'designated-person': designated,
    deputy,
    'out-of-hours': out_of_hours ?? undefined,
    'exceptions-by': senior,
  }
  // Those that hold nothing are left out.
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value)) as Partial<
    Record<BlankId, string>
  >
}

/** A policy with its empty blanks filled in with what is known. What somebody filled in stays as they did. */
export async function prefilled(reader: Reader, madeOf: MadeOf): Promise<MadeOf> {
  const known = await knownBlanks(reader)
  const used = usedBlanks(madeOf).flatMap(id => (known[id] ? [[id, known[id]] as const] : []))
  return { ...madeOf, blanks: { ...Object.fromEntries(used), ...madeOf.blanks } }
}

import { type BlankId, type MadeOf, usedBlanks } from '../../clauses/index.ts'
import { organisationFacts, person, withRole } from '../../people/index.ts'
import type { Reader } from '../../records/index.ts'

/** What is known of the organisation already, for the blanks of a policy. What is not known is not there. */
export async function knownBlanks(reader: Reader): Promise<Readonly<Partial<Record<BlankId, string>>>> {
  const [facts, [senior]] = await Promise.all([organisationFacts(reader), withRole(reader, 'senior-manager')])
  const { designated, lado, equipment } = facts
  const first = designated.find(({ role }) => role === 'designated-person')
  const deputy = designated.find(({ role }) => role === 'deputy-designated-person')
  const known: Readonly<Partial<Record<BlankId, string | null | undefined>>> = {
    organisation: facts.name,
    'work-contact': [facts.phone, facts.email].filter(Boolean).join(' or '),
    'designated-person': first?.name,
    'designated-person-telephone': first?.phone,
    deputy: deputy?.name,
    'out-of-hours': facts.outOfHours,
    lado: lado && [lado.name, lado.phone ?? lado.email].filter(Boolean).join(', '),
    'exceptions-by': senior && (await person(reader, senior))?.name,
    'equipment-from': equipment?.where,
  }
  // Those that hold nothing are left out, and so every one that is there is text.
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
